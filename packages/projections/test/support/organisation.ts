/** Logs of a sales organisation made by real commands through the engine, and what boards are read from. */
import assert from 'node:assert/strict';
import { createEngine, type EventSets, memoryStore } from '@millrace/engine';
import {
  type Currency,
  type DomainEvent,
  type Envelope,
  type EventStore,
  type Instant,
  kindOf,
  later,
  money,
  openStored,
  project,
  readEvent,
  type Tenant,
  type View,
} from '@millrace/kernel';
import { type BoardDocuments, type BoardQuestion, boardOf, funnelOf, views } from '@millrace/projections';
import { dealership, type Playbook, salesModules } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { instant } from './log.js';

/** A command as it is written down, when it happened and, if later, when it was said. */
export interface Said {
  readonly at: string;
  readonly recordedAt?: string;
  readonly command: { readonly type: string; readonly [field: string]: unknown };
}

/** Everything a sales organisation records. */
export type Story = ReadonlyArray<Envelope>;

export interface Told {
  readonly store: EventStore;
  readonly eventsOf: EventSets;
  readonly log: Story;
  /** Refusals by the place of what was said. */
  readonly refused: ReadonlyMap<number, string>;
}

/** Says the commands one after the other to an engine in memory, as the operator; none may come before the playbook. */
const tell = async (said: ReadonlyArray<Said>, playbook: Playbook = dealership): Promise<Told> => {
  let now = instant('2020-01-01T00:00:00.000Z');
  const clock = (): Instant => now;
  const store = memoryStore({ clock }).tenant('stories' as Tenant);
  const { execute, eventsOf } = createEngine({ store, modules: salesModules, clock });
  const refused = new Map<number, string>();
  const first: Said = { at: now, command: { type: 'PublishPlaybook', playbook } };
  for (const [i, { at, recordedAt = at, command }] of [first, ...said].entries()) {
    now = later(later(now, instant(at)), instant(recordedAt));
    const commandId = `00000000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`;
    const ask = { command, commandId, effectiveAt: instant(at), actor: 'operator', role: 'operator' };
    const outcome = await execute(ask)();
    if (E.isLeft(outcome)) refused.set(i - 1, JSON.stringify(outcome.left));
  }
  return { store, eventsOf, log: await readAll(store, eventsOf), refused };
};

/** {@link tell}, of commands none of which may be refused. */
export const toldOf = async (said: ReadonlyArray<Said>, playbook: Playbook = dealership): Promise<Told> => {
  const told = await tell(said, playbook);
  for (const [i, refusal] of told.refused) assert.fail(`${JSON.stringify(said[i])}: ${refusal}`);
  return told;
};

const readAll = async (store: EventStore, eventsOf: EventSets): Promise<Story> => {
  const page = await store.readAll(0, 10_000)();
  assert(E.isRight(page));
  return page.right.events.map((stored) => {
    const opened = openStored(stored);
    assert(E.isRight(opened));
    const events = eventsOf.get(kindOf(stored.stream));
    assert(events !== undefined);
    const event = readEvent(events, opened.right);
    return E.isRight(event) ? event.right : assert.fail(JSON.stringify(event.left));
  });
};

/** The documents of a view, from the events of its kinds. */
export const shown = <Document>(view: View<never, Document>, log: Story): Map<string, Document> =>
  project(
    view as unknown as View<DomainEvent<string, unknown>, Document>,
    log.filter(({ stream }) => view.kinds.includes(kindOf(stream))),
  );

/** All that boards are read from. */
export const documentsOf = (log: Story): BoardDocuments => ({
  credits: shown(views.credits, log),
  organisation: shown(views.organisation, log),
  periods: shown(views.periods, log),
  pledges: shown(views.pledges, log),
  funnel: shown(views.funnel, log),
});

export const CNY = 'CNY' as Currency;

/** An amount of CNY in fen. */
export const fen = (minor: number) => {
  const amount = money(minor, 'CNY');
  return E.isRight(amount) ? amount.right : assert.fail(`${minor}`);
};

type Asked = Partial<BoardQuestion['definition']> & Pick<BoardQuestion['definition'], 'period'>;

/** What a board is asked, under the dealership's playbook where nothing else is said. */
export const questionOf = (asked: Asked, rest: Partial<BoardQuestion> = {}): BoardQuestion => ({
  definition: { ...boardOf(dealership, asked), ...asked },
  asOf: instant('2027-01-01T00:00:00.000Z'),
  currency: CNY,
  funnel: funnelOf(dealership),
  ...rest,
});
