import type { Instant } from '@millrace/kernel';
import { type CustomerEvent, correctMoves } from '@millrace/sales';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import { handoverOf } from '../custody.js';
import { customerView, type Edit } from '../customer-view.js';
import { insert, type Since } from '../timeline.js';
import type { FunnelDocument, FunnelJourney, FunnelMove } from './document.js';

/** Where every journey went. @source metrics.md sections 1 and 2 */
export const funnelView = customerView<FunnelDocument>({
  name: 'funnel',
  version: 1,
  empty: () => ({ record: [], journeys: [], source: [], custody: [], duplicateOf: [] }),
  editOf: (event, by) => {
    const at = event.effectiveAt;
    switch (event.type) {
      case 'ProspectCollected':
        return (doc) => {
          insert(doc.record, { at, state: 'pending', by });
          insert(doc.source, { at, state: event.data.sheet.source, by });
        };
      case 'ProspectResubmitted':
        return note('record', { at, state: 'pending', by });
      case 'ProspectAccepted':
        return note('record', { at, state: 'accepted', by });
      case 'ProspectRejected':
        return note('record', { at, state: 'rejected', by });
      case 'CustomerEntered':
        return (doc) => {
          insert(doc.record, { at, state: 'entered', by });
          insert(doc.custody, { at, state: handoverOf(event).person, by });
        };
      case 'DataSheetUpdated': {
        const { source } = event.data.changes;
        return source === undefined ? undefined : note('source', { at, state: source, by });
      }

      case 'JourneyOpened': {
        const { journey, stage } = event.data;
        return (doc) => {
          doc.journeys.push({ number: journey, openedAt: at, start: stage, by, moves: [] });
        };
      }
      case 'StageAdvanced':
      case 'StageReverted':
      case 'PurchaseDecided':
        return move(event.data.journey, at, by, { kind: 'stage', to: event.data.to });
      case 'PurchaseCompleted':
        return move(event.data.journey, at, by, { kind: 'completed' });
      case 'JourneyClosed': {
        const { journey, outcome, reason } = event.data;
        return move(journey, at, by, { kind: 'closed', outcome, reason });
      }
      case 'JourneyMoveCorrected':
        return correction(event.data, by);

      case 'CustodyAssigned':
      case 'CustodyTransferred':
      case 'ClaimedFromPool':
      case 'CustodyReleasedToPool':
      case 'TemporaryCustodyStarted':
      case 'TemporaryCustodyEnded':
        return note('custody', { at, state: handoverOf(event).person, by });

      case 'DuplicateLinked':
        return note('duplicateOf', { at, state: event.data.of, by });
      case 'DuplicateUnlinked':
        return note('duplicateOf', { at, state: null, by });

      case 'ContactLogged':
      case 'BuyerStepObserved':
      case 'ClassProposed':
      case 'CustomerClassified':
        return undefined;
      default:
        return absurd(event);
    }
  },
});

type Doc = Draft<FunnelDocument>;

/** The parts of a document that say what held from when on. */
type Dimension = Exclude<keyof FunnelDocument, 'journeys'>;

const note =
  <D extends Dimension>(dimension: D, entry: FunnelDocument[D][number]): Edit<FunnelDocument> =>
  (doc) => {
    insert<Since<unknown>>(doc[dimension], entry);
  };

const move =
  (journey: number, at: Instant, revision: number, step: Draft<FunnelMove['step']>): Edit<FunnelDocument> =>
  (doc) => {
    find(doc, journey)?.moves.push({ revision, by: revision, at, step });
  };

/** A corrected move keeps its place among the moves; it stands there by the correction. */
const correction =
  (
    { journey, target, replacement }: Extract<CustomerEvent, { type: 'JourneyMoveCorrected' }>['data'],
    by: number,
  ): Edit<FunnelDocument> =>
  (doc) => {
    const corrected = find(doc, journey);
    if (corrected === undefined) return;
    corrected.moves = correctMoves(corrected.moves, target, replacement).map((move) =>
      move.revision === target ? { ...move, by } : move,
    ) as Array<Draft<FunnelMove>>;
  };

const find = (doc: Doc, journey: number): Draft<FunnelJourney> | undefined =>
  doc.journeys.find(({ number }) => number === journey);
