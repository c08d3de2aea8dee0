/**
 * A process as a project runs it: stages of merged phases, and gates where they stand then.
 *
 * @source PRJ-36, GAT-4
 */
import { SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Term } from '../terms.js';
import { Boundary, ReviewForm } from './terms.js';

/** An activity, and its steps in their order. */
const TailoredActivity = struct({ activity: Term, steps: t.readonlyArray(Term) }, {}, 'TailoredActivity');

/** One phase, or adjacent ones that are entered and left together. */
export const Stage = struct(
  { phases: t.readonlyArray(Term), activities: t.readonlyArray(TailoredActivity), checklist: t.readonlyArray(Term) },
  {},
  'Stage',
);
export type Stage = t.TypeOf<typeof Stage>;

/** A gate of the template, or several that a merge brought together. */
export const TailoredGate = struct(
  {
    gates: t.readonlyArray(Term),
    /** A boundary of the template: the exit of a stage is that of its last phase. */
    guards: Boundary,
    criteria: t.readonlyArray(Term),
    reviewerRoles: t.readonlyArray(Term),
    form: ReviewForm,
    reviewers: SafeInteger,
  },
  {},
  'TailoredGate',
);
export type TailoredGate = t.TypeOf<typeof TailoredGate>;

export const TailoredProcess = struct(
  { stages: t.readonlyArray(Stage), gates: t.readonlyArray(TailoredGate) },
  {},
  'TailoredProcess',
);
export type TailoredProcess = t.TypeOf<typeof TailoredProcess>;
