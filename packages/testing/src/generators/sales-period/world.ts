/** All modules of a sale side by side, without a store: commands are asked as an engine asks them. */
import { sha256 } from '@millrace/engine';
import {
  apply,
  type DomainEvent,
  type Envelope,
  type Instant,
  type Known,
  type Module,
  type Moment,
  type Readable,
  type StreamId,
} from '@millrace/kernel';
import { type SalesCommand, type SalesEvent, salesModules } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { placed, recorded } from '../recorded.js';

export type { SalesCommand, SalesEvent };

/** When a command is asked, as of when, and by whom. */
export type When = Omit<Moment, 'sha256'>;

/** A command that was asked, and what came of it. */
export interface Asked {
  readonly command: SalesCommand;
  readonly moment: When;
  /** The state of the command's stream before it. */
  readonly before: unknown;
  readonly answer: E.Either<{ readonly type: string }, ReadonlyArray<SalesEvent>>;
}

/** What a world recorded, as a store would hand it out, and everything it was asked. */
export interface World {
  readonly log: ReadonlyArray<Envelope<SalesEvent>>;
  readonly asked: ReadonlyArray<Asked>;
  readonly ask: (command: SalesCommand, when: When) => Asked;
  /** The answer to a command, which leaves no trace. */
  readonly askAgain: (command: SalesCommand, when: When) => Asked['answer'];
  readonly stateOf: <State, Event extends DomainEvent<string, unknown>>(
    stream: StreamId,
    of: Readable<State, Event>,
  ) => State;
}

type AnyModule = Module<{ readonly type: string }, unknown, SalesEvent, { readonly type: string }, unknown>;

const modules = salesModules as unknown as ReadonlyArray<AnyModule>;

const moduleOf: ReadonlyMap<string, AnyModule> = new Map(
  modules.flatMap((module) => module.commands.types.map((type) => [type, module] as const)),
);

interface Stream {
  state: unknown;
  revision: number;
}

/** An empty world. */
export const emptyWorld = (): World => {
  const streams = new Map<StreamId, Stream>();
  const log: Array<Envelope<SalesEvent>> = [];
  const asked: Array<Asked> = [];

  const stateOf: World['stateOf'] = <State, Event extends DomainEvent<string, unknown>>(
    stream: StreamId,
    { fold }: Readable<State, Event>,
  ) => (streams.get(stream)?.state ?? fold.initial) as State;

  const decided = (command: SalesCommand, when: When) => {
    const module = moduleOf.get(command.type);
    if (module === undefined) throw new RangeError(`no module answers ${command.type}`);
    const moment: Moment = { ...when, sha256 };
    const stream = module.streamOf(command);
    const { state, revision } = streams.get(stream) ?? { state: module.decider.initial, revision: 0 };
    const known = knownTo(module, command, moment, { stream, own: state, stateOf });
    const context = module.contextOf(command, moment, known);
    return { module, moment, stream, state, revision, context, answer: module.decider.decide(command, state, context) };
  };

  const ask = (command: SalesCommand, when: When): Asked => {
    const { module, moment, stream, state, revision, context, answer } = decided(command, when);
    const one: Asked = { command, moment: when, before: state, answer };
    asked.push(one);
    if (E.isLeft(answer) || answer.right.length === 0) return one;

    const position = (log.at(-1)?.position ?? 0) + 1;
    const happened = placed<SalesEvent>(stream, revision, answer.right);
    const place = { position, recordedAt: when.now, step: asked.length };
    const kind = { events: module.events, playbook: module.playbookOf(context) };
    log.push(...recorded(happened, command, moment, kind, place));
    streams.set(stream, {
      state: answer.right.reduce((so, event) => apply(module.decider, so, event), state),
      revision: revision + answer.right.length,
    });
    return one;
  };
  const askAgain: World['askAgain'] = (command, when) => decided(command, when).answer;
  return { log, asked, ask, askAgain, stateOf };
};

/** What a module is told: of its own stream, and of those it names, round by round, as an engine does it. */
const knownTo = (
  module: AnyModule,
  command: SalesCommand,
  moment: Moment,
  { stream, own, stateOf }: { readonly stream: StreamId; readonly own: unknown; readonly stateOf: World['stateOf'] },
): Known<unknown> => {
  const named = new Set<StreamId>([stream]);
  const known: Known<unknown> = {
    own,
    stateOf: (other, of) => (named.has(other) ? stateOf(other, of) : undefined),
  };
  for (let before = 0; before < named.size; ) {
    before = named.size;
    for (const read of module.reads(command, moment, known)) named.add(read.stream);
  }
  return known;
};

/** The instant of a number of milliseconds after another. */
export const later = (instant: Instant, by: number): Instant =>
  new Date(Date.parse(instant) + by).toISOString() as Instant;
