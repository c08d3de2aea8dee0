/** Rules about terms and the lists they stand in. */
import { type ListName, termsOf } from './document.js';
import { listsOf, type Rule, undefinedIn } from './rule.js';

/** A stage, a source, a class: an id stands for one thing. */
export const noTermTwice: Rule = (playbook) => {
  const lists = listsOf(playbook);
  const list = doubled(lists.map((entry) => entry.list));
  if (list !== undefined) return { type: 'DoubledTerm', list: 'lists', id: list };
  for (const { list: name, terms } of lists) {
    const id = doubled(terms.map((term) => term.id));
    if (id !== undefined) return { type: 'DoubledTerm', list: name, id };
  }
  return undefined;
};

const doubled = (ids: ReadonlyArray<string>): string | undefined => ids.find((id, index) => ids.indexOf(id) < index);

/** Lists from which a command must pick: without a term, nobody could ever give it. */
const demanded: ReadonlyArray<ListName> = [
  'sources',
  'contactTypes',
  'rejection',
  'revert',
  'correction',
  'lost',
  'disqualified',
  'dormant',
  'transfer',
  'release',
];

/** What commands must name can be named. */
export const nothingEmpty: Rule = ({ customer }) => {
  if (customer.stages.length === 0) return { type: 'EmptyList', list: 'stages' };
  if (customer.classification.classes.length === 0) return { type: 'EmptyList', list: 'classes' };
  const list = demanded.find((name) => termsOf(customer, name).length === 0);
  return list === undefined ? undefined : { type: 'EmptyList', list };
};

/** Where journeys come from and how they end: a stage so named could not be told from it. @source metrics.md section 1 */
const outcomes = ['opened', 'won', 'lost', 'disqualified', 'dormant', 'duplicate'];

export const noStageIsReserved: Rule = ({ customer }) => {
  const stage = customer.stages.find(({ id }) => outcomes.includes(id));
  return stage && { type: 'ReservedStage', stage: stage.id };
};

/** DLR-9, DLR-15: evidence and buyer's steps belong to stages that exist. */
export const stagesExist: Rule = ({ customer }) =>
  undefinedIn('stages', customer.stages, [...customer.evidenceFor, ...customer.buyerSteps.map(({ stage }) => stage)]);
