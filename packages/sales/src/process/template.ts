/**
 * How sales projects are run: phases with their activities, and gates between them.
 *
 * Ids are for ever; a project keeps the version of the playbook it was opened under.
 *
 * @source requirements PRJ-4..7, PRJ-24, PRJ-34..38, PRJ-43, Q9, Q10
 */
import { Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Label, Named, Term } from '../terms.js';
import { AnalysisKind, Boundary, ReviewForm, Step, Test } from './terms.js';

/** Something that is done in a phase, step by step. @source PRJ-6, PRJ-43 */
export const Activity = struct(
  { id: Term, name: Label, steps: t.readonlyArray(Step) },
  {
    /** The analysis whose parts are the steps. @source PRJ-7, PRJ-11 */
    analysis: AnalysisKind,
    /** Documents it makes. */
    deliverables: t.readonlyArray(Named),
  },
  'Activity',
);
export type Activity = t.TypeOf<typeof Activity>;

export const Phase = struct(
  {
    id: Term,
    name: Label,
    activities: t.readonlyArray(Activity),
    /** What must be confirmed before the phase is left. */
    checklist: t.readonlyArray(Named),
  },
  {
    /** Days after which an open project in it goes stale. @units calendar days */
    rottingDays: SafeInteger,
  },
  'Phase',
);
export type Phase = t.TypeOf<typeof Phase>;

/** Go needs every one that must be met; one that should be and is not needs a comment. */
export const Criterion = struct(
  { id: Term, name: Label, must: t.boolean, test: Test },
  {
    /** The least score reviewers give for it to be met. */
    minimumScore: SafeInteger,
  },
  'Criterion',
);
export type Criterion = t.TypeOf<typeof Criterion>;

/** A simpler form of a gate that projects of a size may take. Its criteria stay. @source PRJ-36 */
export const Simplification = struct({ size: Term, form: ReviewForm, reviewers: SafeInteger }, {}, 'Simplification');
export type Simplification = t.TypeOf<typeof Simplification>;

export const Gate = struct(
  {
    id: Term,
    name: Label,
    guards: Boundary,
    criteria: t.readonlyArray(Criterion),
    /** Roles of which each is filled by one reviewer at least. */
    reviewerRoles: t.readonlyArray(Term),
    form: ReviewForm,
    /** Reviewers it takes at least. */
    reviewers: SafeInteger,
    simplifications: t.readonlyArray(Simplification),
  },
  {
    /** Above it nobody reviews himself. @source Q13 */
    selfReviewUpTo: Money,
  },
  'Gate',
);
export type Gate = t.TypeOf<typeof Gate>;

const FlowStep = struct({ id: Term, name: Label, phase: Term }, {}, 'FlowStep');

/** How buyers buy, and the seller's phase that belongs to each step. @source PRJ-15..17, DLR-15 */
export const PurchaseFlow = struct({ id: Term, name: Label, steps: t.readonlyArray(FlowStep) }, {}, 'PurchaseFlow');
export type PurchaseFlow = t.TypeOf<typeof PurchaseFlow>;

export const ProcessTemplate = struct(
  {
    id: Term,
    name: Label,
    phases: t.readonlyArray(Phase),
    gates: t.readonlyArray(Gate),
    /** The phase at whose end the contract is signed. @source PRJ-38 */
    signedIn: Term,
    flows: t.readonlyArray(PurchaseFlow),
    /** Layers of the decision chain. @source PRJ-24 */
    layers: t.readonlyArray(Named),
    /** Classes of size by which gates may be simplified. @source PRJ-36 */
    sizes: t.readonlyArray(Named),
  },
  {},
  'ProcessTemplate',
);
export type ProcessTemplate = t.TypeOf<typeof ProcessTemplate>;
