/** What decisions, here and elsewhere, must know of a project. */
import type { BusinessId, Instant, LocalDate, Money } from '@millrace/kernel';
import type { TailoredProcess } from '../process/index.js';
import type { Term } from '../terms.js';
import type { Condition, GateDecision, Need, Outcome, Reviewer } from './terms.js';

export type Project = Undiscovered | Opportunity | OpenedProject;

/** Of everything that happened: its time, by revision, so that evidence can be dated. @source GAT-8 */
interface Recorded {
  readonly times: ReadonlyArray<Instant>;
}

export interface Undiscovered extends Recorded {
  readonly status: 'undiscovered';
}

/** How it came to us. */
export interface Origin {
  readonly id: BusinessId;
  readonly channel: Term;
  readonly discoveredAt: Instant;
  readonly discoveredBy: BusinessId;
  readonly customer?: BusinessId;
  readonly title?: string;
  readonly parent?: BusinessId;
}

/** Discovered, and not opened; one that is closed unopened has an outcome. */
export interface Opportunity extends Recorded {
  readonly status: 'opportunity';
  readonly origin: Origin;
  readonly touched: ReadonlyArray<Term>;
  readonly ended?: Ended;
}

/** The outcome, decided once. */
export interface Ended {
  readonly outcome: Outcome;
  readonly at: Instant;
  readonly reason?: Term;
  readonly competitor?: string;
  readonly duplicateOf?: BusinessId;
}

/** Who is on the project. `ever`: whoever was, in order; `left`: who left it, and when; `planned`: whom a request named. @source GAT-7 */
export interface Team {
  readonly owner: BusinessId;
  /** Since when it is the owner's. */
  readonly since: Instant;
  /** The owner among them. */
  readonly members: ReadonlyArray<BusinessId>;
  readonly ever: ReadonlyArray<BusinessId>;
  readonly left: ReadonlyArray<{ readonly person: BusinessId; readonly at: Instant }>;
  readonly planned: ReadonlyArray<BusinessId>;
}

/** A review, from its request to its decision and the conditions of that. */
export interface Review {
  readonly id: BusinessId;
  readonly gates: ReadonlyArray<Term>;
  readonly requestedBy: BusinessId;
  readonly requestedAt: Instant;
  /** `conditionalGo` with `open` conditions opens nothing. */
  readonly decided?: {
    readonly decision: GateDecision;
    readonly at: Instant;
    readonly self: boolean;
    readonly reviewers: ReadonlyArray<Reviewer>;
    readonly open: ReadonlyArray<Condition>;
    /** Conditions confirmed fulfilled. */
    readonly fulfilled: ReadonlyArray<Term>;
    /** A new review was requested, or the gate is to be decided anew: its conditions open nothing. */
    readonly lapsed: boolean;
  };
}

/** What was done of an activity. */
export interface Activity {
  readonly steps: ReadonlyArray<Term>;
  readonly done: boolean;
  readonly waived: boolean;
  /** Of the latest step. */
  readonly at?: Instant;
  /** When it was done or waived. */
  readonly settledAt?: Instant;
}

/** What was said of something, and as of when. */
interface Said {
  readonly at: Instant;
  readonly data: unknown;
}

/** A person on the customer's side, as last mapped. */
export interface Stakeholder {
  readonly id: BusinessId;
  readonly layer: Term;
  readonly mappedAt: Instant;
  /** From when on the person is known to be of that layer. */
  readonly since: Instant;
  readonly reportsTo?: BusinessId;
}

/** Money of a phase. */
export interface PhaseMoney {
  readonly phase: Term;
  readonly budget?: Money;
  readonly cost?: Money;
}

export interface OpenedProject extends Recorded {
  readonly status: 'opened';
  readonly origin: Origin;
  readonly touched: ReadonlyArray<Term>;
  /** Under which version of the rules it runs, whatever is in force. */
  readonly playbook: string;
  readonly template: Term;
  readonly process: TailoredProcess;
  readonly size?: Term;
  /** The phase at whose end the contract is signed. */
  readonly signedIn: Term;
  readonly openedAt: Instant;
  readonly team: Team;
  /** Index of the stage it stands in, among those of `process`. */
  readonly stage: number;
  /** Phases entered, at their latest entry; those of a recycle stay. */
  readonly entered: ReadonlyArray<{ readonly phase: Term; readonly at: Instant }>;
  /** The latest move: opening, entry, decision, outcome, another process, a change of the contract. */
  readonly movedAt: Instant;
  readonly reviews: ReadonlyArray<Review>;
  /** Gates with a go that stands, and the review that gave it. @source GAT-1, GAT-3 */
  readonly passed: ReadonlyArray<{ readonly gate: Term; readonly review: BusinessId }>;
  /** The review that put it on hold. */
  readonly hold?: BusinessId;
  /** The outcome; a project without one is open. */
  readonly ended?: Ended;
  /** The contract, as it was signed. */
  readonly signed?: { readonly at: Instant; readonly amount?: Money; readonly contract?: string };
  /** After a win: the contract was ended. */
  readonly terminatedAt?: Instant;
  /** Nothing more is done: with the outcome, or, after a win, when delivery is over. */
  readonly closedAt?: Instant;
  readonly saleType?: Term;
  readonly product?: string;
  readonly referenceCustomer?: BusinessId;
  readonly amount?: Money;
  /** As of when the amount was said. */
  readonly amountAt?: Instant;
  readonly expectedClose?: LocalDate;
  readonly extensions: ReadonlyArray<BusinessId>;

  readonly activities: Readonly<Record<string, Activity>>;
  readonly confirmed: ReadonlyArray<Term>;
  /** Documents recorded, by id, with the hash of the latest. */
  readonly documents: Readonly<Record<string, string>>;
  /** Since when there is each of them. */
  readonly documentedAt: Readonly<Record<string, Instant>>;
  /** As last recorded. */
  readonly need?: Need;
  /** What was ever said of it, in the order of its time. */
  readonly needs: ReadonlyArray<{ readonly at: Instant; readonly need: Need }>;
  readonly stakeholders: ReadonlyArray<Stakeholder>;
  /** The furthest step observed of each purchase flow. */
  readonly observed: Readonly<Record<string, Term>>;
  readonly established: boolean;
  readonly money: ReadonlyArray<PhaseMoney>;
  /** Latest assessment. @units basis points */
  readonly probability?: { readonly phase: Term; readonly bp: number; readonly by: BusinessId };
  /** Facts as recorded last, by what they are about. */
  readonly said: Readonly<Record<string, Said>>;
}

export const initial: Project = { status: 'undiscovered', times: [] };
