/** The rules a playbook keeps, in the order in which they are asked. */
import * as E from 'fp-ts/lib/Either.js';
import type { Playbook } from './document.js';
import type { PlaybookFault } from './faults.js';
import { nothingRemoved, purchaseStageStays, stagesKeepOrder, standardHasVersion } from './policy-changes.js';
import { barsAboveZero, barsInCurrency, classesExist, everyRuleIsReached, windowHasLength } from './policy-classes.js';
import { scoresCanBeGiven, testedBeforeTheGate, testedExists } from './policy-criteria.js';
import {
  ceilingsInCurrency,
  gatesAreDecided,
  gatesAreReached,
  noBoundaryGuardedTwice,
  noReviewerRoleTwice,
  reviewsHaveReviewers,
  sizesExist,
} from './policy-gates.js';
import { boardsShowSomething, dueAfterTheEnd, postsToQualifyFor } from './policy-people.js';
import { commandsExist, noCommandTwice, somebodyMayPublish, systemRolesAreNoPersons } from './policy-permissions.js';
import {
  flowsDoNotGoBack,
  noPhaseIsReserved,
  phasesExist,
  processesHavePhases,
  rottingTakesDays,
} from './policy-processes.js';
import {
  behavioursCanBeSeen,
  chainsHaveATop,
  channelsAreThere,
  departmentsReport,
  factorsWeigh,
  projectsCanBeRun,
  weightsMakeAWhole,
} from './policy-projects.js';
import { benchmarkFitsStages, benchmarkIsFunnel, buyerStepsClimb, purchaseStageIsLast } from './policy-stages.js';
import { noStageIsReserved, noTermTwice, nothingEmpty, stagesExist } from './policy-terms.js';
import type { Rule } from './rule.js';

const rules: ReadonlyArray<Rule> = [
  noTermTwice,
  nothingEmpty,
  noStageIsReserved,
  purchaseStageIsLast,
  stagesExist,
  buyerStepsClimb,
  benchmarkFitsStages,
  benchmarkIsFunnel,
  classesExist,
  windowHasLength,
  barsInCurrency,
  barsAboveZero,
  everyRuleIsReached,
  systemRolesAreNoPersons,
  commandsExist,
  noCommandTwice,
  somebodyMayPublish,
  postsToQualifyFor,
  dueAfterTheEnd,
  boardsShowSomething,
  projectsCanBeRun,
  processesHavePhases,
  noPhaseIsReserved,
  phasesExist,
  flowsDoNotGoBack,
  rottingTakesDays,
  gatesAreReached,
  noBoundaryGuardedTwice,
  gatesAreDecided,
  noReviewerRoleTwice,
  reviewsHaveReviewers,
  sizesExist,
  ceilingsInCurrency,
  testedExists,
  testedBeforeTheGate,
  scoresCanBeGiven,
  channelsAreThere,
  factorsWeigh,
  weightsMakeAWhole,
  behavioursCanBeSeen,
  departmentsReport,
  chainsHaveATop,
  nothingRemoved,
  stagesKeepOrder,
  purchaseStageStays,
  standardHasVersion,
];

/** The playbook, or the first rule it breaks; `before` is the one in force, if there is one. */
export const checkPlaybook = (playbook: Playbook, before: Playbook | undefined): E.Either<PlaybookFault, Playbook> => {
  for (const rule of rules) {
    const fault = rule(playbook, before);
    if (fault !== undefined) return E.left(fault);
  }
  return E.right(playbook);
};
