import type { Instant } from '@millrace/kernel';
import type { Outcome, Term } from '@millrace/sales';
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

/** How a journey ended, and when. */
export type Ending =
  | { readonly outcome: 'won'; readonly at: Instant }
  | { readonly outcome: Exclude<Outcome, 'won'>; readonly reason: Term; readonly at: Instant };

/** One journey as it went up to an instant. */
export interface Path {
  readonly customer: string;
  readonly journey: number;
  /** Never empty: a journey opens at a stage. */
  readonly visits: ReadonlyArray<Visit>;
  readonly ending: Ending | undefined;
  readonly document: FunnelDocument;
}

/** The journeys opened by an instant: those that count, and those of customers linked as duplicates. */
export interface Paths {
  readonly counted: ReadonlyArray<Path>;
  readonly duplicates: ReadonlyArray<Path>;
}

/** Reads the documents as of an instant: what is later has not happened. */
export const pathsOf = (
  documents: ReadonlyMap<string, FunnelDocument>,
  { stages }: Pick<FunnelDefinition, 'stages'>,
  asOf: Instant,
): Paths => {
  const ranks = new Map<string, number>(stages.map((stage, rank) => [stage, rank]));
  const counted: Array<Path> = [];
  const duplicates: Array<Path> = [];
  for (const [customer, document] of documents) {
    const original = standingAt(document.duplicateOf, asOf)?.state ?? null;
    const paths = original === null ? counted : duplicates;
    for (const journey of document.journeys) {
      if (journey.openedAt <= asOf) paths.push(pathOf(customer, document, journey, ranks, asOf));
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
  const ending = endingOf(moves.at(-1));
  const entries = [entryOf(journey), ...moves.flatMap((move) => entryBy(move))];
  return {
    customer,
    journey: journey.number,
    visits: entries.map(({ stage, from, revision, by }, i) => ({
      stage,
      rank: ranks.get(stage) ?? OUTSIDE,
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

/** The visits by which a journey entered a stage, as the definition counts entries. */
export const entriesTo = (
  { visits }: Pick<Path, 'visits'>,
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

/** The first visit by which a journey reached a stage or went past it. */
export const reachOf = (path: Pick<Path, 'visits'>, rank: number): Visit | undefined =>
  path.visits.find((visit) => visit.rank >= rank);

/** The stage a journey stands in; none once it has ended. */
export const currentVisit = ({ visits, ending }: Path): Visit | undefined =>
  ending === undefined ? visits.at(-1) : undefined;
