import type { Instant } from '@millrace/kernel';
import type { ProjectOutcome, Term } from '@millrace/sales';
import { standingAt } from '../timeline.js';
import type { FunnelDefinition } from './definition.js';
import type { FunnelDocument, FunnelJourney, FunnelMove } from './document.js';

/** The rank of a stage that the definition does not have: below all that it has. */
const OUTSIDE = -1;

/** A stay in a stage, `[from, to)`; open, and so censored, where `to` is undefined. */
export interface Visit {
  readonly stage: Term;
  /** Place of the stage in the definition; -1 where it has none. */
  readonly rank: number;
  readonly from: Instant;
  readonly to: Instant | undefined;
  /** Revision of the move that began it: its place among what else was recorded of the customer. */
  readonly revision: number;
  /** Revision of the event that says so: the move's own, or its correction's. */
  readonly by: number;
}

/** How a unit ended, and when; only projects are closed as duplicates. */
export type Ending =
  | { readonly outcome: 'won'; readonly at: Instant }
  | { readonly outcome: Exclude<ProjectOutcome, 'won'>; readonly reason: string; readonly at: Instant };

/** One unit as it went up to an instant. */
export interface Path {
  /** Never empty: a unit opens at a stage. */
  readonly visits: ReadonlyArray<Visit>;
  readonly ending: Ending | undefined;
}

/** One journey as it went up to an instant. */
export interface JourneyPath extends Path {
  readonly customer: string;
  readonly journey: number;
  readonly document: FunnelDocument;
}

/** The units opened by an instant: those that count, and the duplicates. */
export interface Paths<Unit extends Path> {
  readonly counted: ReadonlyArray<Unit>;
  readonly duplicates: ReadonlyArray<Unit>;
}

/** Says at which place of a definition a stage stands; -1 where it has none. */
export const rankFinder = ({ stages }: Pick<FunnelDefinition, 'stages'>): ((stage: Term) => number) => {
  const ranks = new Map<string, number>(stages.map((stage, rank) => [stage, rank]));
  return (stage) => ranks.get(stage) ?? OUTSIDE;
};

/** Reads the documents as of an instant: what is later has not happened. */
export const pathsOf = (
  documents: ReadonlyMap<string, FunnelDocument>,
  definition: Pick<FunnelDefinition, 'stages'>,
  asOf: Instant,
): Paths<JourneyPath> => {
  const rankOf = rankFinder(definition);
  const counted: Array<JourneyPath> = [];
  const duplicates: Array<JourneyPath> = [];
  for (const [customer, document] of documents) {
    const original = standingAt(document.duplicateOf, asOf)?.state ?? null;
    const paths = original === null ? counted : duplicates;
    for (const journey of document.journeys) {
      if (journey.openedAt <= asOf) paths.push(pathOf(customer, document, journey, rankOf, asOf));
    }
  }
  return { counted, duplicates };
};

const pathOf = (
  customer: string,
  document: FunnelDocument,
  journey: FunnelJourney,
  rankOf: (stage: Term) => number,
  asOf: Instant,
): JourneyPath => {
  const moves = journey.moves.filter(({ at }) => at <= asOf);
  const ending = endingOf(moves.at(-1));
  const entries = [entryOf(journey), ...moves.flatMap((move) => entryBy(move))];
  return {
    customer,
    journey: journey.number,
    visits: entries.map(({ stage, from, revision, by }, i) => ({
      stage,
      rank: rankOf(stage),
      from,
      to: entries[i + 1]?.from ?? ending?.at,
      revision,
      by,
    })),
    ending,
    document,
  };
};

type Entry = Omit<Visit, 'rank' | 'to'>;

const entryOf = ({ start, openedAt, by }: FunnelJourney): Entry => ({
  stage: start,
  from: openedAt,
  revision: by,
  by,
});

const entryBy = ({ step, at, revision, by }: FunnelMove): ReadonlyArray<Entry> =>
  step.kind === 'stage' ? [{ stage: step.to, from: at, revision, by }] : [];

const endingOf = (last: FunnelMove | undefined): Ending | undefined => {
  if (last?.step.kind === 'completed') return { outcome: 'won', at: last.at };
  if (last?.step.kind === 'closed') return { outcome: last.step.outcome, reason: last.step.reason, at: last.at };
  return undefined;
};

/** The visits by which a unit entered a stage, as the definition counts entries. */
export const entriesTo = (
  { visits }: Path,
  rank: number,
  { reach, entry }: Pick<FunnelDefinition, 'reach' | 'entry'>,
): ReadonlyArray<Visit> => {
  const all = visits.filter((visit, i) =>
    reach === 'touched' ? visit.rank === rank : visit.rank >= rank && (visits[i - 1]?.rank ?? OUTSIDE) < rank,
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

/** The first visit by which a unit reached a stage or went past it. */
export const reachOf = (path: Path, rank: number): Visit | undefined => path.visits.find((visit) => visit.rank >= rank);

/** The stage a unit stands in; none once it has ended. */
export const currentVisit = ({ visits, ending }: Path): Visit | undefined =>
  ending === undefined ? visits.at(-1) : undefined;
