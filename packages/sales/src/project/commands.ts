/**
 * What can be asked of a sales project.
 *
 * Who does, reviews or approves something is business data; who asks, and as of when, is in the
 * command's envelope.
 */
import { BusinessId, type CommandOf, commandSet, LocalDate, Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { TailoredProcess } from '../process/index.js';
import { Term, Words } from '../terms.js';
import { Closing, Condition, Evidence, GateDecision, Judgement, Reviewer } from './terms.js';
import { workCommands } from './work-commands.js';

const project = BusinessId;

const specs = {
  DiscoverOpportunity: struct(
    { project, channel: Term, discoveredBy: BusinessId },
    { customer: BusinessId, title: Words },
  ),
  TouchChannel: struct({ project, channel: Term }),
  /** Under the template of the playbook in force. */
  OpenProject: struct(
    { project, template: Term, owner: BusinessId },
    { saleType: Term, product: Words, amount: Money, expectedClose: LocalDate, referenceCustomer: BusinessId },
  ),
  TransferProject: struct({ project, to: BusinessId, reason: Words }),
  JoinProjectTeam: struct({ project, person: BusinessId }, { part: Words }),
  LeaveProjectTeam: struct({ project, person: BusinessId }),

  /** States the whole process. @source PRJ-36 */
  TailorProcess: struct({ project, process: TailoredProcess }, { size: Term }),
  /** To a template of the playbook in force. */
  MigrateProcess: struct({ project, template: Term }),
  ConfirmChecklistItem: struct({ project, item: Term }),
  /** Over a boundary that no gate guards; `to`: the first phase of the next stage, or one merged with it. */
  AdvancePhase: struct({ project, to: Term }),

  SignContract: struct({ project }, { amount: Money, contract: Words }),
  AmendContract: struct({ project, amount: Money, reason: Words }),
  TerminateContract: struct({ project, reason: Words }),
  /** `won` ends the delivery of a project that is won already. */
  CloseProject: struct(
    { project, outcome: t.union([Closing, t.literal('won')]) },
    { reason: Term, competitor: Words, duplicateOf: BusinessId },
  ),
  ReopenProject: struct({ project, reason: Term }),
  /** The child begins as an opportunity, in the append of the parent's event; it is opened by `OpenProject`. */
  OpenExtension: struct({ project, child: BusinessId, channel: Term, discoveredBy: BusinessId }, { title: Words }),

  RequestGateReview: struct(
    { project, review: BusinessId, gate: Term, requestedBy: BusinessId },
    { plannedTeam: t.readonlyArray(BusinessId) },
  ),
  /** `criteria`: what reviewers say; those the record decides take a comment only. */
  DecideGate: struct(
    {
      project,
      review: BusinessId,
      decision: GateDecision,
      chair: BusinessId,
      reviewers: t.readonlyArray(Reviewer),
      criteria: t.readonlyArray(Judgement),
      evidence: t.readonlyArray(Evidence),
    },
    { conditions: t.readonlyArray(Condition), to: Term, redo: t.readonlyArray(Term), comment: Words },
  ),
  FulfilCondition: struct({ project, review: BusinessId, condition: Term, confirmedBy: BusinessId }),

  ...workCommands,

  SetPhaseBudget: struct({ project, phase: Term, amount: Money }),
  /** `late`: of a phase entered earlier. `approver`: of a cost over the budget. */
  BookCost: struct(
    { project, phase: Term, amount: Money, by: BusinessId },
    { late: t.boolean, approver: BusinessId, reference: Words },
  ),
  AssessProbability: struct({ project, phase: Term, bp: SafeInteger, by: BusinessId }),
  EstimateAmount: struct({ project, amount: Money }),
  ExpectClose: struct({ project, on: LocalDate }),
};

export type ProjectCommand = CommandOf<typeof specs>;
export const projectCommands = commandSet(specs);
export type CommandTo<Type extends ProjectCommand['type']> = Extract<ProjectCommand, { type: Type }>;
