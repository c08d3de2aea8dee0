/** What projects are written with: evidence, needs, plans, people on the customer's side. */
import { BusinessId, Instant, LocalDate, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Term, Words } from '../terms.js';

/** How a project ends before a contract is signed. @source metrics.md section 1 */
export const Closing = t.keyof({ lost: null, disqualified: null, dormant: null, duplicate: null }, 'ProjectClosing');
export type Closing = t.TypeOf<typeof Closing>;

/** What became of a project; decided once. */
export type Outcome = Closing | 'won';

/** SHA-256 of a document, in lower-case hexadecimal. */
export const DocumentHash = t.refinement(t.string, (text) => /^[0-9a-f]{64}$/.test(text), 'DocumentHash');

/**
 * What a gate's decision or a piece of work rests on: an event of the project, by its revision, or a
 * document by its hash, with the time it is of.
 *
 * @source PRJ-5, GAT-8
 */
export const Evidence = t.union(
  [
    struct({ revision: SafeInteger }, {}, 'EventEvidence'),
    struct({ document: DocumentHash, at: Instant }, {}, 'DocumentEvidence'),
  ],
  'ProjectEvidence',
);
export type Evidence = t.TypeOf<typeof Evidence>;

/** @source PRJ-12 */
const Known = t.keyof({ yes: null, no: null, unknown: null }, 'Known');

/** What the customer asks for, and what the customer needs, apart. @source PRJ-12, PRJ-13, PRJ-42 */
export const Need = struct(
  {
    problem: Words,
    wants: t.keyof({ product: null, service: null, both: null }),
    reason: Words,
    budgeted: Known,
    planned: Known,
    statedRequest: Words,
    realNeed: Words,
  },
  { downstreamNeed: Words },
  'Need',
);
export type Need = t.TypeOf<typeof Need>;

/** The five outcomes of a review. @source Q11 */
export const GateDecision = t.keyof(
  { go: null, conditionalGo: null, hold: null, recycle: null, kill: null },
  'GateDecision',
);
export type GateDecision = t.TypeOf<typeof GateDecision>;

/** A person who reviews, in one of the roles that the gate asks for. */
export const Reviewer = struct({ person: BusinessId, role: Term }, {}, 'Reviewer');
export type Reviewer = t.TypeOf<typeof Reviewer>;

/** What must be so after a conditional go before the phase opens. @source Q11 */
export const Condition = struct({ id: Term, text: Words, due: Instant }, {}, 'Condition');
export type Condition = t.TypeOf<typeof Condition>;

/** What reviewers say of a criterion. @units score: 1 to 10 */
export const Judgement = struct(
  { criterion: Term, met: t.boolean },
  { score: SafeInteger, comment: Words },
  'Judgement',
);
export type Judgement = t.TypeOf<typeof Judgement>;

/** How a criterion stood when its gate was decided; by the record, or by the reviewers. @source PRJ-5 */
export const CriterionResult = struct(
  { criterion: Term, must: t.boolean, met: t.boolean, by: t.keyof({ record: null, reviewers: null }) },
  { score: SafeInteger, comment: Words },
  'CriterionResult',
);
export type CriterionResult = t.TypeOf<typeof CriterionResult>;

/** @source PRJ-37, Q13, GAT-7 */
export const Independence = t.keyof({ independent: null, self: null }, 'Independence');

/** Where somebody stands towards us. @source PRJ-24 */
export const Stance = t.keyof({ supporter: null, neutral: null, opponent: null, unknown: null }, 'Stance');

/** A piece of the work breakdown: who does it, who answers for it, and when. @source PRJ-31 */
export const PlannedActivity = struct(
  { activity: Term, responsible: BusinessId, from: LocalDate, to: LocalDate },
  { accountable: BusinessId, consulted: t.readonlyArray(BusinessId), informed: t.readonlyArray(BusinessId) },
  'PlannedActivity',
);

/** When a phase is planned to be entered and left. @source PRJ-1 */
export const PlannedPhase = struct({ phase: Term, from: LocalDate, to: LocalDate }, {}, 'PlannedPhase');

/** One to ten of each, as known that day; what is not known is left out. @source MEDDIC */
export const Qualification = struct(
  {},
  {
    metrics: SafeInteger,
    economicBuyer: SafeInteger,
    decisionCriteria: SafeInteger,
    decisionProcess: SafeInteger,
    identifiedPain: SafeInteger,
    champion: SafeInteger,
  },
  'Qualification',
);
export type Qualification = t.TypeOf<typeof Qualification>;
