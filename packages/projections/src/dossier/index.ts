export type { Chain, ChainLine } from './chain.js';
export type { CloseLine, ContractLine, PhaseCost, WaiverLine } from './contract.js';
export { type Dossier, type DossierQuestion, dossierOf, type PhaseStay } from './dossier.js';
export type { CompetitorSide, CustomerSide, EnvironmentSide, OwnSide } from './sides.js';
