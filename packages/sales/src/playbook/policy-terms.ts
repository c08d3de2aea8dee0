/** Rules about terms and the lists they stand in. */
import { type ListName, termsOf } from './document.js';
import { listsOf, type Rule, undefinedIn } from './rule.js';

/** A stage, a source, a class: an id stands for one thing. */
export const noTermTwice: Rule = (playbook) => {
  const list = doubled(playbook.customer.lists.map((entry) => entry.list));
  if (list !== undefined) return { type: 'DoubledTerm', list: 'lists', id: list };
  for (const { list: name, terms } of listsOf(playbook)) {
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
export const nothingEmpty: Rule = ({ customer, people, performance }) => {
  const lists = [
    { list: 'classes', terms: customer.classification.classes },
    ...demanded.map((list) => ({ list, terms: termsOf(customer, list) })),
    { list: 'resignation', terms: people.resignation },
    { list: 'refund', terms: performance.refund },
    { list: 'waiver', terms: performance.waiver },
  ];
  const empty = lists.find(({ terms }) => terms.length === 0);
  return empty && { type: 'EmptyList', list: empty.list };
};

/** Where journeys come from and how they end, in a matrix of moves. @source metrics.md section 1, FUN-5 */
const outcomes = ['opened', 'won', 'lost', 'disqualified', 'dormant', 'duplicate'];

/** FUN-5: a stage of that name could not be told from a beginning or an end. */
export const noStageIsReserved: Rule = ({ customer }) => {
  const stage = customer.stages.find(({ id }) => outcomes.includes(id));
  return stage && { type: 'ReservedStage', stage: stage.id };
};

/** DLR-9, DLR-15: evidence and buyer's steps belong to stages that exist. */
export const stagesExist: Rule = ({ customer }) =>
  undefinedIn('stages', customer.stages, [...customer.evidenceFor, ...customer.buyerSteps.map(({ stage }) => stage)]);
