import { type Instant, type Module, periodAt, streamRead } from '@millrace/kernel';
import { customerStream, readableCustomer } from '../customer/readable.js';
import { type GovernanceRefusal, governed, type Reading } from '../governance/index.js';
import { type PeriodLabel, periodStream, readablePeriod, initial as unopened } from '../period/readable.js';
import { personStream, readablePerson, initial as unknown } from '../person/readable.js';
import { type SaleCommand, saleCommands } from './commands.js';
import type { Others, SaleContext } from './context.js';
import { decide } from './decide.js';
import { type SaleEvent, saleEvents } from './events.js';
import { evolve, initial, type Sale } from './evolve.js';
import { saleStream } from './readable.js';
import type { SaleRefusal } from './refusals.js';

/** One stream per sale; people and periods are guarded, and not moved. */
export const saleModule: Module<SaleCommand, Sale, SaleEvent, SaleRefusal | GovernanceRefusal, SaleContext> = governed<
  SaleCommand,
  Sale,
  SaleEvent,
  SaleRefusal,
  Others
>({
  kind: 'sale',
  events: saleEvents,
  commands: saleCommands,
  initial,
  evolve,
  decide,
  streamOf: ({ sale }) => saleStream(sale),
  reads: (command, reading, { own }) => [
    ...peopleIn(command).map((person) => streamRead(personStream(person), readablePerson)),
    ...customersIn(command).map((customer) => streamRead(customerStream(customer), readableCustomer)),
    ...periodsOf(command, own, reading).map((label) => streamRead(periodStream(label), readablePeriod)),
  ],
  others: (command, reading, { own, stateOf }) => ({
    people: new Map(peopleIn(command).map((id) => [id, stateOf(personStream(id), readablePerson) ?? unknown])),
    customerEntered: customersIn(command).some(
      (customer) => stateOf(customerStream(customer), readableCustomer)?.phase === 'entered',
    ),
    periods: periodsOf(command, own, reading).map((label) => ({
      label,
      period: stateOf(periodStream(label), readablePeriod) ?? unopened,
    })),
  }),
});

const peopleIn = (command: SaleCommand): ReadonlyArray<string> =>
  command.type === 'CreditSale'
    ? [
        ...new Set(
          [...command.revenue, ...(command.overlay ?? []), ...(command.referral ?? [])].map((one) => one.person),
        ),
      ]
    : [];

const customersIn = (command: SaleCommand): ReadonlyArray<string> =>
  command.type === 'CreditSale' && command.customer !== undefined ? [command.customer] : [];

/** The month and the quarter of the credit; of a reversal, those of the credit that it reverses. */
const periodsOf = (
  command: SaleCommand,
  { credits }: Sale,
  { effectiveAt, rules }: Reading,
): ReadonlyArray<PeriodLabel> => {
  if (command.type === 'ReverseCredit') {
    const { credit: number = 1 } = command;
    return credits.find((credit) => credit.number === number)?.periods ?? [];
  }
  return (['month', 'quarter'] as const).flatMap((cadence) => labelOf(effectiveAt, cadence, rules.playbook.zone));
};

/** None at the ends of the calendar, where a period reaches out of it. */
const labelOf = (at: Instant, cadence: 'month' | 'quarter', zone: string): ReadonlyArray<PeriodLabel> => {
  try {
    return [periodAt(at, cadence, zone).label as PeriodLabel];
  } catch {
    return [];
  }
};

export type { SaleCommand } from './commands.js';
export type { SaleContext } from './context.js';
export { type SaleEvent, type Split, saleEvents } from './events.js';
export { type Credit, initial as initialSale, type Sale } from './evolve.js';
export { readableSale, saleFold, saleStream } from './readable.js';
export type { SaleRefusal } from './refusals.js';
