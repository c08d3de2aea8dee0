import type { Log } from '../log.js';
import { allOf, customerOf, type Of, streamsOf, upTo } from './events.js';

/** An explicit entry to a stage. */
export interface Stop {
  readonly stage: string;
  readonly at: string;
  readonly revision: number;
}

/** A unit: one journey, as it went up to an instant. */
export interface Unit {
  readonly customer: string;
  /** Everything recorded of the customer. */
  readonly own: Log;
  readonly stops: ReadonlyArray<Stop>;
  readonly end: { readonly outcome: string; readonly reason: string; readonly at: string } | undefined;
}

type MoveType = 'StageAdvanced' | 'StageReverted' | 'PurchaseDecided' | 'PurchaseCompleted' | 'JourneyClosed';
const moveTypes: ReadonlyArray<MoveType> = [
  'StageAdvanced',
  'StageReverted',
  'PurchaseDecided',
  'PurchaseCompleted',
  'JourneyClosed',
];

/** The journeys opened by `asOf`. */
export const unitsOf = (log: Log, asOf: string): ReadonlyArray<Unit> =>
  streamsOf(log).flatMap((own) =>
    allOf(own, 'JourneyOpened')
      .filter(({ meta }) => meta.effectiveAt <= asOf)
      .map((opened) => unitOf(own, opened, asOf)),
  );

const unitOf = (own: Log, { data, meta, revision }: Of<'JourneyOpened'>, asOf: string): Unit => {
  const moves = allOf(own, ...moveTypes)
    .filter((move) => move.data.journey === data.journey)
    .flatMap((move) => asCorrected(move, own))
    .filter(({ at }) => at <= asOf);
  const last = moves.at(-1);
  return {
    customer: customerOf(own),
    own,
    stops: [
      { stage: data.stage, at: meta.effectiveAt, revision },
      ...moves.filter(({ stage }) => stage !== undefined).map((move) => ({ ...move, stage: move.stage ?? '' })),
    ],
    end: last?.outcome === undefined ? undefined : { outcome: last.outcome, reason: last.reason ?? '', at: last.at },
  };
};

interface Moved {
  readonly at: string;
  readonly revision: number;
  readonly stage: string | undefined;
  readonly outcome: string | undefined;
  readonly reason: string | undefined;
}

/** A move with all its corrections; none, where it was declared void. */
const asCorrected = ({ type, data, meta, revision }: Of<MoveType>, own: Log): ReadonlyArray<Moved> => {
  const corrections = allOf(own, 'JourneyMoveCorrected').filter(({ data: { target } }) => target === revision);
  if (corrections.some(({ data: { replacement } }) => replacement === undefined)) return [];
  const replaced = corrections.map((correction) => correction.data.replacement);
  const recorded = 'to' in data ? data.to : undefined;
  return [
    {
      at: replaced.at(-1)?.effectiveAt ?? meta.effectiveAt,
      revision,
      stage: replaced.map((one) => one?.to).findLast((to) => to !== undefined) ?? recorded,
      outcome: type === 'PurchaseCompleted' ? 'won' : 'outcome' in data ? data.outcome : undefined,
      reason: 'outcome' in data ? data.reason : undefined,
    },
  ];
};

/** Whether the unit's customer is linked as a duplicate. */
export const isDuplicate = ({ own }: Unit, asOf: string): boolean =>
  upTo(allOf(own, 'DuplicateLinked', 'DuplicateUnlinked'), asOf).at(-1)?.type === 'DuplicateLinked';

/** The source that the customer's sheet named last. */
export const sourceOf = ({ own }: Unit, asOf: string): string | null =>
  upTo(allOf(own, 'ProspectCollected', 'DataSheetUpdated'), asOf)
    .map(({ data }) => ('sheet' in data ? data.sheet.source : data.changes.source))
    .findLast((source) => source !== undefined) ?? null;
