import type { CustomerCommand } from '@millrace/sales';
import type { Random } from './random.js';
import { leavers, someSeller, YEAR } from './staff.js';

/** Something that is going to happen to a customer, whoever has custody then. */
export interface Intent {
  readonly at: number;
  readonly by: 'custodian' | 'manager';
  /** The command, of who has custody by then; nothing where there is nothing to do. */
  readonly command: (custodian: string) => Plain | undefined;
}

/** A command before it is read: branded fields as plain text. */
export type Plain = { readonly type: CustomerCommand['type'] } & { readonly [field: string]: unknown };

const DAY = 86_400_000;

const LOST: ReadonlyArray<readonly [string, number]> = [
  ['rivalProduct', 4],
  ['otherDealer', 2],
  ['price', 4],
  ['noFinance', 2],
  ['needGone', 3],
];
const CONTACTS: ReadonlyArray<readonly [string, number]> = [
  ['call', 5],
  ['visit', 3],
  ['message', 4],
  ['inbound', 1],
];
const REVERTS: ReadonlyArray<readonly [string, number]> = [
  ['budgetWithdrawn', 2],
  ['postponed', 3],
  ['reconsidering', 2],
];
const NOTES = ['asked for an offer', 'compared two models on the lot', 'took a test drive', 'brought the accountant'];

/** One pass through the funnel from `start`, and perhaps, later, another. */
export const journey = (random: Random, customer: string, start: number, returning = false): ReadonlyArray<Intent> => {
  const intents: Array<Intent> = [];
  const add = (at: number, type: Plain['type'], fields: object, by: Intent['by'] = 'custodian'): void => {
    intents.push({ at, by, command: () => ({ type, customer, ...fields }) });
  };
  const contacts = (from: number, to: number, most: number): void => {
    for (let i = random.between(0, most); i > 1; i--) {
      const contactType = random.pick(CONTACTS);
      intents.push({
        at: random.between(from, to),
        by: 'custodian',
        command: (by) => ({ type: 'LogContact', customer, by, contactType }),
      });
    }
  };
  const lose = (at: number): number => {
    const fate = random.pick([
      ['lost', 7],
      ['dormant', 2],
      ['disqualified', 1],
    ] as const);
    const reason = fate === 'lost' ? random.pick(LOST) : fate === 'dormant' ? 'noAnswer' : 'notReachable';
    add(at, 'CloseJourney', { outcome: fate, reason });
    return at;
  };
  const comeBack = (at: number): void => {
    if (!random.chance(0.15)) return;
    const again = at + random.between(45, 150) * DAY;
    add(again, 'OpenJourney', {});
    intents.push(...journey(random, customer, again, true));
  };

  const first = start + random.between(4, 40) * DAY;
  contacts(start, first, 4);
  if (!random.chance(returning ? 0.4 : 0.19)) {
    if (random.chance(0.6)) comeBack(lose(first));
    return intents;
  }

  const skips = random.chance(0.06);
  if (!skips)
    add(first, 'AdvanceStage', {
      to: 'shopper',
      evidence: { note: random.pick(NOTES.map((n) => [n, 1] as const)), traits: ['definiteNeed'] },
    });
  let shopping = first;
  if (!skips && random.chance(0.12)) {
    const back = first + random.between(3, 20) * DAY;
    add(back, 'RevertStage', { to: 'prospect', reason: random.pick(REVERTS) });
    shopping = back + random.between(10, 40) * DAY;
    add(shopping, 'AdvanceStage', {
      to: 'shopper',
      evidence: { note: 'came back with the budget', traits: ['narrowedRange'] },
    });
  }
  const decision = shopping + random.between(3, 45) * DAY;
  contacts(shopping, decision, 5);
  if (!skips && !random.chance(returning ? 0.3 : 0.18)) {
    if (random.chance(0.8)) comeBack(lose(decision));
    return intents;
  }

  add(decision, 'DecidePurchase', skips ? { evidence: { note: 'bought at the first visit' } } : {});
  const completion = decision + random.between(1, 12) * DAY;
  if (random.chance(0.95)) {
    add(completion, 'CompletePurchase', {
      amount: { minor: Math.round(random.between(90, 480)) * 100_000, currency: 'CNY' },
    });
    add(completion + DAY, 'ClassifyCustomer', {}, 'manager');
  } else lose(completion);
  comeBack(completion + DAY);
  return intents;
};

/** Changes of custody: now and then by the manager's wish, and always when the seller leaves. */
export const handovers = (random: Random, customer: string, entered: number, order: number): ReadonlyArray<Intent> => {
  const transfer =
    (at: number, reason: string, isDue: (custodian: string) => boolean): Intent['command'] =>
    (custodian) =>
      isDue(custodian)
        ? { type: 'TransferCustody', customer, to: someSeller(random, at, [custodian]), reason }
        : undefined;
  const left = leavers.map(({ id, leaves }): Intent => {
    const at = leaves + order * 60_000;
    return { at, by: 'manager', command: transfer(at, 'sellerLeft', (custodian) => custodian === id) };
  });
  if (!random.chance(0.06)) return left;
  const at = random.between(entered, YEAR.end);
  const reason = random.pick([
    ['workload', 3],
    ['territory', 1],
    ['customerWish', 1],
  ] as const);
  return [...left, { at, by: 'manager', command: transfer(at, reason, (custodian) => custodian !== '') }];
};
