/** What a playbook says of sales projects besides their processes. */
import { SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Label, Named, Term } from '../terms.js';
import { Department } from './department.js';
import { ProcessTemplate } from './template.js';

/** What decides for the customer, and how much. @source PRJ-25 @units basis points, 10,000 in all */
export const DecisionFactor = struct({ id: Term, name: Label, weightBp: SafeInteger }, {}, 'DecisionFactor');
export type DecisionFactor = t.TypeOf<typeof DecisionFactor>;

/**
 * From when on a way of selling is pointed out. @source PRJ-3
 * @units shares in basis points of 10,000
 */
export const Behaviours = struct(
  {
    /** Projects of a person below which nothing is said. */
    minimumProjects: SafeInteger,
    /** Storyteller: of the projects opened, at most this share was ever taken past its first phase. */
    storytellerAdvancedAtMostBp: SafeInteger,
    /** Pusher: at least this share of what was done was done in the phase of signing. */
    pusherSigningAtLeastBp: SafeInteger,
    /** Early spender: at least this share of the cost was booked to the first two phases. */
    earlySpenderAtLeastBp: SafeInteger,
  },
  {},
  'Behaviours',
);
export type Behaviours = t.TypeOf<typeof Behaviours>;

export const ProjectRules = struct(
  {
    processes: t.readonlyArray(ProcessTemplate),
    /** The twelve of PRJ-8, whose ids are fixed, and others. */
    channels: t.readonlyArray(Named),
    /** @source PRJ-39 */
    saleTypes: t.readonlyArray(Named),
    /** Rungs of the relationship, the highest first. @source PRJ-28 */
    relationshipLadder: t.readonlyArray(Named),
    /** What the founding of a project settles. @source PRJ-7 */
    establishment: t.readonlyArray(Named),
    decisionFactors: t.readonlyArray(DecisionFactor),
    /** Departments and posts that take part in a purchase, as a tree. @source PRJ-18, PRJ-19 */
    departments: t.readonlyArray(Department),
    /** Professional relations only. @source PRJ-27, Q37 */
    relations: t.readonlyArray(Named),
    /** Ways to win and keep the trust of executives, and of people. @source PRJ-29, PRJ-30, PRJ-41 */
    tactics: t.readonlyArray(Named),
    /** What a seller has to know. @source PRJ-9 */
    knowledge: t.readonlyArray(Named),
    /** Why a project is lost. */
    lost: t.readonlyArray(Named),
    /** Why a project is opened again. */
    reopening: t.readonlyArray(Named),
    /** Why an activity is waived. @source PRJ-38 */
    waiving: t.readonlyArray(Named),
  },
  {
    /** What happens to a cost beyond the budget of its phase; recorded as over budget, when left out. @source PRJ-34 */
    overBudget: t.keyof({ recorded: null, refused: null }),
    behaviours: Behaviours,
    /** What people who decide may care for; off unless a playbook lists it. @source PRJ-26, Q37 */
    personalNeeds: t.readonlyArray(Named),
  },
  'ProjectRules',
);
export type ProjectRules = t.TypeOf<typeof ProjectRules>;
