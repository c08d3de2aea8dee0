import { type DomainEvent, kindOf, type Revision, type StreamId } from '@millrace/kernel';
import type { ReadAsk } from './ask.js';
import type { Grounds } from './gather.js';
import { after, type Loaded } from './load.js';
import type { AnyModule } from './wiring.js';

type AnyEvent = DomainEvent<string, unknown>;

/** What a decision adds to one stream. */
export interface Part<L extends Loaded = Loaded> {
  readonly on: L;
  /** Where its first event will stand, if the stream is where it was read or foreseen. */
  readonly firstRevision: Revision;
  readonly events: ReadonlyArray<AnyEvent>;
}

/**
 * The events of a decision by the stream they belong to, in the order they are written: the command's
 * own stream first, then the others as they are first named.
 *
 * @throws RangeError where the module names a stream it did not read as its own kind, or writes nothing
 * to its own: a defect.
 */
export const partsOf = <L extends Loaded>(
  ask: ReadAsk,
  grounds: Grounds<L>,
  events: ReadonlyArray<AnyEvent>,
): ReadonlyArray<Part<L>> => {
  const { module, command, stream } = ask;
  if (module.elsewhere === undefined) return [partOf(grounds.own, events)];

  const byStream = new Map<StreamId, Array<AnyEvent>>([[stream, []]]);
  for (const event of events) {
    const named = module.elsewhere(event, command) ?? stream;
    const known = byStream.get(named);
    if (known === undefined) byStream.set(named, [event]);
    else known.push(event);
  }
  if (byStream.get(stream)?.length === 0) throw new RangeError(`${command.type} writes nothing to its own stream`);
  return [...byStream].map(([named, ofStream]) => partOf(groundIn(ask, grounds, named), ofStream));
};

/** The streams that a command may write to: its own, and those of its kind that it read. */
export const writable = <L extends Loaded>(module: AnyModule, { own, others }: Grounds<L>): ReadonlyArray<L> =>
  module.elsewhere === undefined ? [own] : [own, ...[...others.values()].filter((other) => isOf(module, other))];

const groundIn = <L extends Loaded>(
  { module, command, stream }: ReadAsk,
  { own, others }: Grounds<L>,
  named: StreamId,
): L => {
  if (named === stream) return own;
  const other = others.get(named);
  if (other === undefined) throw new RangeError(`${command.type} writes to ${named}, which it did not read`);
  if (!isOf(module, other)) throw new RangeError(`${command.type} writes to ${named}, which it read as another's`);
  return other;
};

const isOf = ({ kind, decider }: AnyModule, { stream, fold }: Loaded): boolean =>
  kindOf(stream) === kind && fold.evolve === decider.evolve;

const partOf = <L extends Loaded>(on: L, events: ReadonlyArray<AnyEvent>): Part<L> => ({
  on,
  firstRevision: after(on.revision),
  events,
});
