import type { Envelope } from '@millrace/kernel';
import type { PledgeName } from '@millrace/sales';
import type { SalesEvent } from './world.js';

/** The pledges that were ever sworn for some periods, in the order of their first swearing. */
export const pledgesIn = (
  log: ReadonlyArray<Envelope<SalesEvent>>,
  periods: (label: string) => boolean,
): ReadonlyArray<PledgeName> => {
  const names = new Map<string, PledgeName>();
  for (const { stream, type, data } of log) {
    if (type !== 'PledgeSworn') continue;
    const { period, person, unit } = data as PledgeName;
    if (periods(period)) names.set(stream, { period, person, ...(unit === undefined ? {} : { unit }) });
  }
  return [...names.values()];
};
