import { commandIdOf } from '@millrace/engine';
import type { Append, AppendReceipt, CommandId, EventStore, Expected, Receipt, StreamWrite } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { type Broken, brokenStore } from './broken.js';

type Answer = Awaited<ReturnType<ReturnType<EventStore['append']>>>;

/** A store whose appends are answered by `append`. */
const appending = (id: string, name: string, append: (request: Append, store: EventStore) => Promise<Answer>): Broken =>
  brokenStore(id, name, (store) => ({ ...store, append: (request) => () => append(request, store) }));

const withWrites = (request: Append, change: (write: StreamWrite) => StreamWrite): Append => ({
  ...request,
  writes: request.writes.map(change),
});

const expecting = (id: string, name: string, change: (expected: Expected) => Expected): Broken =>
  appending(id, name, (request, store) =>
    store.append(withWrites(request, (write) => ({ ...write, expected: change(write.expected) })))(),
  );

const answering = (
  id: string,
  name: string,
  change: (receipt: AppendReceipt, request: Append) => AppendReceipt,
): Broken =>
  appending(id, name, async (request, store) =>
    E.map((receipts: ReadonlyArray<AppendReceipt>) => receipts.map((receipt) => change(receipt, request)))(
      await store.append(request)(),
    ),
  );

const again = (receipt: Receipt): AppendReceipt => ({ ...receipt, repeated: true });

let calls = 0;
const anew = (): CommandId => commandIdOf('anew', ++calls);

export const brokenAppends: ReadonlyArray<Broken> = [
  appending('S1', 'loses the last event of an append', async (request, store) => {
    const answer = await store.append(withWrites(request, (w) => ({ ...w, events: w.events.slice(0, 2) })))();
    return E.map((receipts: ReadonlyArray<AppendReceipt>) =>
      receipts.map((each, i) => ({
        ...each,
        lastRevision: each.firstRevision + (request.writes[i]?.events.length ?? 1) - 1,
      })),
    )(answer);
  }),
  appending('S3', 'acknowledges every fifth append without writing it', async (request, store) => {
    calls += 1;
    const [write] = request.writes;
    if (calls % 5 !== 0 || write === undefined) return store.append(request)();
    const lastRevision = write.events.length - 1;
    return E.right([{ stream: write.stream, firstRevision: 0, lastRevision, position: calls, repeated: false }]);
  }),
  appending('S1', 'writes everything twice', async (request, store) => {
    const answer = await store.append(request)();
    if (E.isRight(answer)) await store.append({ ...withWrites(request, any), commandId: anew(), guards: [] })();
    return answer;
  }),
  appending('S1', 'turns the events of an append round', (request, store) =>
    store.append(withWrites(request, (write) => ({ ...write, events: [...write.events].reverse() })))(),
  ),
  expecting('S2', 'takes "none" for "any"', (expected) => (expected === 'none' ? 'any' : expected)),
  expecting('S1', 'takes "exists" for "any"', (expected) => (expected === 'exists' ? 'any' : expected)),
  expecting('LAW-11', 'takes a revision for "exists"', (expected) =>
    typeof expected === 'number' ? 'exists' : expected,
  ),
  expecting('S1', 'takes a revision of -1 for "none"', (expected) => (expected === -1 ? 'none' : expected)),
  appending('S1', 'tells a loser what it expected for what is', async (request, store) => {
    const answer = await store.append(request)();
    if (E.isRight(answer) || answer.left.type !== 'Conflict') return answer;
    const { expected } = answer.left;
    return E.left({ ...answer.left, actual: typeof expected === 'number' ? expected : 'none' });
  }),
  appending('S3', 'lets "any" lose a race', async (request, store) => {
    const [write] = request.writes;
    if (write?.expected !== 'any') return store.append(request)();
    const seen = await store.readStream(write.stream, 0, 10_000)();
    const standing = E.isRight(seen) ? seen.right.length : 0;
    await Promise.resolve();
    const expected = standing === 0 ? 'none' : standing - 1;
    return store.append(withWrites(request, (each) => (each === write ? { ...each, expected } : each)))();
  }),
  appending('S7', 'writes in another order than it was called', async (request, store) => {
    calls += 1;
    if (calls % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return store.append(request)();
  }),
  appending('S4', 'looks at no guard', (request, store) => store.append({ ...request, guards: [] })()),
  appending('S4', 'looks at the first guard only', (request, store) =>
    store.append({ ...request, guards: request.guards.slice(0, 1) })(),
  ),
  appending('S4', 'looks at guards before it writes, not while', async (request, store) => {
    const probe = { ...request, commandId: anew(), writes: request.writes.map((w) => ({ ...w, expected: 9_999 })) };
    const probed = await store.append(probe)();
    const [guard] = request.guards;
    const moved = E.isLeft(probed) && probed.left.type === 'Conflict' && probed.left.stream === guard?.stream;
    if (moved && guard?.stream !== request.writes[0]?.stream) return probed;
    await Promise.resolve();
    return store.append({ ...request, guards: [] })();
  }),
  appending('S5', 'writes several streams one after the other', async (request, store) => {
    const receipts: Array<AppendReceipt> = [];
    for (const write of request.writes) {
      const answer = await store.append({ ...request, writes: [write] })();
      if (E.isLeft(answer)) return answer;
      receipts.push(...answer.right);
    }
    return E.right(receipts);
  }),
  appending('S5', 'writes the first of several streams only', async (request, store) =>
    store.append({ ...request, writes: request.writes.slice(0, 1) })(),
  ),
  appending('S6', 'does not know what it wrote before', async (request, store) => {
    const conflicts = await store.append({ ...request, commandId: anew() })();
    return conflicts;
  }),
  appending('S6', 'knows an append by its command alone', async (request, store) => {
    const receipts = await Promise.all(
      request.writes.map(({ stream }) => store.receiptOf(stream, request.commandId)()),
    );
    const known = receipts.flatMap((each) => (E.isRight(each) && each.right._tag === 'Some' ? [each.right.value] : []));
    return known.length === request.writes.length && known.length > 0
      ? E.right(known.map(again))
      : store.append(request)();
  }),
  appending('S6', 'knows an append only while nothing came after it', async (request, store) => {
    const answer = await store.append(request)();
    const head = await store.head();
    const [write] = request.writes;
    if (E.isLeft(answer) || E.isLeft(head) || write === undefined) return answer;
    const isLast = answer.right.some(({ position }) => position === head.right);
    if (isLast) return answer;
    return E.left({ type: 'Conflict', stream: write.stream, expected: write.expected, actual: 0 });
  }),
  appending('S6', 'takes a part of an append for the whole', async (request, store) => {
    const answer = await store.append(request)();
    if (E.isRight(answer)) return answer;
    const known = await Promise.all(request.writes.map(({ stream }) => store.receiptOf(stream, request.commandId)()));
    const receipts = known.flatMap((each) => (E.isRight(each) && each.right._tag === 'Some' ? [each.right.value] : []));
    return receipts.length > 0 ? E.right(receipts.map(again)) : answer;
  }),
  answering('S7', 'gives the position of the first event', (receipt, { writes }) => ({
    ...receipt,
    position: receipt.position - ((writes[0]?.events.length ?? 1) - 1),
  })),
  answering('S6', 'says of a repeat that it is new', (receipt) => ({ ...receipt, repeated: false })),
  answering('S6', 'says of everything that it is a repeat', again),
  answering('S1', 'counts revisions from one', (receipt) => ({ ...receipt, firstRevision: receipt.firstRevision + 1 })),
  answering('S5', 'names the first stream in every receipt', (receipt, { writes }) => ({
    ...receipt,
    stream: writes[0]?.stream ?? receipt.stream,
  })),
  appending('REL-8', 'splits what is too much', async (request, store) => {
    const [write] = request.writes;
    if (write === undefined || write.events.length <= 1_000) return store.append(request)();
    const first = await store.append({ ...request, writes: [{ ...write, events: write.events.slice(0, 1_000) }] })();
    await store.append({
      ...request,
      commandId: anew(),
      writes: [{ ...write, expected: 'any', events: write.events.slice(1_000) }],
    })();
    return first;
  }),
  appending('REL-8', 'takes nothing for something', async (request, store) =>
    request.writes.some(({ events }) => events.length > 0) ? store.append(request)() : E.right([]),
  ),
  appending('LAW-10', 'leaves a mark where it refuses', async (request, store) => {
    const answer = await store.append(request)();
    const [event] = request.writes[0]?.events ?? [];
    const [write] = request.writes;
    if (E.isRight(answer) || event === undefined || write === undefined) return answer;
    await store.append({ commandId: anew(), guards: [], writes: [{ ...write, expected: 'any', events: [event] }] })();
    return answer;
  }),
];

const any = (write: StreamWrite): StreamWrite => ({ ...write, expected: 'any' });
