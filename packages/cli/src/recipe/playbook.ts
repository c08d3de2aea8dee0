import { sha256 } from '@millrace/engine';
import type { BusinessId, Instant } from '@millrace/kernel';
import {
  opportunityChannels,
  type Playbook,
  type PlaybookRefusal,
  type ProjectRules,
  playbookModule,
  presets,
} from '@millrace/sales';
import type * as E from 'fp-ts/lib/Either.js';
import type { PlaybookChoice } from './document-playbook.js';
import type { ProjectsChoice } from './document-projects.js';

/** The preset with the recipe's own words in place. @throws RangeError for a preset that no recipe's codec lets pass */
export const playbookOf = (choice: PlaybookChoice): Playbook => {
  const { preset, name, zone, currency, lists = {}, people = {}, projects } = choice;
  const base = presets.get(preset);
  if (base === undefined) throw new RangeError(`no preset ${preset}`);
  const inCurrency = currency === undefined || currency === base.currency;
  const { classification } = base.customer;
  return {
    ...base,
    name: name ?? base.name,
    zone: zone ?? base.zone,
    currency: currency ?? base.currency,
    people: { ...base.people, ...people },
    customer: {
      ...base.customer,
      lists: base.customer.lists.map(({ list, terms }) => ({ list, terms: lists[list] ?? terms })),
      classification: inCurrency
        ? classification
        : { ...classification, rules: classification.rules.filter(({ wonAtLeast }) => wonAtLeast === undefined) },
    },
    ...(projects === undefined ? {} : { projects: projectsOf(projects) }),
  };
};

/** The rules that a recipe states, the twelve channels before its own; lists that it leaves out are empty. */
const projectsOf = ({ channels = [], ...stated }: ProjectsChoice): ProjectRules => ({
  saleTypes: [],
  relationshipLadder: [],
  establishment: [],
  decisionFactors: [],
  departments: [],
  relations: [],
  tactics: [],
  knowledge: [],
  reopening: [],
  waiving: [],
  ...stated,
  channels: [...opportunityChannels, ...channels],
});

const EPOCH = '1970-01-01T00:00:00.000Z' as Instant;
const NOBODY = 'import' as BusinessId;

/** Whether a playbook could be published where none is: asked of the decider, before anything is written. */
export const checkPlaybook = (playbook: Playbook): E.Either<PlaybookRefusal, unknown> => {
  const { decider } = playbookModule;
  const moment = { effectiveAt: EPOCH, now: EPOCH, actor: NOBODY, role: NOBODY, sha256 };
  return decider.decide({ type: 'PublishPlaybook', playbook }, decider.initial, moment);
};
