export type { Chain, ChainLine } from './chain.js';
export { type Dossier, type DossierQuestion, dossierOf, type PhaseCost, type PhaseStay } from './dossier.js';
export type { CompetitorSide, CustomerSide, EnvironmentSide, OwnSide } from './sides.js';
