import type { Change, Envelope, Instant, View } from '@millrace/kernel';
import { type CustomerEvent, correctMoves, type Journey, type Move } from '@millrace/sales';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';

/** A move, and the revision of the event that put it where it stands: its own, or its correction's. */
export interface FunnelMove extends Move {
  readonly by: number;
}

export interface FunnelJourney extends Omit<Journey, 'moves' | 'buyerStep'> {
  /** Revision of the event that opened it. */
  readonly by: number;
  readonly moves: ReadonlyArray<FunnelMove>;
}

/** A state from an instant on, and the revision of the event that says so. */
export interface Since<State> {
  readonly at: Instant;
  readonly state: State;
  readonly by: number;
}

export type RecordStatus = 'pending' | 'accepted' | 'rejected' | 'entered';

/** One customer's own moves, as the funnel needs them. */
export interface FunnelDocument {
  readonly source: string;
  readonly record: ReadonlyArray<Since<RecordStatus>>;
  readonly journeys: ReadonlyArray<FunnelJourney>;
  /** Who held the customer: a person, or nobody for the pool. */
  readonly custody: ReadonlyArray<Since<string | null>>;
  /** Whose duplicate the customer is, or nobody's. */
  readonly duplicateOf: ReadonlyArray<Since<string | null>>;
}

type Doc = Draft<FunnelDocument>;
type Edit = (doc: Doc) => undefined;

/** Where every journey went. @source metrics.md sections 1 and 2 */
export const funnelView: View<CustomerEvent, FunnelDocument> = {
  name: 'funnel',
  version: 1,
  kinds: ['customer'],
  empty: () => ({ source: '', record: [], journeys: [], custody: [], duplicateOf: [] }),
  on: (event) => {
    const edit = editOf(event);
    return edit === undefined ? NOTHING : [{ key: event.stream.slice(KIND_LENGTH), change: edit }];
  },
};

const NOTHING: ReadonlyArray<Change<FunnelDocument>> = [];
const KIND_LENGTH = 'customer-'.length;

const editOf = ({ type, data, meta, revision }: Envelope<CustomerEvent>): Edit | undefined => {
  const event = { type, data } as CustomerEvent;
  const at = meta.effectiveAt;
  switch (event.type) {
    case 'ProspectCollected':
      return (doc) => {
        doc.source = event.data.sheet.source;
        doc.record.push({ at, state: 'pending', by: revision });
      };
    case 'ProspectResubmitted':
      return record(at, 'pending', revision);
    case 'ProspectAccepted':
      return record(at, 'accepted', revision);
    case 'ProspectRejected':
      return record(at, 'rejected', revision);
    case 'CustomerEntered': {
      const { custodian = null } = event.data;
      return (doc) => {
        doc.record.push({ at, state: 'entered', by: revision });
        doc.custody.push({ at, state: custodian, by: revision });
      };
    }
    case 'DataSheetUpdated': {
      const { source } = event.data.changes;
      return source === undefined
        ? undefined
        : (doc) => {
            doc.source = source;
          };
    }

    case 'JourneyOpened': {
      const { journey, stage } = event.data;
      return (doc) => {
        doc.journeys.push({ number: journey, openedAt: at, start: stage, by: revision, moves: [] });
      };
    }
    case 'StageAdvanced':
    case 'StageReverted':
      return move(event.data.journey, at, revision, { kind: 'stage', to: event.data.to });
    case 'PurchaseDecided':
      return move(event.data.journey, at, revision, { kind: 'decided', to: event.data.to });
    case 'PurchaseCompleted':
      return move(event.data.journey, at, revision, { kind: 'completed' });
    case 'JourneyClosed':
      return move(event.data.journey, at, revision, {
        kind: 'closed',
        outcome: event.data.outcome,
        reason: event.data.reason,
      });
    case 'JourneyMoveCorrected':
      return correction(event.data, revision);

    case 'CustodyAssigned':
    case 'CustodyTransferred':
      return custody(at, event.data.to, revision);
    case 'ClaimedFromPool':
      return custody(at, event.data.by, revision);
    case 'TemporaryCustodyStarted':
      return custody(at, event.data.manager, revision);
    case 'TemporaryCustodyEnded':
      return custody(at, event.data.to ?? null, revision);
    case 'CustodyReleasedToPool':
      return custody(at, null, revision);

    case 'DuplicateLinked':
      return link(at, event.data.of, revision);
    case 'DuplicateUnlinked':
      return link(at, null, revision);

    case 'ContactLogged':
    case 'BuyerStepObserved':
    case 'ClassProposed':
    case 'CustomerClassified':
      return undefined;
    default:
      return absurd(event);
  }
};

const record =
  (at: Instant, state: RecordStatus, by: number): Edit =>
  (doc) => {
    doc.record.push({ at, state, by });
  };

const custody =
  (at: Instant, state: string | null, by: number): Edit =>
  (doc) => {
    doc.custody.push({ at, state, by });
  };

const link =
  (at: Instant, state: string | null, by: number): Edit =>
  (doc) => {
    doc.duplicateOf.push({ at, state, by });
  };

const move =
  (journey: number, at: Instant, revision: number, step: Draft<Move['step']>): Edit =>
  (doc) => {
    find(doc, journey)?.moves.push({ revision, by: revision, at, step });
  };

const correction =
  (
    { journey, target, replacement }: Extract<CustomerEvent, { type: 'JourneyMoveCorrected' }>['data'],
    by: number,
  ): Edit =>
  (doc) => {
    const corrected = find(doc, journey);
    if (corrected === undefined) return undefined;
    corrected.moves = correctMoves(corrected.moves, target, replacement).map((move) =>
      move.revision === target ? { ...move, by } : move,
    ) as Array<Draft<FunnelMove>>;
    return undefined;
  };

const find = (doc: Doc, journey: number): Draft<FunnelJourney> | undefined =>
  doc.journeys.find(({ number }) => number === journey);
