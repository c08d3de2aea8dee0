import { eventOf, type Instant, type View } from '@millrace/kernel';
import type { ProjectEvent, TailoredProcess } from '@millrace/sales';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import { insert, type Since } from '../timeline.js';
import type { EntryCause, EventTo, PipelineDocument, PipelineStep } from './document.js';

type Doc = Draft<PipelineDocument>;
type Edit = (document: Doc) => void;

const KIND = 'project';
const NOTHING: ReadonlyArray<never> = [];

/** Where every project went, and what it was thought to be worth. Keyed by project. @source PRJ-4, PRJ-33, PRJ-35 */
export const pipelineView: View<ProjectEvent, PipelineDocument> = {
  name: 'pipeline',
  version: 1,
  kinds: [KIND],
  empty: () => ({
    origin: null,
    opening: null,
    processes: [],
    moves: [],
    owner: [],
    amounts: [],
    probabilities: [],
    expectedClose: [],
    holds: [],
  }),
  on: (envelope) => {
    const edit = editOf(eventOf(envelope), envelope.revision);
    if (edit === undefined) return NOTHING;
    const change = (document: Doc): undefined => edit(document) as undefined;
    return [{ key: envelope.stream.slice(KIND.length + 1), change }];
  },
};

/** What an event does to its project's document; what the pipeline does not look at does nothing. */
const editOf = (event: ProjectEvent, by: number): Edit | undefined => {
  const at = event.effectiveAt;
  switch (event.type) {
    case 'OpportunityDiscovered': {
      const { channel, customer = null, parent = null } = event.data;
      return (doc) => {
        doc.origin ??= { at, by, channel, customer, parent };
      };
    }
    case 'ProjectOpened':
      return opened(event, by);
    case 'PhaseEntered':
      return entered(event.data.phases, event.data.cause, at, by);
    case 'ProcessTailored':
      return reshaped(event.data.process, at, by);
    case 'ProcessMigrated': {
      const { template, playbook, process } = event.data;
      const reshape = reshaped(process, at, by);
      return (doc) => {
        doc.processes.push({ at, by, state: { template, playbook } });
        reshape(doc);
      };
    }
    case 'ProjectTransferred':
      return note('owner', { at, by, state: event.data.to });
    case 'ContractSigned': {
      const { amount } = event.data;
      return (doc) => {
        doc.moves.push({ at, by, step: { kind: 'signed' } });
        if (amount !== undefined) insert(doc.amounts, { at, by, state: amount });
      };
    }
    case 'ContractAmended':
    case 'AmountEstimated':
      return note('amounts', { at, by, state: event.data.amount });
    case 'ContractTerminated':
      return move({ kind: 'terminated' }, at, by);
    case 'ProjectClosed': {
      const { outcome, reason, gate, competitor = null } = event.data;
      return move({ kind: 'closed', outcome, reason: reason ?? gate ?? null, competitor }, at, by);
    }
    case 'ProjectReopened':
      return (doc) => {
        doc.moves.push({ at, by, step: { kind: 'reopened' } });
        hold(doc, { at, by, state: false });
      };
    case 'GateDecided': {
      const state = event.data.decision === 'hold';
      return (doc) => hold(doc, { at, by, state });
    }
    case 'ProbabilityAssessed': {
      const { phase, bp, by: assessedBy } = event.data;
      return note('probabilities', { at, by, state: { phase, bp, assessedBy } });
    }
    case 'ExpectedCloseSet':
      return note('expectedClose', { at, by, state: event.data.on });

    case 'ChannelTouched':
    case 'TeamMemberJoined':
    case 'TeamMemberLeft':
    case 'SelfReviewFlagged':
    case 'ChecklistItemConfirmed':
    case 'ExtensionOpened':
    case 'GateReviewRequested':
    case 'ConditionFulfilled':
    case 'StepDone':
    case 'ActivityDone':
    case 'ActivityWaived':
    case 'DocumentRecorded':
    case 'AnalysisRecorded':
    case 'ProjectEstablished':
    case 'RegionProfileRecorded':
    case 'CompetitorNoted':
    case 'DecisionFactorsRated':
    case 'SwotRecorded':
    case 'ObjectiveSet':
    case 'StrategyChosen':
    case 'PlanBaselined':
    case 'StakeholderMapped':
    case 'StakeholderStrategySet':
    case 'StakeholdersRelated':
    case 'TacticUsed':
    case 'DirectBenefitFlagged':
    case 'RelationshipLevelAssessed':
    case 'QualificationAssessed':
    case 'PurchaseStepObserved':
    case 'PhaseBudgetSet':
    case 'CostIncurred':
      return undefined;
    default:
      return absurd(event);
  }
};

const opened = ({ data, effectiveAt: at }: EventTo<'ProjectOpened'>, by: number): Edit => {
  const { template, playbook, process, owner, saleType = null, product = null, amount, expectedClose } = data;
  const enter = entered(process.stages[0]?.phases ?? [], 'opening', at, by);
  return (doc) => {
    doc.opening = { at, by, saleType, product };
    doc.processes.push({ at, by, state: { template, playbook } });
    doc.owner.push({ at, by, state: owner });
    if (amount !== undefined) insert(doc.amounts, { at, by, state: amount });
    if (expectedClose !== undefined) insert(doc.expectedClose, { at, by, state: expectedClose });
    enter(doc);
  };
};

const move =
  (step: PipelineStep, at: Instant, by: number): Edit =>
  (doc) => {
    doc.moves.push({ at, by, step: step as Draft<PipelineStep> });
  };

const entered = (phases: ReadonlyArray<string>, cause: EntryCause, at: Instant, by: number): Edit =>
  move({ kind: 'entered', phases: phases as PhasesOf, cause }, at, by);

type PhasesOf = Extract<PipelineStep, { readonly kind: 'entered' }>['phases'];

/** It stands in the stage that holds its phase there; that is a move where it is another one. */
const reshaped =
  ({ stages }: TailoredProcess, at: Instant, by: number): Edit =>
  (doc) => {
    const standing = doc.moves.findLast(({ step }) => step.kind === 'entered')?.step;
    if (standing?.kind !== 'entered') return;
    const [first] = standing.phases;
    const stage = stages.find(({ phases }) => phases.some((phase) => phase === first)) ?? stages[0];
    if (stage === undefined || stage.phases.at(-1) === standing.phases.at(-1)) return;
    entered(stage.phases, 'process', at, by)(doc);
  };

/** Every decision ends a hold, but that to hold. */
const hold = ({ holds }: Doc, entry: Since<boolean>): void => {
  if ((holds.at(-1)?.state ?? false) !== entry.state) holds.push(entry);
};

/** The facts that may be dated back, and who has it. */
type Dimension = 'owner' | 'amounts' | 'probabilities' | 'expectedClose';

const note =
  <D extends Dimension>(dimension: D, entry: PipelineDocument[D][number]): Edit =>
  (doc) => {
    insert<Since<unknown>>(doc[dimension], entry);
  };
