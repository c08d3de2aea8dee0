import type { ProcessTemplate, ProjectRules } from '../process/index.js';
import type { Named } from '../terms.js';

/** A vocabulary: what faults call it, and its terms. */
export interface NamedList {
  readonly list: string;
  readonly terms: ReadonlyArray<Named>;
}

/** Every vocabulary of sales projects, those of each process included. */
export const projectLists = (projects: ProjectRules | undefined): ReadonlyArray<NamedList> => {
  if (projects === undefined) return [];
  return [
    { list: 'projects.processes', terms: projects.processes },
    ...vocabularies.map((name) => ({ list: `projects.${name}`, terms: projects[name] ?? [] })),
    ...projects.processes.flatMap(processLists),
  ];
};

const vocabularies = [
  'channels',
  'saleTypes',
  'relationshipLadder',
  'establishment',
  'decisionFactors',
  'departments',
  'relations',
  'tactics',
  'knowledge',
  'lost',
  'reopening',
  'waiving',
  'personalNeeds',
] as const satisfies ReadonlyArray<keyof ProjectRules>;

/** What a list of a process is called in faults. */
export const listOf = (process: ProcessTemplate, list: string): string => `projects.processes.${process.id}.${list}`;

/** Ids are unique within a process: activities across phases, criteria across gates. */
const processLists = (process: ProcessTemplate): ReadonlyArray<NamedList> => {
  const activities = activitiesOf(process);
  return [
    { list: 'phases', terms: process.phases },
    { list: 'activities', terms: activities },
    ...activities.map(({ id, steps }) => ({ list: `activities.${id}.steps`, terms: steps })),
    { list: 'documents', terms: documentsOf(process) },
    { list: 'checklist', terms: process.phases.flatMap(({ checklist }) => checklist) },
    { list: 'gates', terms: process.gates },
    { list: 'criteria', terms: process.gates.flatMap(({ criteria }) => criteria) },
    { list: 'flows', terms: process.flows },
    ...process.flows.map(({ id, steps }) => ({ list: `flows.${id}.steps`, terms: steps })),
    { list: 'layers', terms: process.layers },
    { list: 'sizes', terms: process.sizes },
  ].map(({ list, terms }) => ({ list: listOf(process, list), terms }));
};

/** The activities of all phases, in order. */
const activitiesOf = ({ phases }: ProcessTemplate) => phases.flatMap(({ activities }) => activities);

/** The documents that activities make. */
const documentsOf = (process: ProcessTemplate) =>
  activitiesOf(process).flatMap(({ deliverables = [] }) => deliverables);
