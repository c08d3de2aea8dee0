import type { AppendReceipt, EventId, Instant, Receipt, StreamId } from '@millrace/kernel';
import type { Decided } from './decide.js';
import type { Receipts } from './settle.js';

/** An event that a command recorded. */
export interface RecordedEvent {
  readonly id: EventId;
  readonly stream: StreamId;
  readonly revision: number;
  readonly type: string;
  readonly data: unknown;
  readonly effectiveAt: Instant;
}

/** What a command recorded, and where it stands. */
interface Happened {
  /** Of the command's own stream. */
  readonly receipt: Receipt;
  /** Of the further streams written in the same append; none for most commands. */
  readonly elsewhere: ReadonlyArray<Receipt>;
  /** In the order of the log: its own stream's, then those elsewhere. */
  readonly events: ReadonlyArray<RecordedEvent>;
}

/** What became of a command that was not refused. */
export type Outcome =
  /** It happened now. */
  | ({ readonly type: 'Recorded' } & Happened)
  /** It had happened before, or somebody was faster, under the same id: the first receipt. */
  | ({ readonly type: 'RecordedBefore' } & Happened)
  /** It is so already; nothing was recorded. */
  | { readonly type: 'AlreadySo' };

/** The outcome of a decision that was appended, now or by somebody who asked the same meanwhile. */
export const recorded = ({ parts }: Decided, receipts: Receipts): Outcome => {
  const [own, ...elsewhere] = receipts;
  const events = parts.flatMap(({ on: { stream }, events: ofStream, encoded, firstRevision }, part) =>
    ofStream.map(({ type, data, effectiveAt }, i) => ({
      id: encoded[i]?.id as EventId,
      stream,
      revision: (receipts[part]?.firstRevision ?? firstRevision) + i,
      type,
      data,
      effectiveAt,
    })),
  );
  return {
    type: own.repeated ? 'RecordedBefore' : 'Recorded',
    receipt: receiptOf(own),
    elsewhere: elsewhere.map(receiptOf),
    events,
  };
};

const receiptOf = ({ repeated: _, ...receipt }: AppendReceipt): Receipt => receipt;
