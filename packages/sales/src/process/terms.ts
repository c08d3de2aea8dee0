/** What process templates are written with. @source PRJ-5..8, PRJ-11, PRJ-21..24, Q10 */
import { struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Named, Term } from '../terms.js';

/** The four analyses, of which the customer's has three parts. @source PRJ-7, PRJ-11, PRJ-21..23 */
export const AnalysisKind = t.keyof({ customer: null, own: null, competitor: null, environment: null }, 'AnalysisKind');
export type AnalysisKind = t.TypeOf<typeof AnalysisKind>;

/** How a review is held. @source PRJ-36 */
export const ReviewForm = t.keyof({ meeting: null, circulation: null }, 'ReviewForm');
export type ReviewForm = t.TypeOf<typeof ReviewForm>;

/**
 * Where a gate stands: on the way out of a phase, or before the contract is signed.
 *
 * @source Q10
 */
export const Boundary = t.union(
  [struct({ at: t.literal('exit'), phase: Term }), struct({ at: t.literal('signing') })],
  'Boundary',
);
export type Boundary = t.TypeOf<typeof Boundary>;

/** What the decider itself looks at, whatever reviewers say; or what is left to them. */
export const Test = t.union(
  [
    struct({ by: t.literal('activity'), activity: Term }),
    struct({ by: t.literal('analysis'), analysis: AnalysisKind }),
    struct({ by: t.literal('layer'), layer: Term }),
    struct({ by: t.literal('needBudgeted') }),
    struct({ by: t.literal('document'), document: Term }),
    struct({ by: t.literal('reviewers') }),
  ],
  'Test',
);
export type Test = t.TypeOf<typeof Test>;

/** A smallest part of an activity: never dropped, never out of its order. @source PRJ-36 */
export const Step = Named;
export type Step = Named;
