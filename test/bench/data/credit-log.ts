/** A made-up sales organisation's credits: three hundred people in twenty units, one event a sale. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@millrace/engine';
import {
  type Append,
  type BusinessId,
  type DomainEvent,
  type EncodedEvent,
  type EventSet,
  encodeEvents,
  type StreamId,
  streamId,
} from '@millrace/kernel';
import { personEvents, saleEvents, unitEvents } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { commandIdAt, TENANT } from './log.js';
import { type Random, randomOf } from './random.js';
import { opened } from './sqlite-log.js';

const PEOPLE = 300;
const UNITS = 20;
const CHUNK = 10_000;
const START = Date.UTC(2025, 0, 1);
const YEAR = 365 * 86_400_000;

/** The kinds of streams in it. */
export const creditEvents = new Map<string, unknown>([
  ['person', personEvents],
  ['unit', unitEvents],
  ['sale', saleEvents],
]) as ReadonlyMap<string, EventSet<DomainEvent<string, unknown>>>;

interface Written {
  readonly stream: StreamId;
  readonly revision: number;
  readonly event: object;
}

const founded = new Date(START).toISOString();

const organisation: ReadonlyArray<Written> = [
  ...Array.from({ length: UNITS }, (_, i) => ({
    stream: streamId('unit', `u${i}`),
    revision: 0,
    event: event('UnitOpened', founded, { unit: `u${i}`, unitKind: 'branch', name: `Branch ${i}` }),
  })),
  ...Array.from({ length: PEOPLE }, (_, i) => {
    const stream = streamId('person', `p${i}`);
    return [
      { stream, revision: 0, event: event('StaffJoined', founded, { person: `p${i}`, name: `Person ${i}` }) },
      { stream, revision: 1, event: event('TeamJoined', founded, { unit: `u${i % UNITS}` }) },
    ];
  }).flat(),
];

function event(type: string, effectiveAt: string, data: object): object {
  return { type, data, effectiveAt };
}

const saleAt = (n: number, of: number, { below }: Random): Written => {
  const at = new Date(START + 1 + Math.floor((n / of) * YEAR)).toISOString();
  const money = (minor: number) => ({ minor, currency: 'CNY' });
  const [whole, first] = [1_000 + 100 * below(5_000), below(PEOPLE)];
  const half = Math.floor(whole / 2);
  const shared = below(4) === 0;
  const revenue = shared
    ? [
        { person: `p${first}`, weight: 1, amount: money(whole - half) },
        { person: `p${(first + 7) % PEOPLE}`, weight: 1, amount: money(half) },
      ]
    : [{ person: `p${first}`, weight: 1, amount: money(whole) }];
  const month = at.slice(0, 7);
  const quarter = `${at.slice(0, 4)}-Q${Math.ceil(Number(at.slice(5, 7)) / 3)}`;
  return {
    stream: streamId('sale', `s${n}`),
    revision: 0,
    event: event('SaleCredited', at, {
      sale: `s${n}`,
      credit: 1,
      basis: 'contract',
      amount: money(whole),
      revenue,
      overlay: [],
      referral: [],
      periods: [month, quarter],
      late: [],
    }),
  };
};

/** A database of the organisation and so many credits, in a folder that a run's rows share. */
export const creditLog = async (shared: string, credits: number): Promise<string> => {
  const file = join(shared, `credits-${credits}.db`);
  if (existsSync(file)) return file;
  const making = `${file}.making`;
  const database = await opened({ file: making, durability: 'normal' });
  const store = database.tenant(TENANT);
  const random = randomOf(20_260_102);
  for (let from = 0; from < credits; from += CHUNK) {
    const length = Math.min(CHUNK, credits - from);
    const sales = Array.from({ length }, (_, i) => saleAt(from + i, credits, random));
    const written = from === 0 ? [...organisation, ...sales] : sales;
    const first = from === 0 ? 0 : organisation.length + from;
    const receipts = await Promise.all(written.map((one, i) => store.append(appendOf(one, first + i))()));
    for (const receipt of receipts) if (E.isLeft(receipt)) throw new Error(`not appended: ${receipt.left.type}`);
  }
  await database.close();
  renameSync(making, file);
  return file;
};

const appendOf = (written: Written, n: number): Append => {
  const { stream, revision } = written;
  const expected = revision === 0 ? ('none' as const) : revision - 1;
  return { commandId: commandIdAt(n), writes: [{ stream, expected, events: [encoded(written, n)] }], guards: [] };
};

const encoded = ({ stream, event: written }: Written, n: number): EncodedEvent => {
  const events = creditEvents.get(stream.slice(0, stream.indexOf('-')));
  const commandId = commandIdAt(n);
  const provenance = {
    tenant: TENANT,
    actor: 'import' as BusinessId,
    role: 'import' as BusinessId,
    commandId,
    commandDigest: sha256(commandId),
    correlationId: commandId,
    playbook: '1',
  };
  if (events === undefined) throw new RangeError(`a stream of no kind: ${stream}`);
  const one = encodeEvents([{ stream, event: written as DomainEvent<string, unknown>, events }], provenance, sha256);
  const only = E.isRight(one) ? one.right[0] : undefined;
  if (only === undefined) throw new RangeError(`not an event that can be stored: ${JSON.stringify(written)}`);
  return only;
};
