export { type PledgeDocument, type PledgeEntry, pledgesView } from './view.js';
