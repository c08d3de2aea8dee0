import {
  type Append,
  type CommandId,
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
import { type Part, partsOf } from './parts.js';
import type { Wiring } from './wiring.js';

/** A decision ready to be appended. */
export interface Decided<L extends Loaded = Loaded> {
  /** What it adds to each stream it writes; its own is the first. */
  readonly parts: ReadonlyArray<Encoded<L>>;
  readonly append: Append;
}

interface Encoded<L extends Loaded> extends Part<L> {
  readonly encoded: ReadonlyArray<EncodedEvent>;
}

/**
 * Takes the decision; nothing where it is already so.
 *
 * This is the one place where the bytes of events are made, by `encodeEvents`: the sealing of personal
 * fields belongs here. The seal of the log belongs to the end of an append, which is each store's.
 *
 * @source design.md decision 14, trust.md section 2
 */
export const decideOn = <L extends Loaded>(
  ask: ReadAsk,
  grounds: Grounds<L>,
  { sha256, store }: Wiring,
): E.Either<Refused | EncodeError, Decided<L> | undefined> => {
  const { module, command, commandId, actor, role } = ask;
  const { own, others } = grounds;
  const context = module.contextOf(command, grounds.moment, knownOf(ask, grounds));
  const decision = module.decider.decide(command, own.state, context);
  if (E.isLeft(decision)) return E.left({ type: 'Refused', command: command.type, refusal: decision.left });

  if (decision.right.length === 0) return E.right(undefined);
  const parts = partsOf(ask, grounds, decision.right);

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
    parts.flatMap(({ on: { stream }, events }) => events.map((event) => ({ stream, event, events: module.events }))),
    provenance,
    sha256,
  );
  if (E.isLeft(encoded)) return encoded;

  const written = withBytes(parts, encoded.right);
  return E.right({ parts: written, append: appendOf(commandId, written, others) });
};

/** Each part with its own of the encoded events, which are in the order of the parts. */
const withBytes = <L extends Loaded>(
  parts: ReadonlyArray<Part<L>>,
  encoded: ReadonlyArray<EncodedEvent>,
): ReadonlyArray<Encoded<L>> => {
  let from = 0;
  return parts.map((part) => {
    const to = from + part.events.length;
    const own = encoded.slice(from, to);
    from = to;
    return { ...part, encoded: own };
  });
};

/** What was read is guarded; what is written is held to the same revision by the write itself. */
const appendOf = (commandId: CommandId, parts: ReadonlyArray<Encoded<Loaded>>, others: Grounds['others']): Append => {
  const written = new Set(parts.map(({ on }) => on));
  return {
    commandId,
    writes: parts.map(({ on, encoded }) => ({
      stream: on.stream,
      expected: on.revision,
      ...foreseenIn(on),
      events: encoded,
    })),
    guards: [...others.values()]
      .filter((other) => !written.has(other))
      .map((other): Guard => ({ stream: other.stream, revision: other.revision, ...foreseenIn(other) })),
  };
};

const foreseenIn = ({ lastEvent }: Loaded): Pick<Guard, 'lastEvent'> => (lastEvent === undefined ? {} : { lastEvent });
