export { type PeriodDocument, periodsView } from './view.js';
