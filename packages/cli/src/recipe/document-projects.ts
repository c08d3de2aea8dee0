/** How a recipe's organisation runs sales projects: what its processes are, and the words they go by. */
import { type Struct, struct } from '@millrace/kernel';
import { Behaviours, DecisionFactor, Department, ProcessTemplate } from '@millrace/sales';
import * as t from 'io-ts';
import { oneOf, Terms } from './codecs.js';
import { described } from './schema.js';

const required = {
  processes: described(t.readonlyArray(ProcessTemplate), 'Phases with their activities, and gates between them.'),
  lost: described(Terms, 'Why a project is lost.'),
};

const optional = {
  channels: described(Terms, 'Where opportunities come from, besides the twelve channels that are always there.'),
  saleTypes: Terms,
  relationshipLadder: described(Terms, 'Rungs of the relationship, the highest first.'),
  establishment: described(Terms, 'What the founding of a project settles.'),
  decisionFactors: t.readonlyArray(DecisionFactor),
  departments: described(t.readonlyArray(Department), 'Who takes part in a purchase, as a tree.'),
  relations: described(Terms, 'Professional relations between people of the customer.'),
  tactics: Terms,
  knowledge: Terms,
  reopening: described(Terms, 'Why a project is opened again; nobody may where there is none.'),
  waiving: described(Terms, 'Why an activity is waived; nobody may where there is none.'),
  personalNeeds: Terms,
  overBudget: described(oneOf(['recorded', 'refused']), 'What happens to a cost beyond the budget of its phase.'),
  behaviours: described(Behaviours, 'From when on a way of selling is pointed out.'),
};

export const ProjectsChoice = struct(required, optional, 'ProjectsChoice');
export type ProjectsChoice = Struct<typeof required, typeof optional>;
