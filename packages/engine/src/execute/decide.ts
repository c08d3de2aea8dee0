import {
  type Append,
  type DomainEvent,
  type EncodedEvent,
  type EncodeError,
  encodeEvents,
  type Guard,
  type Provenance,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import type { Refused } from './errors.js';
import { type Grounds, knownOf } from './gather.js';
import type { Loaded } from './load.js';
import type { Wiring } from './wiring.js';

/** A decision ready to be appended. */
export interface Decided {
  readonly events: ReadonlyArray<DomainEvent<string, unknown>>;
  readonly encoded: ReadonlyArray<EncodedEvent>;
  readonly append: Append;
}

/**
 * Takes the decision; nothing where it is already so.
 *
 * This is the one place where the bytes of events are made, by `encodeEvents`: the sealing of personal
 * fields belongs here. The seal of the log belongs to the end of an append, which is each store's.
 *
 * @source design.md decision 14, trust.md section 2
 */
export const decideOn = (
  ask: ReadAsk,
  grounds: Grounds,
  { sha256, store }: Wiring,
): E.Either<Refused | EncodeError, Decided | undefined> => {
  const { module, command, commandId, actor, role, stream } = ask;
  const { own, others } = grounds;
  const context = module.contextOf(command, grounds.moment, knownOf(ask, grounds));
  const decision = module.decider.decide(command, own.state, context);
  if (E.isLeft(decision)) return E.left({ type: 'Refused', command: command.type, refusal: decision.left });

  const events = decision.right;
  if (events.length === 0) return E.right(undefined);

  const playbook = module.playbookOf(context);
  const provenance: Provenance = {
    tenant: store.tenant,
    actor,
    role,
    commandId,
    commandDigest: ask.digest,
    correlationId: ask.correlationId,
    ...(ask.causationId === undefined ? {} : { causationId: ask.causationId }),
    ...(playbook === undefined ? {} : { playbook }),
  };
  const encoded = encodeEvents(
    events.map((event) => ({ stream, event, events: module.events })),
    provenance,
    sha256,
  );
  if (E.isLeft(encoded)) return encoded;

  const guards = [...others].map(
    ([read, other]): Guard => ({ stream: read, revision: other.revision, ...foreseenIn(other) }),
  );
  const append: Append = {
    commandId,
    writes: [{ stream, expected: own.revision, ...foreseenIn(own), events: encoded.right }],
    guards,
  };
  return E.right({ events, encoded: encoded.right, append });
};

const foreseenIn = ({ lastEvent }: Loaded): Pick<Guard, 'lastEvent'> => (lastEvent === undefined ? {} : { lastEvent });
