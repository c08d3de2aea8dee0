export { childrenOf, type LineOf, lineFinder, type UnitAt, unitFinder } from './membership.js';
export { nameAt } from './names.js';
export { type OrganisationDocument, organisationView } from './view.js';
