import { replay } from '@millrace/kernel';
import { type OpenedProject, type Project, type ProjectEvent, projectFold } from '@millrace/sales';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import { stepwise, workHistories, workInvariants } from '../support/project-work-laws.js';

/** What is met below is counted in these very histories; others are made by changing the seed. */
const histories = fc.sample(workHistories, { numRuns: 60, seed: 20_261_129 });

type To<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { type: Type }>;

const isOpened = (project: Project): OpenedProject => {
  if (project.status !== 'opened') return expect.unreachable('work is done on opened projects');
  return project;
};

/** Each event of a type, in its place. */
const eachOf = <Type extends ProjectEvent['type']>(
  type: Type,
  law: (event: To<Type>, before: OpenedProject, earlier: ReadonlyArray<ProjectEvent>) => void,
) => {
  let met = 0;
  for (const history of histories) {
    for (const [n, { event, before }] of stepwise(history).entries()) {
      if (event.type !== type) continue;
      met += 1;
      law(event as To<Type>, isOpened(before), history.slice(0, n));
    }
  }
  return met;
};

const standing = ({ process, stage }: OpenedProject): ReadonlyArray<string> => process.stages[stage]?.phases ?? [];
const afterSigning = new Set(
  ours.process.phases.slice(4).flatMap(({ activities }) => activities.map(({ id }) => id as string)),
);

describe('over the histories of projects at work', () => {
  test('GAT-6 only what stands after signing is waived, only once signed, with a reason and another’s approval', () => {
    const approvals: Array<string> = [];
    const met = eachOf('ActivityWaived', ({ data, effectiveAt }, before, earlier) => {
      const signing = earlier.find(({ type }) => type === 'ContractSigned');
      expect(afterSigning).toContain(data.activity);
      expect(signing?.effectiveAt).toBeDefined();
      expect(effectiveAt >= (signing?.effectiveAt ?? '')).toBe(true);
      expect(ours.projects.waiving.map(({ id }) => id)).toContain(data.reason);
      expect(data.sole).toBe(before.team.members.every((one) => one === data.requestedBy));
      if (!data.sole) expect(data.approver).not.toBe(data.requestedBy);
      approvals.push(data.sole ? 'sole' : 'other');
    });
    expect(met).toBeGreaterThan(50);
    expect(new Set(approvals).size).toBe(2);
  });

  test('GAT-9 costs are of phases entered, late where the project does not stand, and over budget where they are', () => {
    const kinds = { late: 0, over: 0, recycled: 0 };
    const met = eachOf('CostIncurred', ({ data }, before, earlier) => {
      const { phase, amount } = data;
      const entered = earlier.flatMap((event) => (event.type === 'PhaseEntered' ? event.data.phases : []));
      expect(['informationCollection', ...entered]).toContain(phase);
      expect(data.late).toBe(!standing(before).some((one) => one === phase));
      const budgets = earlier.filter((event): event is To<'PhaseBudgetSet'> => event.type === 'PhaseBudgetSet');
      const budget = budgets.filter((event) => event.data.phase === phase).at(-1)?.data.amount.minor;
      const total = costOf(earlier, phase) + BigInt(amount.minor);
      expect(data.overBudget).toBe(budget !== undefined && total > BigInt(budget));
      kinds.late += data.late ? 1 : 0;
      kinds.over += data.overBudget ? 1 : 0;
      const back = earlier.findLast((event): event is To<'PhaseEntered'> => event.type === 'PhaseEntered');
      kinds.recycled += back?.data.cause === 'recycle' ? 1 : 0;
    });
    expect(met).toBeGreaterThan(200);
    expect(Math.min(kinds.late, kinds.over, kinds.recycled)).toBeGreaterThan(20);
  });

  test('GAT-9 the costs of all phases are the cost of the project', () => {
    for (const history of histories) {
      const { money } = isOpened(replay(projectFold, history));
      const ofPhases = money.reduce((sum, { cost }) => sum + BigInt(cost?.minor ?? 0), 0n);
      expect(ofPhases).toBe(costOf(history));
      for (const { phase, cost } of money) expect(BigInt(cost?.minor ?? 0)).toBe(costOf(history, phase));
    }
  });

  test('GAT-10 probabilities are 0 to 10,000 basis points, of where an open project stands', () => {
    const met = eachOf('ProbabilityAssessed', ({ data }, before) => {
      expect(data.bp).toBeGreaterThanOrEqual(0);
      expect(data.bp).toBeLessThanOrEqual(10_000);
      expect(standing(before)).toContain(data.phase);
      expect(before.ended).toBeUndefined();
    });
    expect(met).toBeGreaterThan(100);
  });

  test('PRJ-36 steps are in the template’s order, by the log and by their dates, and an activity done has all', () => {
    const steps = (earlier: ReadonlyArray<ProjectEvent>, activity: string) =>
      earlier.flatMap((event) => {
        if (event.type === 'StepDone' && event.data.activity === activity)
          return [[event.data.step, event.effectiveAt]];
        if (event.type !== 'AnalysisRecorded' || event.data.activity !== activity) return [];
        return [[event.data.part, event.effectiveAt]];
      });
    const planned = (activity: string) =>
      ours.process.phases
        .flatMap(({ activities }) => activities)
        .find(({ id }) => id === activity)
        ?.steps.map(({ id }) => id as string);
    const met = eachOf('ActivityDone', ({ data, effectiveAt }, _, earlier) => {
      const firsts = new Map<string | undefined, string | undefined>();
      for (const [step, at] of steps(earlier, data.activity)) if (!firsts.has(step)) firsts.set(step, at);
      expect([...firsts.keys()]).toEqual(planned(data.activity));
      const times = [...firsts.values(), effectiveAt];
      expect(times).toEqual(times.toSorted());
      expect(earlier).not.toContainEqual(
        expect.objectContaining({ type: 'ActivityDone', data: expect.objectContaining({ activity: data.activity }) }),
      );
    });
    expect(met).toBeGreaterThan(500);
  });

  test('PRJ-7 PRJ-11 PRJ-12 an analysis is recorded if and only if its parts are, and the need of the customer', () => {
    const analyses: Array<boolean> = [];
    for (const history of histories) {
      const project = replay(projectFold, history);
      workInvariants(project);
      for (const { id, analysis } of ours.process.phases[1]?.activities ?? []) {
        if (analysis !== undefined) analyses.push(isOpened(project).activities[id]?.done ?? false);
      }
    }
    expect(analyses.filter((done) => done).length).toBeGreaterThan(50);
    expect(analyses.filter((done) => !done).length).toBeGreaterThan(10);
  });
});

/** The sum of what was booked, to a phase or to all. */
const costOf = (history: ReadonlyArray<ProjectEvent>, phase?: string): bigint =>
  history.reduce(
    (sum, event) =>
      event.type === 'CostIncurred' && (phase === undefined || event.data.phase === phase)
        ? sum + BigInt(event.data.amount.minor)
        : sum,
    0n,
  );
