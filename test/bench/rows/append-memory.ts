import { createEngine, memoryStore, newCommandId } from '@millrace/engine';
import { type Append, type EventStore, type StreamId, streamId } from '@millrace/kernel';
import { customerModule, dealership, playbookModule } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { stories } from '../data/history.js';
import { commandIdAt, encoded, logOf, TENANT } from '../data/log.js';
import { randomOf } from '../data/random.js';
import type { Contender, Round, Row } from '../harness/row.js';

const STREAMS = [1_000, 10_000, 100_000];

const named = (count: number): string => `port, ${count.toLocaleString('en')} streams`;

/** One event more for each of `size` streams picked at random, all of which have events already. */
const planOf = (size: number, streams: number, texts: ReadonlyArray<Append['writes'][number]['events'][number]>) => {
  const { below } = randomOf(streams);
  const names = Array.from({ length: streams }, (_, i): StreamId => streamId('customer', `c${i}`));
  const heads = new Array<number>(streams).fill(-1);
  const append = (at: number, n: number): Append => {
    const [stream, event] = [names[at], texts[n % texts.length]];
    if (stream === undefined || event === undefined) throw new RangeError('a stream and an event');
    const head = heads[at] ?? -1;
    heads[at] = head + 1;
    const write = { stream, expected: head < 0 ? ('none' as const) : head, events: [event] };
    return { commandId: commandIdAt(n), writes: [write], guards: [] };
  };
  return {
    first: names.map((_, i) => append(i, i)),
    next: Array.from({ length: size }, (_, i) => append(below(streams), streams + i)),
  };
};

const appendAll = async (store: EventStore, appends: ReadonlyArray<Append>): Promise<number> => {
  let written = 0;
  for (const append of appends) {
    const receipts = await store.append(append)();
    if (E.isLeft(receipts)) throw new Error(`not appended: ${receipts.left.type}`);
    written += receipts.right.length;
  }
  return written;
};

/** A map of arrays and nothing more: no expectation, no receipt, no promise. */
const mapPush = ({ first, next }: ReturnType<typeof planOf>): Round => {
  const streams = new Map<string, Array<string>>();
  const push = ({ writes }: Append): number => {
    for (const { stream, events } of writes) {
      const texts = streams.get(stream);
      for (const { text } of events) {
        if (texts === undefined) streams.set(stream, [text]);
        else texts.push(text);
      }
    }
    return writes.length;
  };
  first.forEach(push);
  return { run: () => next.reduce((written, append) => written + push(append), 0) };
};

const by = { actor: 'operator', role: 'operator' };

/** A whole command for each event: read, decided, encoded, appended; a customer each time another. */
const executed = async (size: number): Promise<Round> => {
  const { execute } = createEngine({ store: memoryStore().tenant(TENANT), modules: [playbookModule, customerModule] });
  const ask = async (command: { readonly type: string }): Promise<void> => {
    const outcome = await execute({ ...by, command, commandId: newCommandId() })();
    if (E.isLeft(outcome)) throw new Error(`not executed: ${outcome.left.type}`);
  };
  const customers = Array.from({ length: Math.min(1_000, size) }, (_, i) => `c${i}`);
  await ask({ type: 'PublishPlaybook', playbook: dealership } as { readonly type: string });
  for (const customer of customers) {
    const sheet = { source: 'walkIn', mobile: '1' };
    await ask({ type: 'CollectProspect', customer, collectedBy: 's1', sheet } as { readonly type: string });
    await ask({ type: 'AcceptProspect', customer, screenedBy: 'm1' } as { readonly type: string });
    await ask({ type: 'EnterCustomer', customer, custodian: 's1' } as { readonly type: string });
  }
  return {
    run: async () => {
      for (let i = 0; i < size; i++) {
        const customer = customers[i % customers.length];
        await ask({ type: 'LogContact', customer, by: 's1', contactType: 'visit' } as { readonly type: string });
      }
    },
  };
};

/** The port, its events encoded and checked before; whole commands beside it. */
export const appendMemory: Row = {
  name: 'append-memory',
  title: 'append 200,000 events in memory one by one',
  unit: 'events/s',
  size: 200_000,
  goals: [
    ...STREAMS.map((count) => ({ of: named(count), perSecondAtLeast: 500_000 })),
    { of: named(100_000), against: named(1_000), speedAtLeast: 0.7 },
  ],
  contenders: async ({ size }) => {
    const texts = logOf(stories(Math.min(size, 20_000))).map(encoded);
    const ports = STREAMS.map((count): Contender => {
      const { first, next } = planOf(size, Math.min(count, size), texts);
      return {
        name: named(count),
        round: async () => {
          const store = memoryStore().tenant(TENANT);
          await appendAll(store, first);
          return { run: async () => void (await appendAll(store, next)) };
        },
      };
    });
    const executions = Math.ceil(size / 20);
    const pushed = planOf(size, Math.min(10_000, size), texts);
    return [
      ...ports,
      { name: 'map of arrays', round: () => ({ run: () => void mapPush(pushed).run() }) },
      { name: 'engine execute', size: executions, round: () => executed(executions) },
    ];
  },
};
