/** A pipeline board as a hand would fold it for speed, in the one zone it is asked in: parsed texts in, nothing checked. */
import type { Envelope } from '@millrace/kernel';
import type { ProjectEvent } from '@millrace/sales';

interface Stretch {
  readonly from: string;
  to: string | undefined;
}

/** What a hand writes on the card of a project. */
interface Card {
  readonly project: string;
  readonly openedAt: string;
  readonly owner: string;
  readonly stays: Array<Stretch & { readonly phase: string }>;
  readonly holds: Array<Stretch>;
  minor: number | undefined;
  bp: number | undefined;
  outcome: string | undefined;
  reason: string;
  endedAt: string;
  closed: boolean;
}

export type Cards = Map<string, Card>;

/** Shows one event to the cards. */
export const showCard = (cards: Cards, { stream, type, data, meta }: Envelope<ProjectEvent>): void => {
  const event = { type, data } as ProjectEvent;
  const at = meta.effectiveAt;
  if (event.type === 'ProjectOpened') {
    const { process, amount, owner } = event.data;
    cards.set(stream, {
      project: stream.slice('project-'.length),
      openedAt: at,
      owner,
      stays: [{ phase: process.stages[0]?.phases.at(-1) ?? '', from: at, to: undefined }],
      holds: [],
      minor: amount?.minor,
      bp: undefined,
      outcome: undefined,
      reason: '',
      endedAt: '',
      closed: false,
    });
    return;
  }
  const card = cards.get(stream);
  if (card === undefined) return;
  switch (event.type) {
    case 'PhaseEntered':
      leave(card.stays, at);
      card.stays.push({ phase: event.data.phases.at(-1) ?? '', from: at, to: undefined });
      return;
    case 'GateDecided':
      leave(card.holds, at);
      if (event.data.decision === 'hold') card.holds.push({ from: at, to: undefined });
      return;
    case 'AmountEstimated':
      card.minor = event.data.amount.minor;
      return;
    case 'ProbabilityAssessed':
      card.bp = event.data.bp;
      return;
    case 'ContractSigned':
      card.outcome = 'won';
      card.endedAt = at;
      card.minor = event.data.amount?.minor ?? card.minor;
      return;
    case 'ProjectClosed':
      leave(card.stays, at);
      card.closed = true;
      if (card.outcome !== undefined) return;
      card.outcome = event.data.outcome;
      card.endedAt = at;
      card.reason = event.data.reason ?? '';
      return;
    default:
      return;
  }
};

const leave = (stretches: ReadonlyArray<Stretch>, at: string): void => {
  const last = stretches.at(-1);
  if (last !== undefined) last.to ??= at;
};

const CURRENCY = 'CNY';
const money = (minor: number) => ({ minor, currency: CURRENCY });

/** Days of Shanghai, eight hours ahead all year. */
const dayOf = (at: string): number => Math.floor((Date.parse(at) + 8 * 3_600_000) / 86_400_000);

/** What the cards come to as of an instant after everything, `rotting` being the days a phase allows. */
export const boardOf = (cards: Cards, asOf: string, rotting: number) => {
  const all = [...cards.values()];
  const today = dayOf(asOf);
  const open = all.filter(({ outcome }) => outcome === undefined);
  const won = all.filter(({ outcome }) => outcome === 'won');
  const lost = all.filter(({ outcome }) => outcome === 'lost');
  const reasons = new Map<string, number>();
  for (const { reason } of lost) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const worth = (some: ReadonlyArray<Card>) => ({ count: some.length, value: money(worthOf(some)) });
  const delivered = won.filter(({ closed }) => !closed);
  return {
    opened: all.length,
    phases: ['lead', 'offer', 'negotiation'].map((id) => {
      const there = open.filter(({ stays }) => stays.at(-1)?.phase === id);
      return {
        id,
        ...worth(there),
        weighted: money(weightOf(there)),
        unvalued: there.filter(({ minor }) => minor === undefined).length,
        unassessed: there.filter(({ bp }) => bp === undefined).length,
      };
    }),
    delivery: ['delivery', 'negotiation']
      .map((id) => ({ id, ...worth(delivered.filter(({ stays }) => stays.at(-1)?.phase === id)) }))
      .filter(({ id, count }) => id === 'delivery' || count > 0),
    outcomes: Object.fromEntries(
      ['won', 'lost', 'disqualified', 'dormant', 'duplicate'].map((one) => [
        one,
        worth(all.filter(({ outcome }) => outcome === one)),
      ]),
    ),
    lostReasons: [...reasons].sort(),
    cycle: cycleOf([...won, ...lost]),
    ages: open.map((card) => ageOf(card, today, rotting)).sort((a, b) => (a.project < b.project ? -1 : 1)),
  };
};

const worthOf = (cards: ReadonlyArray<Card>): number => cards.reduce((all, { minor = 0 }) => all + minor, 0);

const weightOf = (cards: ReadonlyArray<Card>): number => {
  const products = cards.reduce((all, { minor = 0, bp = 0 }) => all + BigInt(minor) * BigInt(bp), 0n);
  const [whole, twice] = [products / 10_000n, 2n * (products % 10_000n)];
  return Number(twice > 10_000n || (twice === 10_000n && whole % 2n === 1n) ? whole + 1n : whole);
};

const cycleOf = (decided: ReadonlyArray<Card>) => {
  const days = decided.map(({ openedAt, endedAt }) => dayOf(endedAt) - dayOf(openedAt)).sort((a, b) => a - b);
  const n = days.length;
  return n === 0 ? { n } : { n, min: days[0], max: days[n - 1], sum: days.reduce((all, one) => all + one, 0) };
};

const ageOf = ({ project, owner, stays, holds }: Card, today: number, rotting: number) => {
  const phase = stays.at(-1)?.phase ?? '';
  const visits = stays.filter((stay) => stay.phase === phase);
  const daysOf = ({ from, to }: Stretch): number => (to === undefined ? today : dayOf(to)) - dayOf(from);
  const ages = visits.map(daysOf);
  const latest = ages.at(-1) ?? 0;
  const since = visits.at(-1)?.from ?? '';
  const onHold = holds.reduce((all, hold) => (hold.from >= since ? all + daysOf(hold) : all), 0);
  return {
    project,
    phase,
    owner,
    firstPass: ages[0] ?? 0,
    latest,
    cumulative: ages.reduce((all, days) => all + days, 0),
    onHold,
    held: holds.length > 0 && holds.at(-1)?.to === undefined,
    rotting: latest - onHold > rotting,
  };
};
