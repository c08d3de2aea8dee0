export type { PersonCommand } from './commands.js';
export { type PersonEvent, personEvents, Talent } from './events.js';
export { initial as initialPerson, type Person, type Staff } from './evolve.js';
export { acceptedTerms, type FitnessRefusal, fit, goneSince, notGone, qualified } from './fitness.js';
export { personFold, personStream, readablePerson } from './readable.js';
export { covers, endedAt, overlapping, type Span, spanAt, spanOf } from './span.js';
