import type { Envelope } from '@millrace/kernel';
import type { PledgeCommand } from '@millrace/sales';
import type { SalesEvent } from './world.js';

/** What names a pledge, as commands do. */
export type NamedPledge = Pick<PledgeCommand, 'period' | 'person' | 'unit'>;

/** The pledges that were ever sworn for some periods, in the order of their first swearing. */
export const pledgesIn = (
  log: ReadonlyArray<Envelope<SalesEvent>>,
  periods: (label: string) => boolean,
): ReadonlyArray<NamedPledge> => {
  const names = new Map<string, NamedPledge>();
  for (const { stream, type, data } of log) {
    if (type !== 'PledgeSworn') continue;
    const { period, person, unit } = data as NamedPledge;
    if (periods(period)) names.set(stream, { period, person, ...(unit === undefined ? {} : { unit }) });
  }
  return [...names.values()];
};
