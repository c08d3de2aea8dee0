import { meets } from '@millrace/engine';
import type {
  Append,
  AppendError,
  AppendReceipt,
  CommandId,
  Position,
  Receipt,
  Revision,
  StreamId,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { at } from '../asking.js';

/** An event as the model keeps it: its position is the store's to choose, and learnt from it. */
export interface ModelEvent {
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly text: string;
}

interface Wrote {
  readonly ids: ReadonlyArray<string>;
  readonly receipt: Receipt;
}

/**
 * A tenant's log as the contract describes it, in the plainest way: lists, searched from the front.
 *
 * @source stores.md section 1
 */
export interface Model {
  readonly log: ReadonlyArray<ModelEvent>;
  /** Positions of the events in `log`, as the store gave them. */
  readonly positions: ReadonlyArray<Position>;
  readonly actual: (stream: StreamId) => Revision | 'none';
  readonly receiptOf: (stream: StreamId, commandId: CommandId) => Receipt | undefined;
  /** What the store must answer: `right` where it must write, the receipts where it wrote before. */
  readonly judge: (request: Append) => E.Either<AppendError, 'write' | ReadonlyArray<AppendReceipt>>;
  /** Writes what was judged so, at the positions the store chose for the events. */
  readonly write: (request: Append, positions: ReadonlyArray<Position>) => ReadonlyArray<AppendReceipt>;
}

export const emptyModel = (): Model => {
  const log: Array<ModelEvent> = [];
  const positions: Array<Position> = [];
  const wrote = new Map<string, Wrote>();
  const key = (stream: StreamId, commandId: CommandId): string => `${commandId} ${stream}`;
  const actual = (stream: StreamId): Revision | 'none' =>
    log.findLast((event) => event.stream === stream)?.revision ?? 'none';

  return {
    log,
    positions,
    actual,
    receiptOf: (stream, commandId) => wrote.get(key(stream, commandId))?.receipt,
    judge: ({ writes, guards, commandId }) => {
      const before = writes.map(({ stream }) => wrote.get(key(stream, commandId)));
      const known = writes.find((_, i) => before[i] !== undefined);
      if (known !== undefined) {
        const isSame = writes.every(({ events }, i) => before[i]?.ids.join() === events.map(({ id }) => id).join());
        const receipts = before.flatMap((one) => (one === undefined ? [] : [{ ...one.receipt, repeated: true }]));
        return isSame ? E.right(receipts) : conflict(known.stream, known.expected);
      }

      const moved = guards.find(({ stream, revision }) => actual(stream) !== revision);
      if (moved !== undefined) return conflict(moved.stream, moved.revision);
      const unmet = writes.find(({ stream, expected }) => !meets(actual(stream), expected));
      return unmet === undefined ? E.right('write') : conflict(unmet.stream, unmet.expected);
    },
    write: ({ writes, commandId }, given) => {
      const learnt = [...given];
      return writes.map(({ stream, events }) => {
        const standing = actual(stream);
        const firstRevision = standing === 'none' ? 0 : standing + 1;
        events.forEach(({ text }, i) => {
          log.push({ stream, revision: firstRevision + i, text });
          positions.push(...learnt.splice(0, 1));
        });
        const lastRevision = firstRevision + events.length - 1;
        const receipt = { stream, firstRevision, lastRevision, position: at(positions, -1) };
        wrote.set(key(stream, commandId), { ids: events.map(({ id }) => id), receipt });
        return { ...receipt, repeated: false };
      });
    },
  };

  function conflict(stream: StreamId, expected: Append['writes'][number]['expected']): E.Either<AppendError, never> {
    return E.left({ type: 'Conflict', stream, expected, actual: actual(stream) });
  }
};
