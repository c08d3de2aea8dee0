/** A made-up sales organisation's credits: three hundred people in twenty units, one event a sale. */
import { join } from 'node:path';
import { streamId } from '@millrace/kernel';
import { personEvents, saleEvents, unitEvents } from '@millrace/sales';
import { type Random, randomOf } from './random.js';
import { type EventsOf, type Written, writeLog } from './written-log.js';

const PEOPLE = 300;
const UNITS = 20;
const START = Date.UTC(2025, 0, 1);
const YEAR = 365 * 86_400_000;

/** The kinds of streams in it. */
export const creditEvents = new Map<string, unknown>([
  ['person', personEvents],
  ['unit', unitEvents],
  ['sale', saleEvents],
]) as EventsOf;

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
export const creditLog = (shared: string, credits: number): Promise<string> =>
  writeLog(join(shared, `credits-${credits}.db`), creditEvents, () => written(credits));

function* written(credits: number): Iterable<Written> {
  const random = randomOf(20_260_102);
  yield* organisation;
  for (let n = 0; n < credits; n++) yield saleAt(n, credits, random);
}
