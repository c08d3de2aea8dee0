import { breathe, naturalNumber, pull } from '@millrace/engine';
import {
  type Append,
  type AppendError,
  type AppendReceipt,
  type Batch,
  type Capabilities,
  checkAppend,
  type EventStore,
  type Position,
  type Subscription,
  type Tenant,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import type { News } from './news.js';
import type { Reads } from './reads.js';
import type { Writer } from './writer.js';

/** What the stores of one connection share. */
export interface Connection {
  readonly reads: Reads;
  /** Absent where the database was opened for reading only. */
  readonly writer: Writer | undefined;
  readonly news: News;
  /** Told of every subscription, so that closing can end it. */
  readonly follow: (subscription: Subscription) => void;
  /** Whether there is a file, or only memory. */
  readonly inFile: boolean;
}

const capabilitiesOf = (inFile: boolean): Capabilities => ({
  atomicGuards: true,
  multiStream: true,
  durable: inFile,
  refusesChange: inFile,
  sharedByProcesses: inFile,
  maxAppendBytes: 64 * 1_048_576,
});

/** The store of one tenant. */
export const storeOf = (tenant: Tenant, { reads, writer, news, follow, inFile }: Connection): EventStore => {
  const capabilities = capabilitiesOf(inFile);

  const readAll: EventStore['readAll'] = (from, most) => async () => {
    const [after, limit] = [naturalNumber(from), naturalNumber(most)];
    const page = await reads.reading<Batch>(tenant, { events: [], upTo: 0 }, (id) => {
      const events = reads.log(id, after, limit);
      return { events, upTo: events.at(-1)?.position ?? Math.min(after, reads.head(id)) };
    })();
    if (E.isRight(page) && page.right.events.length === limit) await breathe();
    return page;
  };
  const head: EventStore['head'] = reads.reading<Position>(tenant, 0, reads.head);

  const append = async (request: Append): Promise<E.Either<AppendError, ReadonlyArray<AppendReceipt>>> => {
    const checked = checkAppend(request, capabilities);
    if (E.isLeft(checked)) return checked;
    if (writer !== undefined) return writer.append(tenant, request);
    return E.left({ type: 'Unavailable', reason: 'failed', message: 'the database was opened for reading only' });
  };

  return {
    tenant,
    capabilities,
    append: (request) => () => append(request),
    readAll,
    head,
    readStream: (stream, from, limit) =>
      reads.reading(tenant, [], (id) => reads.stream(id, stream, naturalNumber(from), naturalNumber(limit))),
    receiptOf: (stream, command) =>
      reads.reading(tenant, O.none, (id) => O.fromNullable(reads.receipt(id, stream, command))),
    subscribe: (after, onBatch, options) => {
      const subscription = pull({ readAll, head, mark: news.mark }, after, onBatch, options);
      follow(subscription);
      return subscription;
    },
  };
};
