import type { DomainEvent, Known, Moment, Readable, StreamId, StreamRead } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import type { Loaded } from './load.js';
import type { Wiring } from './wiring.js';

/** Rounds after which a module that always names one stream more is taken to be broken. */
const ROUNDS = 100;

/** When a decision is taken, and by whom. */
export const momentOf = ({ effectiveAt, actor, role }: ReadAsk, { clock, sha256 }: Wiring): Moment => {
  const now = clock();
  return { effectiveAt: effectiveAt ?? now, now, actor, role, sha256 };
};

/** The states a decision is taken on: the command's own stream, and the others by name, as far as read. */
export interface Grounds<L extends Loaded = Loaded> {
  readonly moment: Moment;
  readonly own: L;
  readonly others: ReadonlyMap<StreamId, L>;
}

/** What a module is told of its grounds. */
export const knownOf = (
  { stream }: Pick<ReadAsk, 'stream'>,
  { own, others }: Pick<Grounds, 'own' | 'others'>,
): Known<unknown> => ({
  own: own.state,
  stateOf: <S, E extends DomainEvent<string, unknown>>(named: StreamId, { fold }: Readable<S, E>) => {
    const read = named === stream ? own : others.get(named);
    // What a stream is folded to is known to who names it, and to nobody between.
    return (read?.fold.evolve as unknown) === fold.evolve ? (read?.state as S) : undefined;
  },
});

/**
 * Reads what a decision needs, round by round: what was read may lead to streams nobody knew of before.
 *
 * @throws RangeError where a module never stops naming streams, or folds its own as another's: a defect.
 */
export const gather = async <L extends Loaded, Fault>(
  ask: ReadAsk,
  moment: Moment,
  own: L,
  loadOne: (read: StreamRead) => Promise<E.Either<Fault, L>>,
): Promise<E.Either<Fault, Grounds<L>>> => {
  const { module, command, stream } = ask;
  const others = new Map<StreamId, L>();
  for (let round = 0; round < ROUNDS; round++) {
    const named = module.reads(command, moment, knownOf(ask, { own, others }));
    let fresh = false;
    for (const read of named) {
      if (read.stream === stream && read.of.fold.evolve !== module.decider.evolve) {
        throw new RangeError(`${command.type} folds its own stream as another's`);
      }
      if (read.stream === stream || others.has(read.stream)) continue;
      fresh = true;
      const loaded = await loadOne(read);
      if (E.isLeft(loaded)) return loaded;
      others.set(read.stream, loaded.right);
    }
    if (!fresh) return E.right({ moment, own, others });
  }
  throw new RangeError(`${command.type} names ever more streams to read`);
};
