import { type Change, type Envelope, eventOf, type Instant, negate, type View } from '@millrace/kernel';
import type { PeriodEvent, SaleEvent } from '@millrace/sales';
import type { Draft } from 'immer';
import {
  type CreditCalendar,
  type CreditEntry,
  type CreditsDocument,
  cadenceOf,
  isCadence,
  type LatePosting,
} from './document.js';

/** The credit ledger by period. @source PLG-5, PLG-6, PLG-14 */
export const creditsView: View<SaleEvent | PeriodEvent, CreditsDocument> = {
  name: 'credits',
  version: 1,
  kinds: ['sale', 'period'],
  empty: (key) =>
    isCadence(key)
      ? { kind: 'calendar', periods: [], late: [] }
      : { kind: 'period', cutOff: false, counted: [], late: [] },
  on: (event) =>
    event.type === 'SaleCredited' || event.type === 'SaleCreditReversed'
      ? credited(event as Envelope<SaleEvent>)
      : changed(event as Envelope<PeriodEvent>),
};

const credited = (envelope: Envelope<SaleEvent>): ReadonlyArray<Change<CreditsDocument>> => {
  const entry: CreditEntry = { by: envelope.revision, event: eventOf(envelope) };
  const enterIt = (doc: Draft<CreditsDocument>): undefined => enter(doc, entry);
  const postIt = (doc: Draft<CreditsDocument>): undefined => postLate(doc, envelope);
  const changes: Array<Change<CreditsDocument>> = [];
  for (const period of envelope.data.periods) {
    changes.push({ key: period, change: enterIt }, { key: cadenceOf(period), change: postIt });
  }
  return changes;
};

const enter = (doc: Draft<CreditsDocument>, entry: CreditEntry): undefined => {
  if (doc.kind === 'period') (doc.cutOff ? doc.late : doc.counted).push(entry as Draft<CreditEntry>);
};

/** Late is what stands after the cut-off by position, whatever its timestamps say. */
const postLate = (doc: Draft<CreditsDocument>, { type, data, meta, revision: by }: Envelope<SaleEvent>): undefined => {
  if (doc.kind !== 'calendar') return;
  const period = doc.periods.find((one) => one.cutOff && data.periods.some((label) => label === one.period))?.period;
  if (period === undefined) return;
  const { sale, credit, amount } = data;
  const { effectiveAt: at, actor, role } = meta;
  const late: LatePosting = {
    period,
    postedIn: firstOpenAfter(doc, period),
    sale,
    credit,
    by,
    at,
    amount: type === 'SaleCredited' ? { ...amount } : negate(amount),
    actor,
    role,
  };
  doc.late.push(late);
};

/** The earliest later period that is not yet cut off. */
const firstOpenAfter = ({ periods }: Pick<CreditCalendar, 'periods'>, period: string): string | null =>
  periods.reduce<string | null>((first, one) => {
    if (one.cutOff || one.period <= period) return first;
    return first === null || one.period < first ? one.period : first;
  }, null);

const changed = ({ stream, type, data }: Envelope<PeriodEvent>): ReadonlyArray<Change<CreditsDocument>> => {
  const period = stream.slice('period-'.length);
  const key = cadenceOf(period);
  switch (type) {
    case 'PeriodOpened': {
      const { start } = data as Extract<PeriodEvent, { type: 'PeriodOpened' }>['data'];
      return [{ key, change: (doc) => open(doc, period, start) }];
    }
    case 'PeriodCutOff':
      return [
        { key, change: (doc) => cutOffIn(doc, period) },
        { key: period, change: cutOff },
      ];
    default:
      return [];
  }
};

/** Late entries that nothing was open for are posted in what opens now. */
const open = (doc: Draft<CreditsDocument>, period: string, start: Instant): undefined => {
  if (doc.kind !== 'calendar') return;
  doc.periods.push({ period, start, cutOff: false });
  for (const late of doc.late) late.postedIn ??= firstOpenAfter(doc, late.period);
};

const cutOffIn = (doc: Draft<CreditsDocument>, period: string): undefined => {
  if (doc.kind !== 'calendar') return;
  for (const one of doc.periods) if (one.period === period) one.cutOff = true;
};

const cutOff = (doc: Draft<CreditsDocument>): undefined => {
  if (doc.kind === 'period') doc.cutOff = true;
};
