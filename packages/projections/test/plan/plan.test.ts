/** Plans against what happened, and whom they take up. */
import { eventOf, project } from '@millrace/kernel';
import { plansOf, resourcesOf, views } from '@millrace/projections';
import type { ProjectEvent } from '@millrace/sales';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf, askedLogs, ownOf, until } from '../support/generated-projects.js';
import { instant } from '../support/log.js';
import { projectsIn, stateOf } from '../support/project-histories.js';
import { closes, decides, enters, logOf, opened, type ProjectLog, recycles, tell } from '../support/projects.js';

const SHANGHAI = 'Asia/Shanghai';
const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T02:00:00.000Z`;
const on = (n: number): string => day(n).slice(0, 10);

/** The day of an instant in Shanghai, which keeps one offset all year. */
const dayIn = (at: string | undefined): string | null =>
  at === undefined ? null : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

const asked = (log: ProjectLog, n: number) =>
  [project(views.projects, log), { asOf: instant(day(n)), zone: SHANGHAI }] as const;

const planned = tell('PlanBaselined')('p1', day(2), {
  goal: 'the crane',
  phases: [
    { phase: 'lead', from: on(1), to: on(3) },
    { phase: 'talk', from: on(4), to: on(6) },
  ],
  activities: [
    { activity: 'visit', responsible: 'ada', accountable: 'mia', from: on(2), to: on(4) },
    { activity: 'offer', responsible: 'bob', from: on(5), to: on(5) },
  ],
});
const does = (n: number, activity: string) => tell('ActivityDone')('p1', day(n), { activity, by: 'ada', evidence: [] });

describe('the plan of a project', () => {
  const log = logOf(
    opened('p1', day(1)),
    planned,
    tell('StepDone')('p1', day(3), { activity: 'visit', step: 'call', by: 'ada', evidence: [] }),
    enters('p1', day(4), 'talk'),
    does(5, 'visit'),
    recycles('p1', day(8), 'r1', 'lead'),
  );

  test('PRJ-1, PRJ-31: planned and real days of phases and activities, and what is overdue', () => {
    const [plan] = plansOf(...asked(log, 5));
    expect(plan).toMatchObject({ project: 'p1', goal: 'the crane', baseline: 2 });
    expect(plan?.phases).toEqual([
      { id: 'lead', plannedFrom: on(1), plannedTo: on(3), from: on(1), to: on(4), overdue: true },
      { id: 'talk', plannedFrom: on(4), plannedTo: on(6), from: on(4), to: null, overdue: false },
    ]);
    expect(plan?.activities).toEqual([
      {
        ...{ id: 'visit', plannedFrom: on(2), plannedTo: on(4), from: on(3), to: on(5), overdue: true },
        ...{ responsible: 'ada', accountable: 'mia' },
      },
      {
        ...{ id: 'offer', plannedFrom: on(5), plannedTo: on(5), from: null, to: null, overdue: false },
        ...{ responsible: 'bob', accountable: null },
      },
    ]);
  });

  test('PRJ-1: a day is not over while it lasts, and a phase that is entered again is not left', () => {
    const overdue = (n: number) => plansOf(...asked(log, n))[0]?.activities.map((one) => one.overdue);
    expect([overdue(4), overdue(5), overdue(6)]).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    expect(plansOf(...asked(log, 8))[0]?.phases.map(({ from, to }) => [from, to])).toEqual([
      [on(1), null],
      [on(4), on(8)],
    ]);
    expect(plansOf(...asked(log, 1))).toEqual([]);
  });

  test('GAT-3, PRJ-2: what a recycle asks for again is not done, and due', () => {
    const again = logOf(
      ...[opened('p1', day(1)), planned, does(2, 'visit'), does(3, 'offer')],
      decides('p1', day(4), 'r1', 'recycle', { to: 'lead', redo: ['visit'] }),
    );
    expect(plansOf(...asked(again, 3))[0]?.activities.map(({ to }) => to)).toEqual([on(2), on(3)]);
    expect(plansOf(...asked(again, 4))[0]?.activities.map(({ to }) => to)).toEqual([null, on(3)]);
    expect(resourcesOf(...asked(again, 4))[0]?.activities.map(({ activity }) => activity)).toEqual(['visit']);
  });

  test('PRJ-2: what is due of whom, of projects that are not closed', () => {
    const due = (n: number, of = log) =>
      resourcesOf(...asked(of, n)).map(({ person, owned, member, activities }) => [
        person,
        owned,
        member,
        activities.map((one) => [one.activity, one.due, one.overdue]),
      ]);
    expect(due(6)).toEqual([
      ['ada', ['p1'], [], []],
      ['bob', [], [], [['offer', on(5), true]]],
    ]);
    const joined = logOf(
      opened('p1', day(1)),
      tell('TeamMemberJoined')('p1', day(1), { person: 'cyd' }),
      closes('p1', day(9), 'lost', { reason: 'price' }),
    );
    expect(due(2, joined)).toEqual([
      ['ada', ['p1'], [], []],
      ['cyd', [], ['p1'], []],
    ]);
    expect(due(9, joined)).toEqual([]);
  });
});

const isWorkOn = (event: ProjectEvent, activity: string): boolean =>
  (event.type === 'ActivityDone' || event.type === 'ActivityWaived') && event.data.activity === activity;

describe('laws of plans and resources over whole logs', () => {
  test('PRJ-1, PRJ-31: the plan in force is the latest baseline, its days those of the raw events', () => {
    const met = { plans: 0, overdue: 0, done: 0 };
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const plans = plansOf(project(views.projects, log), { asOf, zone: SHANGHAI });
        const withPlan = projectsIn(log).filter((id) => allOf(until(ownOf(log, id), asOf), 'PlanBaselined').length > 0);
        expect(plans.map((plan) => plan.project)).toEqual(withPlan.toSorted());
        for (const plan of plans) {
          const own = until(ownOf(log, plan.project), asOf);
          const state = stateOf(log, plan.project, asOf);
          const baseline = allOf(own, 'PlanBaselined').at(-1);
          expect(plan.baseline).toBe(baseline?.revision);
          for (const line of plan.phases) {
            const opening = allOf(own, 'ProjectOpened').filter(({ event }) =>
              event.data.process.stages[0]?.phases.some((id) => id === line.id),
            );
            const entries = allOf(own, 'PhaseEntered').filter(({ event }) =>
              event.data.phases.some((id) => id === line.id),
            );
            expect(line.from).toBe(dayIn([...opening, ...entries][0]?.event.effectiveAt));
          }
          for (const { id, to, overdue, plannedTo } of plan.activities) {
            const work = state.status === 'opened' ? state.activities[id] : undefined;
            expect(to !== null).toBe(work !== undefined && (work.done || work.waived));
            const done = own.map(eventOf).filter((event) => isWorkOn(event, id));
            if (to !== null) expect(to).toBe(dayIn(done.at(-1)?.effectiveAt));
            expect(overdue).toBe((to ?? dayIn(asOf) ?? '') > (plannedTo ?? ''));
            met[to === null ? 'overdue' : 'done'] += 1;
          }
          met.plans += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(Object.entries(met).filter(([, n]) => n < 3)).toEqual([]);
  });

  test('PRJ-2: everybody on a project that is not closed is taken up by it, as its owner or one of the team', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const lines = resourcesOf(project(views.projects, log), { asOf, zone: SHANGHAI });
        const open = projectsIn(log).flatMap((id) => {
          const state = stateOf(log, id, asOf);
          return state.status === 'opened' && state.closedAt === undefined ? [{ id, ...state.team }] : [];
        });
        const taken = lines.flatMap(({ person, owned, member }) => [
          ...owned.map((id) => `${id} ${person} owns`),
          ...member.map((id) => `${id} ${person}`),
        ]);
        const expected = open.flatMap(({ id, owner, members }) =>
          members.map((person) => (person === owner ? `${id} ${person} owns` : `${id} ${person}`)),
        );
        expect(taken.toSorted()).toEqual(expected.toSorted());
        expect(lines.map(({ person }) => person)).toEqual(lines.map(({ person }) => person as string).toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
