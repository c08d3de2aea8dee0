import type { AppendError, AppendReceipt, EventStore, ReadError } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

/** What goes wrong with one append. */
export type AppendFault =
  /** Nothing is written, and the caller is told so. */
  | 'fails'
  /** Nothing is written; nobody knows. */
  | 'lostBefore'
  /** It is written; nobody knows. */
  | 'lostAfter'
  /** It is written some time later; nobody knows. */
  | 'lostLate'
  /** It is written twice, as an impatient client does. */
  | 'twice'
  /** The store claims a conflict; nothing is written. */
  | 'conflicts'
  /** The database turns out to be broken. */
  | 'damaged'
  | undefined;

export interface Faults {
  /** Asked before each append. */
  readonly append?: () => AppendFault;
  /** Asked before each read: whether it fails. */
  readonly read?: () => boolean;
  /** Waited for before the store is called and before it answers. */
  readonly pause?: (what: string) => Promise<unknown>;
  /** Appends overtake each other, against the port's word. */
  readonly reorders?: boolean;
}

export const unavailable = { type: 'Unavailable', reason: 'failed', message: 'injected' } as const;
export const outcomeUnknown = { type: 'OutcomeUnknown', message: 'injected' } as const;
export const damaged = { type: 'StoreDamaged', message: 'injected' } as const;

type Appended = E.Either<AppendError, ReadonlyArray<AppendReceipt>>;

/** A store that breaks down as it is told to; where it is told nothing it is the one inside. */
export const faulty = (store: EventStore, { append, read, pause = noPause, reorders = false }: Faults): EventStore => {
  const reading =
    <A>(inner: TaskEither<ReadError, A>): TaskEither<ReadError, A> =>
    async () => {
      await pause('read');
      if (read?.() === true) return E.left(unavailable);
      const answer = await inner();
      await pause('answer of a read');
      return answer;
    };
  const appending = async (request: Parameters<EventStore['append']>[0], fault: AppendFault): Promise<Appended> => {
    const [write] = request.writes;
    switch (fault) {
      case undefined:
        return store.append(request)();
      case 'fails':
        return E.left(unavailable);
      case 'lostBefore':
        return E.left(outcomeUnknown);
      case 'lostAfter':
        await store.append(request)();
        return E.left(outcomeUnknown);
      case 'lostLate':
        pause('late append').then(() => store.append(request)());
        return E.left(outcomeUnknown);
      case 'twice':
        await store.append(request)();
        return store.append(request)();
      case 'conflicts':
        if (write === undefined) throw new RangeError('an append has a write');
        return E.left({ type: 'Conflict', stream: write.stream, expected: write.expected, actual: 'none' });
      case 'damaged':
        return E.left(damaged);
    }
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    ...store,
    append: (request) => async () => {
      const mine = (reorders ? Promise.resolve() : last)
        .then(() => pause('append'))
        .then(() => appending(request, append?.()));
      last = mine;
      const answer = await mine;
      await pause('answer of an append');
      return answer;
    },
    readStream: (stream, from, limit) => reading(store.readStream(stream, from, limit)),
    readAll: (after, limit) => reading(store.readAll(after, limit)),
    receiptOf: (stream, commandId) => reading(store.receiptOf(stream, commandId)),
    head: reading(store.head),
    subscribe: (after, onBatch, options) =>
      store.subscribe(
        after,
        async (events, upTo) => {
          await onBatch(events, upTo);
          await onBatch(events, upTo);
        },
        options,
      ),
  };
};

const noPause = async (): Promise<void> => undefined;

/** Faults one after the other, and none when they are used up. */
export const oneByOne = <Fault>(faults: ReadonlyArray<Fault>): (() => Fault | undefined) => {
  let next = 0;
  return () => faults[next++];
};

/** A store where something else happens just before the n-th append; appends keep their order. */
export const racing = (store: EventStore, before: (append: number) => Promise<unknown>): EventStore => {
  let calls = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...store,
    append: (request) => () => {
      calls += 1;
      const call = calls;
      const mine = last.then(() => before(call)).then(() => store.append(request)());
      last = mine;
      return mine;
    },
  };
};
