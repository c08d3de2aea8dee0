/** The customer's fold as a hand would write it for speed: a switch that edits one object, nothing frozen. */
import type { BusinessId } from '@millrace/kernel';
import type { Customer } from '@millrace/sales';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import type { BenchEvent } from '../data/history.js';

type State = Draft<Customer>;

export const initialMutable = (): State => ({ phase: 'unknown', events: 0 });

export const mutableSwitch = (state: State, event: BenchEvent): State => {
  switch (event.type) {
    case 'ProspectCollected':
      return {
        phase: 'collected',
        events: state.events + 1,
        screening: { status: 'pending' },
        collectedBy: event.data.collectedBy,
        sheet: { ...event.data.sheet } as Extract<State, { phase: 'collected' }>['sheet'],
        since: event.effectiveAt,
      };
    case 'CustomerEntered':
      return {
        phase: 'entered',
        events: state.events + 1,
        enteredAt: event.effectiveAt,
        sheet: state.phase === 'unknown' ? { source: event.data.source } : state.sheet,
        journeys: [],
        custody: { holder: heldBy(event.data.custodian), since: event.effectiveAt },
      };
    case 'ProspectAccepted':
      state.events += 1;
      if (state.phase !== 'collected') return state;
      state.screening = { status: 'accepted' };
      state.since = event.effectiveAt;
      return state;
    case 'DataSheetUpdated':
      state.events += 1;
      if (state.phase === 'unknown') return state;
      Object.assign(state.sheet, event.data.changes);
      for (const field of event.data.cleared) delete state.sheet[field];
      return state;
    case 'ContactLogged':
      state.events += 1;
      return state;
    case 'JourneyOpened':
      state.events += 1;
      if (state.phase !== 'entered') return state;
      state.journeys.push({
        number: event.data.journey,
        openedAt: event.effectiveAt,
        start: event.data.stage,
        moves: [],
      });
      return state;
    case 'CustodyTransferred':
      state.events += 1;
      if (state.phase !== 'entered') return state;
      state.custody = { holder: heldBy(event.data.to), since: event.effectiveAt };
      return state;
    case 'StageAdvanced':
      return moved(state, event.data.journey, event.effectiveAt, { kind: 'stage', to: event.data.to, way: 'ahead' });
    case 'PurchaseDecided':
      return moved(state, event.data.journey, event.effectiveAt, { kind: 'decided', to: event.data.to });
    case 'PurchaseCompleted':
      return moved(
        state,
        event.data.journey,
        event.effectiveAt,
        event.data.amount === undefined ? { kind: 'completed' } : { kind: 'completed', amount: event.data.amount },
      );
    case 'BuyerStepObserved': {
      state.events += 1;
      if (state.phase !== 'entered') return state;
      const journey = find(state.journeys, event.data.journey);
      if (journey !== undefined) journey.buyerStep = event.data.step;
      return state;
    }
    default:
      return absurd(event);
  }
};

type Journeys = Extract<State, { phase: 'entered' }>['journeys'];
type Moves = Journeys[number]['moves'];

const moved = (state: State, number: number, at: Moves[number]['at'], step: Moves[number]['step']): State => {
  state.events += 1;
  if (state.phase !== 'entered') return state;
  find(state.journeys, number)?.moves.push({ revision: state.events - 1, at, step });
  return state;
};

const find = (journeys: Journeys, number: number): Journeys[number] | undefined => {
  for (const journey of journeys) if (journey.number === number) return journey;
  return undefined;
};

const heldBy = (person: BusinessId | undefined): Extract<State, { phase: 'entered' }>['custody']['holder'] =>
  person === undefined ? { kind: 'pool' } : { kind: 'custodian', person };
