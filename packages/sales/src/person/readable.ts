import { type Fold, type Readable, type StreamId, streamId } from '@millrace/kernel';
import { type PersonEvent, personEvents } from './events.js';
import { evolve, initial, type Person } from './evolve.js';

/** The fold of a person's record. */
export const personFold: Fold<Person, PersonEvent> = { initial, evolve };

/** What others fold of a person's stream. */
export const readablePerson: Readable<Person, PersonEvent> = { events: personEvents, fold: personFold };

/** The stream of a person's record. */
export const personStream = (person: string): StreamId => streamId('person', person);

export { initial, type Person } from './evolve.js';
export { type FitnessRefusal, fit, goneSince, joinedBy } from './fitness.js';
export { covers, endedAt, type Span, spanAt, spanOf } from './span.js';
