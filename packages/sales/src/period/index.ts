import { type Module, streamRead } from '@millrace/kernel';
import { type GovernanceRefusal, governed } from '../governance/index.js';
import { personStream, readablePerson } from '../person/readable.js';
import { readableUnit, unitStream } from '../unit/readable.js';
import { type PeriodCommand, periodCommands } from './commands.js';
import type { Others, PeriodContext } from './context.js';
import { decide } from './decide.js';
import { type PeriodEvent, periodEvents } from './events.js';
import { evolve, initial, type SalesPeriod } from './evolve.js';
import { periodStream } from './readable.js';
import type { PeriodRefusal } from './refusals.js';

/** One stream per month or quarter: what was announced and set before its cut-off is told by position. */
export const periodModule: Module<
  PeriodCommand,
  SalesPeriod,
  PeriodEvent,
  PeriodRefusal | GovernanceRefusal,
  PeriodContext
> = governed<PeriodCommand, SalesPeriod, PeriodEvent, PeriodRefusal, Others>({
  kind: 'period',
  events: periodEvents,
  commands: periodCommands,
  initial,
  evolve,
  decide,
  streamOf: ({ period }) => periodStream(period),
  reads: (command) => {
    if (command.type !== 'SetTarget') return [];
    const { of } = command;
    return 'person' in of
      ? [streamRead(personStream(of.person), readablePerson)]
      : [streamRead(unitStream(of.unit), readableUnit)];
  },
  others: (command, _, { stateOf }) => {
    if (command.type !== 'SetTarget') return {};
    const { of } = command;
    return 'person' in of
      ? { person: stateOf(personStream(of.person), readablePerson) }
      : { unit: stateOf(unitStream(of.unit), readableUnit) };
  },
});

export type { PeriodCommand } from './commands.js';
export type { PeriodContext } from './context.js';
export { type PeriodEvent, periodEvents } from './events.js';
export {
  type Incentive,
  initial as initialPeriod,
  type OpenedPeriod,
  type SalesPeriod,
  type Target,
} from './evolve.js';
export { IncentiveRule, type Tier } from './incentive.js';
export { periodFold, periodStream, readablePeriod } from './readable.js';
export type { PeriodRefusal } from './refusals.js';
export { CountMeasure, TargetLevels, TargetOf } from './target.js';
export { AgendaItem, DocumentRef, MeetingMode, PeriodLabel, type PeriodLabelBrand } from './terms.js';
