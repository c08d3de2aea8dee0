/** Laws of the funnel of which the unit is a project. @source metrics.md section 6 F */
import { project } from '@millrace/kernel';
import { type FunnelCounts, pipelineView } from '@millrace/projections';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardOf, funnelOfProjects } from '../support/pipeline.js';
import { cardsOf } from '../support/pipeline-oracle.js';
import {
  AFTER,
  askedProjects,
  momentAfter,
  projectHistories,
  projectsIn,
  stateOf,
} from '../support/project-histories.js';
import { deals, enters, type Happened, longer, recycles, tell } from '../support/projects.js';

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, n) => all + n, 0);
const values = (counts: ReadonlyMap<string, number>): number => sum([...counts.values()]);
const endings = ({ outcomes }: FunnelCounts): number =>
  outcomes.won + values(outcomes.lost) + values(outcomes.disqualified) + values(outcomes.dormant) + outcomes.duplicate;

describe('laws of the funnel of projects', () => {
  test('FUN-1, FUN-2, FUN-4, FUN-5, FUN-7 for unit = project', () => {
    fc.assert(
      fc.property(askedProjects, ({ log, asOf }) => {
        const report = funnelOfProjects(log, { asOf });
        for (const [i, { id, reached, touched, skipped, visits, current }] of report.stages.entries()) {
          expect(reached).toBeLessThanOrEqual(report.stages[i - 1]?.reached ?? reached);
          expect(touched).toBeLessThanOrEqual(reached);
          expect(skipped).toBe(reached - touched);
          expect(visits).toBeGreaterThanOrEqual(touched);
          const into = report.matrix.filter(({ to }) => to === id);
          const out = report.matrix.filter(({ from }) => from === id);
          expect(sum(into.map(({ n }) => n))).toBe(visits);
          expect(visits - sum(out.map(({ n }) => n))).toBe(current);
        }
        expect(sum(report.stages.map(({ current }) => current)) + report.outside + endings(report)).toBe(report.opened);
      }),
    );
  });

  test('FUN-4: the funnel and the board say the same of where projects stand, and the decider too', () => {
    fc.assert(
      fc.property(askedProjects, ({ log, asOf }) => {
        const { stages, outcomes, opened: all } = funnelOfProjects(log, { asOf });
        const board = boardOf(log, { asOf });
        expect(stages.slice(0, -1).map(({ id, current }) => [id, current])).toEqual(
          board.phases.map(({ id, count }) => [id, count]),
        );
        expect(stages.at(-1)).toMatchObject({ id: 'signed', reached: board.outcomes.won.count, current: 0 });
        expect([outcomes.won, values(outcomes.lost), outcomes.duplicate, all]).toEqual([
          board.outcomes.won.count,
          board.outcomes.lost.count,
          board.outcomes.duplicate.count,
          board.opened,
        ]);
        expect(all).toBe(cardsOf(log, asOf).length);
      }),
    );
  });

  test('FUN-9: going back and forth leaves the projects alone and raises the visits by exactly the entries made', () => {
    fc.assert(
      fc.property(projectHistories, fc.integer({ min: 1, max: 3 }), (log, times) => {
        const after = momentAfter(log);
        const there = log.length === 0 ? [] : projectsIn(log);
        const movers = there.filter((id) => {
          const state = stateOf(log, id);
          return (
            state.status === 'opened' && state.ended === undefined && state.stage > 0 && state.template === deals.id
          );
        });
        const swing = (id: string): ReadonlyArray<Happened> => {
          const state = stateOf(log, id);
          if (state.status !== 'opened') return [];
          const phasesAt = (stage: number) => state.process.stages[stage]?.phases ?? [];
          return Array.from({ length: times }, (_, i) => [
            ...recycles(id, after, `swing${i}`, ...phasesAt(state.stage - 1)),
            enters(id, after, ...phasesAt(state.stage)),
          ]).flat();
        };
        const [before, now] = [log, longer(log, movers.flatMap(swing))].map((of) => funnelOfProjects(of));
        const unique = (report: FunnelCounts | undefined) =>
          report?.stages.map(({ id, reached, current }) => ({ id, reached, current }));
        expect(unique(now)).toEqual(unique(before));
        const visits = (report: FunnelCounts | undefined) => sum(report?.stages.map((stage) => stage.visits) ?? []);
        expect(visits(now)).toBe(visits(before) + 2 * times * movers.length);
      }),
    );
  });

  test('FUN-15 for unit = project: a transfer changes no number but who has what now; parts add up to the whole', () => {
    fc.assert(
      fc.property(projectHistories, (log) => {
        const after = momentAfter(log);
        const moves = projectsIn(log).flatMap((id) => {
          const state = stateOf(log, id);
          const data = state.status === 'opened' ? [{ from: state.team.owner, to: 'zoe', reason: 'moved' }] : [];
          return data.map((one) => tell('ProjectTransferred')(id, after, one));
        });
        const { groups: before, ...report } = funnelOfProjects(log, { by: 'custodian' });
        const { groups: now, ...same } = funnelOfProjects(longer(log, moves), { by: 'custodian' });
        expect(same).toEqual(report);
        const reached = (groups: typeof before) =>
          groups
            .map(({ key, stages }) => ({ key, reached: stages.map((stage) => stage.reached) }))
            .filter(({ reached: numbers }) => sum(numbers) > 0);
        expect(reached(now)).toEqual(reached(before));
        expect(reached(now).filter(({ key }) => key === null)).toEqual([]);
      }),
    );
  });

  test.each(['custodian', 'source', 'month'] as const)(
    'FUN-10, FUN-15: split by %s, parts add up to the whole',
    (by) => {
      fc.assert(
        fc.property(askedProjects, ({ log, asOf }) => {
          const { stages, groups } = funnelOfProjects(log, { asOf, by });
          for (const [i, { reached, current }] of stages.entries()) {
            expect(sum(groups.map((group) => group.stages[i]?.reached ?? 0))).toBe(reached);
            expect(sum(groups.map((group) => group.stages[i]?.current ?? 0))).toBe(current);
          }
        }),
      );
    },
  );

  test('GAT-13: by source is by first channel, each project in one', () => {
    fc.assert(
      fc.property(projectHistories, (log) => {
        const documents = project(pipelineView, log);
        const { groups } = funnelOfProjects(log, { by: 'source', asOf: AFTER });
        for (const { key, stages } of groups) {
          const mine = cardsOf(log, AFTER).filter(({ project: id }) => documents.get(id)?.origin?.channel === key);
          const counting = mine.filter(({ outcome }) => outcome !== 'duplicate');
          expect(stages[0]?.reached).toBe(counting.length);
        }
      }),
    );
  });
});
