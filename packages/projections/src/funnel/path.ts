import { epochMillis, type Instant } from '@millrace/kernel';
import type { Outcome, Term } from '@millrace/sales';
import { standingAt } from '../since.js';
import type { FunnelDefinition } from './definition.js';
import type { FunnelDocument, FunnelJourney, FunnelMove } from './view.js';

/** A stay in a stage, `[from, to)`; open, and so censored, where `to` is undefined. */
export interface Visit {
  readonly stage: Term;
  readonly rank: number;
  readonly from: Instant;
  readonly to: Instant | undefined;
  /** Revision of the event that began it. */
  readonly by: number;
}

export interface Ending {
  readonly outcome: Outcome;
  readonly reason: string | undefined;
  readonly at: Instant;
  readonly by: number;
}

/** One journey as it went up to an instant. */
export interface Path {
  readonly customer: string;
  readonly journey: number;
  readonly source: string;
  readonly openedAt: Instant;
  readonly visits: ReadonlyArray<Visit>;
  readonly ending: Ending | undefined;
  /** Highest rank ever stood at. */
  readonly highest: number;
  readonly document: FunnelDocument;
}

/** The journeys opened by `asOf`: those that count, and those of customers linked as duplicates. */
export interface Paths {
  readonly counted: ReadonlyArray<Path>;
  readonly duplicates: ReadonlyArray<Path>;
}

/** Reads the documents as of an instant. */
export const pathsOf = (
  documents: ReadonlyMap<string, FunnelDocument>,
  { stages }: FunnelDefinition,
  asOf: Instant,
): Paths => {
  const ranks = new Map<string, number>(stages.map((stage, rank) => [stage, rank]));
  const counted: Array<Path> = [];
  const duplicates: Array<Path> = [];
  for (const [customer, document] of documents) {
    const link = standingAt(document.duplicateOf, asOf);
    const kept = link === undefined || link.state === null ? counted : duplicates;
    for (const journey of document.journeys) {
      if (journey.openedAt <= asOf) kept.push(pathOf(customer, document, journey, ranks, asOf));
    }
  }
  return { counted, duplicates };
};

const pathOf = (
  customer: string,
  document: FunnelDocument,
  journey: FunnelJourney,
  ranks: ReadonlyMap<string, number>,
  asOf: Instant,
): Path => {
  const moves = journey.moves.filter(({ at }) => at <= asOf);
  const last = moves.at(-1);
  const ending = last === undefined ? undefined : endingOf(last);
  const entries = [
    { stage: journey.start, from: journey.openedAt, by: journey.by },
    ...moves.flatMap(({ step, at, by }) =>
      step.kind === 'stage' || step.kind === 'decided' ? [{ stage: step.to, from: at, by }] : [],
    ),
  ];
  const visits = entries.map(
    ({ stage, from, by }, i): Visit => ({
      stage,
      rank: ranks.get(stage) ?? -1,
      from,
      to: entries[i + 1]?.from ?? ending?.at,
      by,
    }),
  );
  return {
    customer,
    journey: journey.number,
    source: document.source,
    openedAt: journey.openedAt,
    visits,
    ending,
    highest: visits.reduce((highest, { rank }) => Math.max(highest, rank), -1),
    document,
  };
};

const endingOf = ({ step, at, by }: FunnelMove): Ending | undefined => {
  if (step.kind === 'completed') return { outcome: 'won', reason: undefined, at, by };
  return step.kind === 'closed' ? { outcome: step.outcome, reason: step.reason, at, by } : undefined;
};

/** The visits by which a journey entered a stage, as the definition counts entries. */
export const entriesTo = (
  { visits }: Pick<Path, 'visits'>,
  rank: number,
  { reach, entry }: Pick<FunnelDefinition, 'reach' | 'entry'>,
): ReadonlyArray<Visit> => {
  const all = visits.filter((visit, i) =>
    reach === 'touched' ? visit.rank === rank : visit.rank >= rank && (visits[i - 1]?.rank ?? -1) < rank,
  );
  switch (entry) {
    case 'first':
      return all.slice(0, 1);
    case 'last':
      return all.slice(-1);
    case 'every':
      return all;
  }
};

/** The stage a journey stands in; none once it has ended. */
export const currentVisit = ({ visits, ending }: Path): Visit | undefined =>
  ending === undefined ? visits.at(-1) : undefined;

/** How long a visit lasted, or has lasted by `asOf`, in milliseconds. */
export const lengthOf = ({ from, to }: Visit, asOf: Instant): number => epochMillis(to ?? asOf) - epochMillis(from);
