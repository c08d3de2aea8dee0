import { type ListName, type Playbook, termsOf } from '@millrace/sales';
import type { Command } from 'millrace';
import type { RecipeFault } from '../failure.js';
import { isConstantAt } from './command-fault.js';
import type { RecipeCommand } from './document.js';
import { isOfProjects, type OfProjects, projectTerms, projectTermsIn } from './project-vocabulary.js';
import type { Template } from './template-codec.js';

type Vocabulary = ListName | 'stages' | 'classes' | 'buyerSteps' | 'posts' | 'resignation' | 'refund' | OfProjects;

/** Where commands name something of the playbook; `CloseJourney` and `CloseProject` go by their outcome. */
const TERMS: { readonly [Type in Command['type']]?: { readonly [path: string]: Vocabulary } } = {
  CollectProspect: { 'sheet/source': 'sources' },
  RejectProspect: { reason: 'rejection' },
  UpdateDataSheet: { 'changes/source': 'sources' },
  LogContact: { contactType: 'contactTypes' },
  AdvanceStage: { to: 'stages' },
  RevertStage: { to: 'stages', reason: 'revert' },
  CorrectJourneyMove: { reason: 'correction', 'replacement/to': 'stages' },
  ObserveBuyerStep: { step: 'buyerSteps' },
  ProposeClass: { class: 'classes' },
  ClassifyCustomer: { relationship: 'relationships' },
  AssignCustody: { reason: 'transfer' },
  TransferCustody: { reason: 'transfer' },
  ReleaseToPool: { reason: 'release' },
  QualifyForPost: { post: 'posts' },
  ExpireQualification: { post: 'posts' },
  ResignSeller: { reason: 'resignation' },
  ReverseCredit: { reason: 'refund' },
  ...projectTerms,
};

/** A constant of a command that names what the playbook does not have: a stage, a reason, a source. */
export const undefinedTermIn = (
  { command, fields }: Pick<RecipeCommand, 'command' | 'fields'>,
  playbook: Playbook,
): RecipeFault | undefined => {
  for (const [path, vocabulary] of namedBy(command, fields)) {
    const found = constantAt(fields, path.split('/'));
    if (found === undefined) continue;
    const terms = termsIn(playbook, vocabulary);
    if (!terms.includes(found)) {
      return { path: `fields/${path}`, expected: terms.join(' | ') || 'nothing', found: JSON.stringify(found) };
    }
  }
  return undefined;
};

const namedBy = (command: string, fields: Template): ReadonlyArray<readonly [string, Vocabulary]> => {
  if (command !== 'CloseJourney' && command !== 'CloseProject') {
    return Object.entries(TERMS[command as Command['type']] ?? {});
  }
  const outcome = constantAt(fields, ['outcome']);
  if (command === 'CloseProject' && outcome === 'lost') return [['reason', 'projects.lost']];
  return outcome === 'lost' || outcome === 'disqualified' || outcome === 'dormant' ? [['reason', outcome]] : [];
};

const constantAt = (template: Template | undefined, keys: ReadonlyArray<string>): string | undefined => {
  if (typeof template === 'string') return isConstantAt(template, []) && keys.length === 0 ? template : undefined;
  const [key, ...rest] = keys;
  if (typeof template !== 'object' || key === undefined) return undefined;
  return constantAt(new Map<string, Template>(Object.entries(template)).get(key), rest);
};

const termsIn = (
  { customer, people, performance, projects }: Playbook,
  vocabulary: Vocabulary,
): ReadonlyArray<string> => {
  if (isOfProjects(vocabulary)) return projectTermsIn(projects, vocabulary);
  switch (vocabulary) {
    case 'stages':
      return customer.stages.map(({ id }) => id);
    case 'classes':
      return customer.classification.classes.map(({ id }) => id);
    case 'buyerSteps':
      return customer.buyerSteps.map(({ id }) => id);
    case 'posts':
    case 'resignation':
      return people[vocabulary].map(({ id }) => id);
    case 'refund':
      return performance.refund.map(({ id }) => id);
    default:
      return termsOf(customer, vocabulary).map(({ id }) => id);
  }
};
