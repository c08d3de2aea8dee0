import { eventOf, type View } from '@millrace/kernel';
import { initialPeriod, type PeriodEvent, periodFold, type SalesPeriod } from '@millrace/sales';
import type { Draft } from 'immer';

/** A sales period, and where its turning points stand in its stream. */
export interface PeriodDocument {
  readonly state: SalesPeriod;
  readonly cutOffBy: number | null;
  readonly closedBy: number | null;
}

/** The sales periods, by label. @source ORG-23, ORG-48 */
export const periodsView: View<PeriodEvent, PeriodDocument> = {
  name: 'periods',
  version: 1,
  kinds: ['period'],
  empty: () => ({ state: initialPeriod, cutOffBy: null, closedBy: null }),
  on: (event) => [
    {
      key: event.stream.slice('period-'.length),
      change: (doc: Draft<PeriodDocument>): undefined => {
        doc.state = periodFold.evolve(doc.state, eventOf(event)) ?? doc.state;
        if (event.type === 'PeriodCutOff') doc.cutOffBy = event.revision;
        if (event.type === 'PeriodClosed') doc.closedBy = event.revision;
      },
    },
  ],
};
