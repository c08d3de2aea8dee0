/** The customer's fold as a spread reducer, the style that fmodel-ts and Castore ask for: each event makes a new state. */
import type { BusinessId } from '@millrace/kernel';
import type { Customer, Entered, Journey, Move } from '@millrace/sales';
import { absurd } from 'fp-ts/lib/function.js';
import type { BenchEvent } from '../data/history.js';

export const initialSpread: Customer = { phase: 'unknown', events: 0 };

export const spreadReducer = (state: Customer, event: BenchEvent): Customer => {
  const events = state.events + 1;
  switch (event.type) {
    case 'ProspectCollected':
      return {
        phase: 'collected',
        events,
        screening: { status: 'pending' },
        collectedBy: event.data.collectedBy,
        sheet: event.data.sheet,
        since: event.effectiveAt,
      };
    case 'CustomerEntered':
      return {
        phase: 'entered',
        events,
        enteredAt: event.effectiveAt,
        sheet: state.phase === 'unknown' ? { source: event.data.source } : state.sheet,
        journeys: [],
        custody: { holder: heldBy(event.data.custodian), since: event.effectiveAt },
      };
    case 'ProspectAccepted':
      return state.phase === 'collected'
        ? { ...state, events, screening: { status: 'accepted' }, since: event.effectiveAt }
        : { ...state, events };
    case 'DataSheetUpdated': {
      if (state.phase === 'unknown') return { ...state, events };
      const sheet = { ...state.sheet, ...event.data.changes };
      for (const field of event.data.cleared) delete sheet[field];
      return { ...state, events, sheet };
    }
    case 'ContactLogged':
      return { ...state, events };
    case 'JourneyOpened': {
      if (state.phase !== 'entered') return { ...state, events };
      const { journey: number, stage: start } = event.data;
      return {
        ...state,
        events,
        journeys: [...state.journeys, { number, openedAt: event.effectiveAt, start, moves: [] }],
      };
    }
    case 'CustodyTransferred':
      return state.phase === 'entered'
        ? { ...state, events, custody: { holder: heldBy(event.data.to), since: event.effectiveAt } }
        : { ...state, events };
    case 'StageAdvanced':
      return moved(state, event.data.journey, event.effectiveAt, { kind: 'stage', to: event.data.to, way: 'ahead' });
    case 'PurchaseDecided':
      return moved(state, event.data.journey, event.effectiveAt, { kind: 'decided', to: event.data.to });
    case 'PurchaseCompleted': {
      const { journey, amount } = event.data;
      return moved(
        state,
        journey,
        event.effectiveAt,
        amount === undefined ? { kind: 'completed' } : { kind: 'completed', amount },
      );
    }
    case 'BuyerStepObserved': {
      if (state.phase !== 'entered') return { ...state, events };
      const { journey: number, step } = event.data;
      return {
        ...state,
        events,
        journeys: changed(state.journeys, number, (journey) => ({ ...journey, buyerStep: step })),
      };
    }
    default:
      return absurd(event);
  }
};

const moved = (state: Customer, number: number, at: Move['at'], step: Move['step']): Customer => {
  if (state.phase !== 'entered') return { ...state, events: state.events + 1 };
  const journeys = changed(state.journeys, number, (journey) => ({
    ...journey,
    moves: [...journey.moves, { revision: state.events, at, step }],
  }));
  return { ...state, events: state.events + 1, journeys };
};

const changed = (
  journeys: Entered['journeys'],
  number: number,
  change: (journey: Journey) => Journey,
): Entered['journeys'] => journeys.map((journey) => (journey.number === number ? change(journey) : journey));

const heldBy = (person: BusinessId | undefined): Entered['custody']['holder'] =>
  person === undefined ? { kind: 'pool' } : { kind: 'custodian', person };
