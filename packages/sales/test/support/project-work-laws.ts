/** What holds of the work and the money of a project, whatever was asked; reckoned apart from the decider. */
import { apply } from '@millrace/kernel';
import {
  type OpenedProject,
  type Project,
  type ProjectCommand,
  type ProjectContext,
  type ProjectEvent,
  projectFold,
  projectModule,
} from '@millrace/sales';
import { looseWork, projectWorkCommands } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { expect } from 'vitest';
import { ours } from './key-account.js';
import { enters, inCollection, inForce, on, rulesSaying, was } from './project-at-work.js';
import { day } from './story.js';

const rulebooks = [inForce, rulesSaying({ overBudget: 'refused' })];

/** Day 30 and on; one ask in four is dated back, at times to before the opening. */
export const contextAt = (step: number, _: ProjectCommand, roll: number): ProjectContext => {
  const now = 30 + Math.floor(step / 2);
  const rules = rulebooks[(roll >> 12) % rulebooks.length];
  return { ...on(now, rules), effectiveAt: roll % 4 === 3 ? day((roll >> 2) % (now + 1)) : day(now) };
};

const stageOf = ({ process }: OpenedProject, phase: string): number =>
  process.stages.findIndex(({ phases }) => phases.some((one) => one === phase));

/** What a project is at any time, as far as its work and money go. */
export const workInvariants = (project: Project): void => {
  if (project.status !== 'opened') return;
  for (const phase of ours.process.phases) {
    for (const { id, steps, analysis } of phase.activities) {
      const known = project.activities[id];
      if (known === undefined) continue;
      const all = steps.map((step) => step.id);
      // Steps are done in the order of the template, none left out.
      expect(known.steps).toEqual(all.slice(0, known.steps.length));
      if (known.done) expect(known.steps).toEqual(all);
      // An analysis is recorded if, and only if, all its parts are; the customer's with the need.
      if (analysis !== undefined) expect(known.done).toBe(known.steps.length === all.length);
      if (analysis === 'customer' && known.done) expect(project.need).toBeDefined();
      if (known.steps.length > 0 || known.done) {
        expect(project.entered.some((one) => stageOf(project, one.phase) === stageOf(project, phase.id))).toBe(true);
      }
      if (known.waived) expect(project.ended?.outcome).toBe('won');
    }
  }
  for (const { phase, cost } of project.money) {
    if (cost !== undefined) expect(project.entered.map((one) => one.phase)).toContain(phase);
  }
  if (project.probability !== undefined) {
    expect(project.probability.bp).toBeGreaterThanOrEqual(0);
    expect(project.probability.bp).toBeLessThanOrEqual(10_000);
  }
  for (const { id } of project.stakeholders) expect(above(project, id)).not.toContain(id);
};

/** Everybody above somebody, as far as there are people. */
const above = ({ stakeholders }: OpenedProject, id: string): ReadonlyArray<string> => {
  const chain: Array<string> = [];
  for (let next = superior(id); next !== undefined && chain.length <= stakeholders.length; next = superior(next)) {
    chain.push(next);
  }
  return chain;

  function superior(of: string): string | undefined {
    return stakeholders.find((one) => one.id === of)?.reportsTo;
  }
};

/** Each event of a history, with the project before it. */
export const stepwise = (
  history: ReadonlyArray<ProjectEvent>,
): ReadonlyArray<{ readonly event: ProjectEvent; readonly before: Project }> => {
  let state: Project = projectFold.initial;
  return history.map((event) => {
    const before = state;
    state = apply(projectFold, before, event);
    return { event, before };
  });
};

/** The phase that the signing of the contract opens. */
const SIGNED = 4;
const phases = ours.process.phases.map(({ id }) => id as string);

/** Through the phases up to the last, the work of each asked in it; now and then back to an earlier one. */
export const workHistories: fc.Arbitrary<ReadonlyArray<ProjectEvent>> = fc
  .record({
    rounds: fc.tuple(
      ...phases.map((phase) =>
        fc.tuple(
          looseWork({ phases: [phase] }),
          fc.array(projectWorkCommands({ phases: [phase] }, ['WaiveActivity', 'BookCost', 'AssessProbability']), {
            maxLength: 12,
            size: 'max',
          }),
        ),
      ),
    ),
    rolls: fc.infiniteStream(fc.nat({ max: 2 ** 31 - 1 })),
    recycledAfter: fc.constantFrom(1, 2, 3, undefined),
    back: fc.nat({ max: 2 }),
  })
  .map(({ rounds, rolls, recycledAfter, back }) => {
    const history: Array<ProjectEvent> = [];
    let state: Project = projectFold.initial;
    let step = 0;
    const happens = (...events: ReadonlyArray<ProjectEvent>): void => {
      history.push(...events);
      for (const event of events) state = apply(projectFold, state, event);
    };
    const enter = (cause: Parameters<typeof enters>[1], phase: string | undefined): void =>
      happens(enters(30 + Math.floor(step / 2), cause, phase ?? ''));
    const play = (commands: ReadonlyArray<ProjectCommand>): void => {
      for (const command of commands) {
        const answer = projectModule.decider.decide(command, state, contextAt(step, command, rolls.next().value ?? 0));
        step += 1;
        if (E.isRight(answer)) happens(...answer.right);
      }
    };
    happens(...inCollection);
    for (const [index, [work, others]] of rounds.entries()) {
      if (index === SIGNED) happens(was(30 + Math.floor(step / 2), 'ContractSigned', {}));
      if (index > 0) enter(index === SIGNED ? 'signing' : 'advance', phases[index]);
      play(others);
      play(work);
      if (index === recycledAfter) {
        enter('recycle', phases[Math.min(back, index)]);
        play(others);
        enter('advance', phases[index]);
      }
      play(others);
    }
    return history;
  });
