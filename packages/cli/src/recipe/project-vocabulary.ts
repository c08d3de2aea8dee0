/** What commands of projects name of the playbook. */
import type { ProjectRules } from '@millrace/sales';
import type { Command } from 'millrace';

/** Vocabularies of projects, as the rules call them; phases and gates are those of any process. */
const vocabularies = {
  'projects.processes': ({ processes }: ProjectRules) => processes,
  'projects.phases': ({ processes }: ProjectRules) => processes.flatMap(({ phases }) => phases),
  'projects.gates': ({ processes }: ProjectRules) => processes.flatMap(({ gates }) => gates),
  'projects.channels': ({ channels }: ProjectRules) => channels,
  'projects.saleTypes': ({ saleTypes }: ProjectRules) => saleTypes,
  'projects.lost': ({ lost }: ProjectRules) => lost,
  'projects.reopening': ({ reopening }: ProjectRules) => reopening,
  'projects.waiving': ({ waiving }: ProjectRules) => waiving,
};
export type OfProjects = keyof typeof vocabularies;

export const isOfProjects = (vocabulary: string): vocabulary is OfProjects => Object.hasOwn(vocabularies, vocabulary);

/** The terms of a vocabulary of projects; none where the playbook runs no projects. */
export const projectTermsIn = (projects: ProjectRules | undefined, vocabulary: OfProjects): ReadonlyArray<string> => [
  ...new Set(projects === undefined ? [] : vocabularies[vocabulary](projects).map(({ id }) => id)),
];

/** Where commands name one; `CloseProject` goes by its outcome. */
export const projectTerms: { readonly [Type in Command['type']]?: { readonly [path: string]: OfProjects } } = {
  DiscoverOpportunity: { channel: 'projects.channels' },
  TouchChannel: { channel: 'projects.channels' },
  OpenExtension: { channel: 'projects.channels' },
  OpenProject: { template: 'projects.processes', saleType: 'projects.saleTypes' },
  MigrateProcess: { template: 'projects.processes' },
  AdvancePhase: { to: 'projects.phases' },
  ReopenProject: { reason: 'projects.reopening' },
  WaiveActivity: { reason: 'projects.waiving' },
  RequestGateReview: { gate: 'projects.gates' },
  DecideGate: { to: 'projects.phases' },
  SetPhaseBudget: { phase: 'projects.phases' },
  BookCost: { phase: 'projects.phases' },
  AssessProbability: { phase: 'projects.phases' },
};
