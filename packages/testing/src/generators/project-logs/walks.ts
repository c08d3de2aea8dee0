/** Histories of a project that walks through its gates, by the real decider. */
import type { Instant } from '@millrace/kernel';
import {
  gatesAtExit,
  isPassed,
  type OpenedProject,
  type ProcessTemplate,
  type ProjectCommand,
  type ProjectEvent,
  type TailoredProcess,
  waitingReview,
} from '@millrace/sales';
import fc from 'fast-check';
import { hoursIn, timeAt } from '../time.js';
import { asked, type DrawnStep, decided, drawnStep, fulfilled, requested } from './gate-asks.js';
import { playOf } from './play.js';
import { processTemplates, tailoredOf } from './template.js';
import { goesOn } from './work-asks.js';

/** One project's walk: under which template, tailored how, what happened, and what was refused why. */
export interface GateWalk {
  readonly template: ProcessTemplate;
  readonly process: TailoredProcess;
  readonly events: ReadonlyArray<ProjectEvent>;
  /** Types of the refusals, in order. */
  readonly refused: ReadonlyArray<string>;
}

/**
 * Walks under small random templates, some of them tailored. Everything is asked of the decider; some of
 * what is asked at gates may not be.
 */
export const gateWalks = (templates: fc.Arbitrary<ProcessTemplate> = processTemplates()): fc.Arbitrary<GateWalk> =>
  fc
    .tuple(
      templates,
      fc.array(
        fc.nat({ max: 2 }).map((roll) => roll > 0),
        { minLength: 4, maxLength: 4 },
      ),
      fc.boolean(),
      fc.array(drawnStep, { minLength: 20, maxLength: 90, size: 'max' }),
    )
    .map(([template, merges, tailored, steps]) =>
      walkOf(template, tailoredOf(template, tailored ? [false, ...merges.slice(1)] : []), steps),
    );

const walkOf = (template: ProcessTemplate, process: TailoredProcess, steps: ReadonlyArray<DrawnStep>): GateWalk => {
  const { ask, stateOf, accepted, refused } = playOf(template);
  for (const command of opening('x1', template)) ask(command, timeAt(0));
  if (process.stages.length < template.phases.length) {
    ask(asked('x1', { type: 'TailorProcess', process }), timeAt(0));
  }
  for (const [index, step] of steps.entries()) {
    const project = stateOf('x1');
    if (project.status !== 'opened') continue;
    const { commands, effectiveAt } = nextOf(project, template, step, index + 2);
    for (const command of commands) ask(command, timeAt(index + 2), effectiveAt);
  }
  const events = accepted.flatMap(({ happened }) => happened.map(({ event }) => event));
  return { template, process, events, refused };
};

/** A project is discovered and opened. */
export const opening = (
  project: string,
  { id: template }: ProcessTemplate,
  owner = 'ada',
): ReadonlyArray<ProjectCommand> => [
  asked(project, { type: 'DiscoverOpportunity', channel: 'bidding', discoveredBy: owner }),
  asked(project, { type: 'OpenProject', template, owner }),
];

/** What is asked of a project at a step of the clock, and as of when: one gate command in twelve is dated back. */
export const nextOf = (
  project: OpenedProject,
  template: ProcessTemplate,
  step: DrawnStep,
  at: number,
): { readonly commands: ReadonlyArray<ProjectCommand>; readonly effectiveAt?: Instant } => {
  if (step.kind < 8 || (step.kind < 18 && isFree(project))) return { commands: goesOn(project, template, step) };
  const commands = [gateCommand(project, template, step, timeAt(at))];
  return step.kind === 19 ? { commands, effectiveAt: hoursIn(24 * Math.floor(at / 2) - 36) } : { commands };
};

/** What is next at the gate in front; one time in twelve, whatever is drawn. */
const gateCommand = (
  project: OpenedProject,
  template: ProcessTemplate,
  step: DrawnStep,
  now: Instant,
): ProjectCommand => {
  const stray = step.kind === 18 ? step.what % 3 : undefined;
  const waits = gatesAtExit(project).some((gate) => waitingReview(project, gate) !== undefined);
  const open = project.reviews.some((review) => review.decided === undefined);
  if (stray === 0 || (stray === undefined && waits && step.kind < 16)) return fulfilled(project, step);
  return stray === 1 || (stray === undefined && open)
    ? decided(project, template, step, now)
    : requested(project, step);
};

/** No gate stands between here and the next phase, or the contract. */
const isFree = (project: OpenedProject): boolean => gatesAtExit(project).every((gate) => isPassed(project, gate));
