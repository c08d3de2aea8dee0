/** Events of a project's life. Storage format: append-only. @source PRJ-4, PRJ-8, PRJ-33, PRJ-36, Q38 */
import { BusinessId, LocalDate, Money, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { TailoredProcess } from '../process/index.js';
import { Term, Words } from '../terms.js';
import { Closing } from './terms.js';

/** The process a project runs: its template, the playbook version that template is of, and its stages and gates. */
const running = { template: Term, playbook: t.string, process: TailoredProcess, signedIn: Term };

export const lifeSpecs = {
  /** The first event of every project: exactly one first channel. @source Q38, GAT-13 */
  OpportunityDiscovered: {
    data: struct(
      { project: BusinessId, channel: Term, discoveredBy: BusinessId },
      { customer: BusinessId, title: Words, parent: BusinessId },
    ),
  },
  /** A later touch; attribution stays with the first channel. */
  ChannelTouched: { data: struct({ channel: Term }) },
  /** It enters the first phase, and those merged with it, at that instant. */
  ProjectOpened: {
    data: struct(
      { ...running, owner: BusinessId },
      { saleType: Term, product: Words, amount: Money, expectedClose: LocalDate, referenceCustomer: BusinessId },
    ),
  },
  ProjectTransferred: { data: struct({ from: BusinessId, to: BusinessId, reason: Words }) },
  TeamMemberJoined: { data: struct({ person: BusinessId }, { part: Words }) },
  TeamMemberLeft: { data: struct({ person: BusinessId }) },
  /** Somebody joined a project whose gates one person had reviewed alone. @source PRJ-37 */
  SelfReviewFlagged: { data: struct({ person: BusinessId, reviews: t.readonlyArray(BusinessId) }) },

  /** `size`: the class of size the simplification rests on. @source PRJ-36, GAT-4 */
  ProcessTailored: { data: struct({ process: TailoredProcess }, { size: Term }) },
  /** Another version of the template, or of the playbook, from here on. */
  ProcessMigrated: { data: struct(running) },

  ChecklistItemConfirmed: { data: struct({ phase: Term, item: Term }) },
  /** The phases of one stage, entered together; `review`: the one that opened them. @source GAT-1 */
  PhaseEntered: {
    data: struct(
      {
        phases: t.readonlyArray(Term),
        cause: t.keyof({
          advance: null,
          go: null,
          conditionsFulfilled: null,
          signing: null,
          recycle: null,
          reopening: null,
        }),
      },
      { review: BusinessId },
    ),
  },

  /** The project is won. @source PRJ-33 */
  ContractSigned: { data: struct({}, { amount: Money, contract: Words }) },
  ContractAmended: { data: struct({ amount: Money, reason: Words }) },
  /** The win stays at its date. */
  ContractTerminated: { data: struct({ reason: Words }) },
  /** After a win: delivery is over. Otherwise the outcome, decided here; `gate` and `review`: of the kill. */
  ProjectClosed: {
    data: struct(
      { outcome: t.union([Closing, t.literal('won')]) },
      { reason: Term, competitor: Words, duplicateOf: BusinessId, gate: Term, review: BusinessId },
    ),
  },
  /** Back to the last phase, whose gates are decided anew. */
  ProjectReopened: { data: struct({ reason: Term }) },
  /** The child begins in the same append, with its own first channel. @source PRJ-33 */
  ExtensionOpened: { data: struct({ child: BusinessId }) },
};
