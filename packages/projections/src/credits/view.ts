import type { Change, Envelope, Instant, View } from '@millrace/kernel';
import type { PeriodEvent, SaleEvent } from '@millrace/sales';
import type { Draft } from 'immer';

/** A credit or its reversal, as its event says it. */
export interface CreditEntry {
  readonly sale: string;
  /** Revision of the event in the sale's stream. */
  readonly by: number;
  readonly at: Instant;
  readonly type: SaleEvent['type'];
  readonly data: SaleEvent['data'];
}

/** A month or quarter: what was recorded before its cut-off, and what came late, by position. */
export interface PeriodCredits {
  readonly kind: 'period';
  readonly cutOff: boolean;
  readonly counted: ReadonlyArray<CreditEntry>;
  readonly late: ReadonlyArray<CreditEntry>;
}

/** A late entry of `period`, and the period it is posted in; none until one is open. */
export interface LatePosting {
  readonly period: string;
  readonly postedIn: string | null;
  readonly sale: string;
  readonly by: number;
}

/** All months, or all quarters, that were opened, and what came late to any of them. */
export interface CreditCalendar {
  readonly kind: 'calendar';
  readonly periods: ReadonlyArray<{ readonly period: string; readonly start: Instant; readonly cutOff: boolean }>;
  readonly late: ReadonlyArray<LatePosting>;
}

export type CreditsDocument = PeriodCredits | CreditCalendar;

type Cadence = 'month' | 'quarter';

/** The document of a period's credits. */
export const periodKey = (period: string): string => `period/${period}`;

/** The document of all periods of a cadence. */
export const calendarKey = (cadence: Cadence): string => `calendar/${cadence}`;

const cadenceOf = (period: string): Cadence => (period.includes('Q') ? 'quarter' : 'month');

/** The credit ledger by period. @source PLG-5, PLG-6, PLG-14 */
export const creditsView: View<SaleEvent | PeriodEvent, CreditsDocument> = {
  name: 'credits',
  version: 1,
  kinds: ['sale', 'period'],
  empty: (key) =>
    key.startsWith('calendar/')
      ? { kind: 'calendar', periods: [], late: [] }
      : { kind: 'period', cutOff: false, counted: [], late: [] },
  on: (event) =>
    event.type === 'SaleCredited' || event.type === 'SaleCreditReversed'
      ? credited(event as Envelope<SaleEvent>)
      : changed(event as Envelope<PeriodEvent>),
};

const credited = ({ type, data, meta, revision: by }: Envelope<SaleEvent>): ReadonlyArray<Change<CreditsDocument>> => {
  const entry = { sale: data.sale, by, at: meta.effectiveAt, type, data } as unknown as Draft<CreditEntry>;
  return data.periods.flatMap((period) => [
    {
      key: periodKey(period),
      change: (doc: Draft<CreditsDocument>): undefined => {
        if (doc.kind === 'period') (doc.cutOff ? doc.late : doc.counted).push(entry);
      },
    },
    {
      key: calendarKey(cadenceOf(period)),
      change: (doc: Draft<CreditsDocument>): undefined => {
        if (doc.kind !== 'calendar' || !doc.periods.some((one) => one.period === period && one.cutOff)) return;
        doc.late.push({ period, postedIn: earliestOpen(doc), sale: data.sale, by });
      },
    },
  ]);
};

const earliestOpen = ({ periods }: Pick<CreditCalendar, 'periods'>): string | null =>
  periods.filter(({ cutOff }) => !cutOff).sort((a, b) => (a.start < b.start ? -1 : 1))[0]?.period ?? null;

const changed = ({ stream, type, data }: Envelope<PeriodEvent>): ReadonlyArray<Change<CreditsDocument>> => {
  const period = stream.slice('period-'.length);
  const key = calendarKey(cadenceOf(period));
  switch (type) {
    case 'PeriodOpened': {
      const { start } = data as Extract<PeriodEvent, { type: 'PeriodOpened' }>['data'];
      return [{ key, change: (doc) => open(doc, period, start) }];
    }
    case 'PeriodCutOff':
      return [
        { key, change: (doc) => cutOff(doc, period) },
        {
          key: periodKey(period),
          change: (doc): undefined => {
            if (doc.kind === 'period') doc.cutOff = true;
          },
        },
      ];
    default:
      return [];
  }
};

const open = (doc: Draft<CreditsDocument>, period: string, start: Instant): undefined => {
  if (doc.kind !== 'calendar') return;
  doc.periods.push({ period, start, cutOff: false });
  for (const late of doc.late) late.postedIn ??= earliestOpen(doc);
};

const cutOff = (doc: Draft<CreditsDocument>, period: string): undefined => {
  if (doc.kind !== 'calendar') return;
  for (const one of doc.periods) if (one.period === period) one.cutOff = true;
};
