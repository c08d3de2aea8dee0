import type { CommandTo, ProjectCommand } from './commands.js';
import type { Ruled } from './context.js';
import { doStep, finish, recordDocument, waive } from './decide-activities.js';
import { recordAnalysis } from './decide-analysis.js';
import {
  assessQualification,
  assessRelationship,
  noteCompetitor,
  observePurchase,
  profileRegion,
  rateFactors,
} from './decide-facts.js';
import { applyTactic, flagDirectBenefit, mapStakeholder, relate, setStrategy } from './decide-people.js';
import { baselinePlan, chooseStrategy, establish, recordSwot, setObjective } from './decide-plan.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';
import { workCommands } from './work-commands.js';

export type WorkCommand = CommandTo<keyof typeof workCommands>;

export const isWorkCommand = (command: ProjectCommand): command is WorkCommand =>
  Object.hasOwn(workCommands, command.type);

type Answers = {
  readonly [Type in WorkCommand['type']]: (
    command: CommandTo<Type>,
    project: OpenedProject,
    context: Ruled,
  ) => Decision;
};

const answers: Answers = {
  DoStep: doStep,
  FinishActivity: finish,
  WaiveActivity: waive,
  RecordDocument: recordDocument,
  RecordAnalysis: recordAnalysis,
  EstablishProject: establish,
  RecordRegionProfile: profileRegion,
  NoteCompetitor: noteCompetitor,
  RateDecisionFactors: rateFactors,
  RecordSwot: recordSwot,
  SetObjective: setObjective,
  ChooseStrategy: chooseStrategy,
  BaselinePlan: baselinePlan,
  MapStakeholder: mapStakeholder,
  SetStakeholderStrategy: setStrategy,
  RelateStakeholders: relate,
  UseTactic: applyTactic,
  FlagDirectBenefit: flagDirectBenefit,
  AssessRelationshipLevel: assessRelationship,
  AssessQualification: assessQualification,
  ObservePurchaseStep: observePurchase,
};

/** Answers a command about the work on a project. */
export const decideWork = (command: WorkCommand, project: OpenedProject, context: Ruled): Decision => {
  const answer = answers[command.type] as (command: WorkCommand, project: OpenedProject, context: Ruled) => Decision;
  return answer(command, project, context);
};
