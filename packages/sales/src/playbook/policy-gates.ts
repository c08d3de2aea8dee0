/** Rules about gates: each can be reached, and somebody can decide it. @source PRJ-5, PRJ-36, Q10, Q13 */
import type { Gate, ProcessTemplate } from '../process/index.js';
import type { PlaybookFault } from './faults.js';
import type { RolePermissions } from './permissions.js';
import { ofProcesses, placeOf } from './policy-processes.js';
import { listOf } from './project-lists.js';
import { firstFault, type Rule, undefinedIn } from './rule.js';

type GateRule = (gate: Gate, process: ProcessTemplate, playbook: Parameters<Rule>[0]) => PlaybookFault | undefined;

const ofGates = (rule: GateRule): Rule =>
  ofProcesses((process, playbook) => firstFault(process.gates, (gate) => rule(gate, process, playbook)));

/** The last phase before a gate: signing stands at the end of the phase in which it is done. */
export const phaseBefore = ({ signedIn }: ProcessTemplate, { guards }: Gate): string =>
  guards.at === 'exit' ? guards.phase : signedIn;

/** Q10: a gate guards the way from one phase to the next, or signing. */
export const gatesAreReached: Rule = ofGates(({ id: gate, guards }, process) => {
  if (guards.at === 'signing') return undefined;
  const { phase } = guards;
  const place = placeOf(process, phase);
  if (place < 0) return { type: 'GateAtNoPhase', process: process.id, gate, phase };
  return place === process.phases.length - 1
    ? { type: 'GateBeyondLastPhase', process: process.id, gate, phase }
    : undefined;
});

/** Q10: one gate decides on a boundary; signing and the exit of the phase in which it is done are one. */
export const noBoundaryGuardedTwice: Rule = ofProcesses((process) =>
  firstFault(process.gates, (gate, index) => {
    const other = process.gates
      .slice(0, index)
      .find((earlier) => phaseBefore(process, earlier) === phaseBefore(process, gate));
    return other && { type: 'BoundaryGuardedTwice', process: process.id, gate: gate.id, other: other.id };
  }),
);

/** LAW-39, GAT-7: somebody decides: its reviewers hold roles that persons hold, and one of them may ask. */
export const gatesAreDecided: Rule = ofGates(({ id: gate, reviewerRoles }, { id: process }, { permissions }) => {
  if (reviewerRoles.length === 0) return { type: 'GateWithoutReviewers', process, gate };
  if (permissions.allow === 'all') return undefined;
  const held = permissions.roles.filter(({ holder }) => holder === 'person');
  const reviewing = reviewerRoles.flatMap((one) => held.find(({ role }) => role === one) ?? []);
  const role = reviewerRoles.find((one) => reviewing.every((listed) => listed.role !== one));
  if (role !== undefined) return { type: 'GateRoleOfNobody', process, gate, role };
  return reviewing.some(mayDecide) ? undefined : { type: 'GateDecidedByNobody', process, gate, roles: reviewerRoles };
});

const mayDecide = ({ commands }: RolePermissions): boolean =>
  commands === 'all' || commands.some((type) => type === 'DecideGate');

/** GAT-7: a role is required once. */
export const noReviewerRoleTwice: Rule = ofGates(({ id: gate, reviewerRoles }, { id: process }) => {
  const role = reviewerRoles.find((one, index) => reviewerRoles.indexOf(one) < index);
  return role && { type: 'ReviewerRoleDoubled', process, gate, role };
});

/** PRJ-36: a review has a reviewer, in every form; one person may fill several of the roles. */
export const reviewsHaveReviewers: Rule = ofGates(({ id: gate, reviewers, simplifications }, { id: process }) =>
  firstFault([{ reviewers }, ...simplifications], (form) =>
    form.reviewers < 1 ? { type: 'GateReviewersBelowOne', process, gate, reviewers: form.reviewers } : undefined,
  ),
);

/** PRJ-36: gates are simplified by sizes that exist. */
export const sizesExist: Rule = ofGates(({ simplifications }, process) =>
  undefinedIn(
    listOf(process, 'sizes'),
    process.sizes,
    simplifications.map(({ size }) => size),
  ),
);

/** Q13: a ceiling on self-review is an amount of the organisation's currency. */
export const ceilingsInCurrency: Rule = ofGates(
  ({ id: gate, selfReviewUpTo: ceiling }, { id: process }, { currency }) => {
    if (ceiling === undefined) return undefined;
    if (ceiling.currency !== currency) {
      return { type: 'CeilingCurrency', process, gate, currency: ceiling.currency, expected: currency };
    }
    return ceiling.minor < 0 ? { type: 'CeilingBelowZero', process, gate, minor: ceiling.minor } : undefined;
  },
);
