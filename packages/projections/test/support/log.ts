/** Logs of customers made by real commands, in the few words a story needs. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  type BusinessId,
  type CommandId,
  type Envelope,
  type EventId,
  eventOf,
  type Instant,
  later,
  replay,
  type StreamId,
  type Tenant,
} from '@millrace/kernel';
import {
  type Customer,
  type CustomerEvent,
  customerModule,
  dealership,
  type Playbook,
  type PlaybookState,
} from '@millrace/sales';
import { publishedPlaybook } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';

export type Recorded = Envelope<CustomerEvent>;
export type Log = ReadonlyArray<Recorded>;

/** A command as it is written down, and when it happened; with `recordedAt`, when it was said. */
export interface Ask {
  readonly at: string;
  readonly recordedAt?: string;
  readonly command: { readonly type: string; readonly customer: string; readonly [field: string]: unknown };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const instant = (text: string): Instant => text as Instant;

/** Days and hours of January 2026, in UTC; day 32 is the first of February. */
export const january = (day: number, hour = 0, millis = 0): Instant =>
  instant(new Date(Date.UTC(2026, 0, day, hour, 0, 0, millis)).toISOString());

export const ask = (at: string, type: string, customer: string, fields: object = {}): Ask => ({
  at,
  command: { type, customer, ...fields },
});

const { decider, streamOf } = customerModule;

const published = new WeakMap<Playbook, PlaybookState>();
const rulesOf = (playbook: Playbook): PlaybookState => {
  const known = published.get(playbook) ?? publishedPlaybook(playbook);
  published.set(playbook, known);
  return known;
};

/** The log with the events of one more command, or why there are none. */
export const attempt = (
  log: Log,
  { at, command: written, recordedAt = at }: Ask,
  playbook: Playbook = dealership,
): E.Either<{ readonly type: string }, Log> => {
  const command = customerModule.commands.read(written);
  if (E.isLeft(command)) return command;
  const stream = streamOf(command.right);
  const own = log.filter((event) => event.stream === stream);
  const last = log.at(-1);
  const answer = decider.decide(command.right, stateOf(log, stream), {
    effectiveAt: instant(at),
    now: later(instant(at), instant(recordedAt)),
    actor: 'operator' as BusinessId,
    role: 'operator' as BusinessId,
    sha256,
    playbook: rulesOf(playbook),
    other: command.right.type === 'LinkDuplicate' ? stateOf(log, otherOf(command.right.of)) : decider.initial,
  });
  if (E.isLeft(answer)) return answer;
  const recorded = answer.right.map(({ type, data, effectiveAt }, i): Recorded => {
    const position = (last?.position ?? 0) + i + 1;
    return {
      id: `00000000-0000-5000-8000-${position.toString().padStart(12, '0')}` as EventId,
      stream,
      revision: own.length + i,
      position,
      type,
      schema: 1,
      data,
      meta: {
        tenant: 'stories' as Tenant,
        recordedAt: later(instant(recordedAt), last?.meta.recordedAt ?? instant(recordedAt)),
        effectiveAt,
        actor: 'operator' as BusinessId,
        role: 'operator' as BusinessId,
        commandId: '00000000-0000-7000-8000-000000000000' as CommandId,
        commandDigest: '',
        correlationId: '',
      },
    };
  });
  return E.right([...log, ...recorded]);
};

const otherOf = (customer: BusinessId): StreamId => streamOf({ type: 'OpenJourney', customer });

const stateOf = (log: Log, stream: StreamId): Customer =>
  replay(decider, log.filter((event) => event.stream === stream).map(eventOf));

/** What the commands lead to. @throws AssertionError where one of them is refused. */
export const logOf = (asks: ReadonlyArray<Ask>, playbook: Playbook = dealership, before: Log = []): Log =>
  asks.reduce((log, one) => {
    const longer = attempt(log, one, playbook);
    return E.isRight(longer) ? longer.right : assert.fail(`${JSON.stringify(one)}: ${JSON.stringify(longer.left)}`);
  }, before);

/** The commands by which a customer is collected, accepted and entered, all at one instant. */
export const entered = (
  at: string,
  customer: string,
  { custodian, source = 'walkIn' }: { readonly custodian?: string; readonly source?: string } = {},
): ReadonlyArray<Ask> => [
  ask(at, 'CollectProspect', customer, { collectedBy: 'ada', sheet: { source, mobile: '139' } }),
  ask(at, 'AcceptProspect', customer, { screenedBy: 'mia' }),
  ask(at, 'EnterCustomer', customer, custodian === undefined ? {} : { custodian }),
];

export const evidence = { evidence: { note: 'saw the customer choose' } };
export const toShopper = (at: string, customer: string): Ask =>
  ask(at, 'AdvanceStage', customer, { to: 'shopper', ...evidence });
export const toProspect = (at: string, customer: string): Ask =>
  ask(at, 'RevertStage', customer, { to: 'prospect', reason: 'postponed' });
export const decided = (at: string, customer: string): Ask => ask(at, 'DecidePurchase', customer, evidence);
export const completed = (at: string, customer: string): Ask => ask(at, 'CompletePurchase', customer);
export const lost = (at: string, customer: string, reason = 'price'): Ask =>
  ask(at, 'CloseJourney', customer, { outcome: 'lost', reason });
export const transferred = (at: string, customer: string, to: string): Ask =>
  ask(at, 'TransferCustody', customer, { to, reason: 'workload' });
