/** A made-up dealership's history: the same for every run, and true to the customer's rules. */
import { type StreamId, streamId } from '@millrace/kernel';
import type { CustomerEvent } from '@millrace/sales';
import { type Random, randomOf } from './random.js';

/** The eleven types of event of the bench. */
export const TYPES = [
  'ProspectCollected',
  'ProspectAccepted',
  'CustomerEntered',
  'JourneyOpened',
  'ContactLogged',
  'DataSheetUpdated',
  'CustodyTransferred',
  'StageAdvanced',
  'BuyerStepObserved',
  'PurchaseDecided',
  'PurchaseCompleted',
] as const;

export type BenchEvent = Extract<CustomerEvent, { readonly type: (typeof TYPES)[number] }>;

/** One customer's stream. */
export interface Story {
  readonly stream: StreamId;
  readonly events: ReadonlyArray<BenchEvent>;
}

/** Events a customer, in the mean. */
const PER_CUSTOMER = 20;

/** About how many customers a history of `events` has, as people write it. */
export const stateCount = (events: number): string => (events / PER_CUSTOMER).toLocaleString('en');

const HOUR = 3_600_000;
const START = Date.UTC(2023, 0, 1);
/** New customers come in over three years, and one is dealt with for about a year. */
const YEARS = 3 * 365 * 24 * HOUR;
const STEP = 18 * 24 * HOUR;
const SOURCES = ['referral', 'walkIn', 'field', 'exhibition', 'internet'];
const CITIES = ['Hangzhou', 'Ningbo', 'Wenzhou', 'Jiaxing', 'Shaoxing'];
const NOTE =
  'Asked for the six-wheeler with the longer bed, wants the financing table by Thursday and a second quotation with the ' +
  'winter package; compares with two other makes, trusts the workshop more than the price; his brother-in-law runs a ' +
  'fleet of nine and may come along to the test drive; called back twice, prefers mornings, never on market days; ' +
  'the old truck is to be taken in part exchange if the mileage is believed; will decide before the harvest. ';

/** `count` events in streams of about {@link PER_CUSTOMER}, each as it comes out of a parsed text. */
export const stories = (count: number): ReadonlyArray<Story> => {
  const random = randomOf(20_260_101);
  const all: Array<Story> = [];
  for (let events = 0, i = 0; events < count; i++) {
    const customer = `c${String(i).padStart(6, '0')}`;
    const start = START + Math.floor((events / count) * YEARS);
    const story = storyOf(customer, start, Math.min(lengthOf(random), count - events), random);
    all.push({ stream: streamId('customer', customer), events: story });
    events += story.length;
  }
  return all;
};

const lengthOf = ({ below }: Random): number => PER_CUSTOMER - 6 + below(13);

/** A customer's events, at most `length` of them; a longer life has a purchase in it. */
const storyOf = (customer: string, start: number, length: number, random: Random): ReadonlyArray<BenchEvent> => {
  const { below, pick } = random;
  const seller = (): string => `s${String(below(40)).padStart(2, '0')}`;
  const events: Array<BenchEvent> = [];
  const add = (type: BenchEvent['type'], data: object): void => {
    const effectiveAt = new Date(start + events.length * STEP + below(STEP - HOUR)).toISOString();
    events.push(JSON.parse(JSON.stringify({ type, data, effectiveAt })));
  };
  const note = (from: number, to: number): string => NOTE.slice(below(60)).slice(0, from + below(to - from));

  let holder = seller();
  const source = pick(SOURCES);
  add('ProspectCollected', { collectedBy: holder, sheet: sheetOf(customer, source, random) });
  add('ProspectAccepted', { screenedBy: 'manager', selfScreened: false });
  add('CustomerEntered', { collectedBy: holder, source, custodian: holder });
  add('JourneyOpened', { journey: 1, stage: 'prospect' });
  while (events.length < length) {
    const left = length - events.length;
    if (events.length === 9) {
      add('StageAdvanced', {
        journey: 1,
        from: 'prospect',
        to: 'shopper',
        evidence: { note: note(80, 200), traits: ['definiteNeed', 'knowsBrands'] },
      });
    } else if (left === 2 && length > 16) add('PurchaseDecided', { journey: 1, from: 'shopper', to: 'buyer' });
    else if (left === 1 && length > 16) {
      add('PurchaseCompleted', { journey: 1, amount: { minor: 1_000_000 + below(90_000_000), currency: 'CNY' } });
    } else if (below(12) === 0) {
      add('BuyerStepObserved', { journey: 1, step: 'productsCompared', outOfSequence: false });
    } else if (below(10) === 0) {
      const to = seller();
      add('CustodyTransferred', { from: holder, to, reason: 'workload' });
      holder = to;
    } else if (below(6) === 0) {
      const cleared = below(8) === 0 ? ['district'] : [];
      add('DataSheetUpdated', { changes: { city: pick(CITIES), size: `${1 + below(40)} trucks` }, cleared });
    } else add('ContactLogged', { by: holder, contactType: 'visit', message: note(175, 330) });
  }
  return events.slice(0, length);
};

const sheetOf = (customer: string, source: string, { below, pick }: Random): object => ({
  source,
  kind: 'organisation',
  name: `Wang ${customer}`,
  businessName: `${pick(CITIES)} Haulage ${customer}`,
  mobile: `+86 13${String(below(1_000_000_000)).padStart(9, '0')}`,
  city: pick(CITIES),
  district: 'Yuhang',
  address: `${1 + below(900)} Wener Road`,
  currentTrucks: ['JH6', 'J6P'],
  knowsBrand: 'yes',
  buyIntent: 'unknown',
});
