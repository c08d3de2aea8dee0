/** Show 2: what our deciders wrote is found right, and each wrong move is found, and nothing else. */
import { project } from '@millrace/kernel';
import { type Breach, conformance, views } from '@millrace/projections';
import { projectLogs } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breachTypes, illegalMoves } from '../support/illegal-moves.js';
import { AFTER, momentAfter, projectsIn, stateOf } from '../support/project-histories.js';
import { longer, type ProjectLog } from '../support/projects.js';

const found = (log: ProjectLog) => conformance(project(views.projects, log), AFTER);

/** One wrong move for each of these projects: of those that are possible, the one made least often by now. */
const broken = (log: ProjectLog, projects: ReadonlyArray<string>, made: Map<Breach['type'], number>) => {
  const at = momentAfter(log);
  const expected: Array<readonly [string, Breach['type']]> = [];
  const moves = projects.flatMap((id) => {
    const state = stateOf(log, id);
    if (state.status !== 'opened') return [];
    const [least] = illegalMoves(state, at).toSorted((a, b) => (made.get(a.type) ?? 0) - (made.get(b.type) ?? 0));
    if (least === undefined) return [];
    made.set(least.type, (made.get(least.type) ?? 0) + 1);
    expected.push([id, least.type]);
    return least.moves;
  });
  return { log: longer(log, moves), expected };
};

describe('conformance over generated histories, tailored ones among them', () => {
  test('Show 2, GAT-1, GAT-2, GAT-3, GAT-7, GAT-8: 1,000 histories show no illegal move; k injected, exactly those k', () => {
    const made = new Map<Breach['type'], number>();
    let [histories, moves, tailored] = [0, 0, 0];
    fc.assert(
      fc.property(projectLogs(), fc.nat({ max: 7 }), ({ log }, which) => {
        const legal = found(log);
        expect(legal.findings).toEqual([]);
        histories += legal.projects;
        moves += legal.moves;
        tailored += log.filter(({ type }) => type === 'ProcessTailored').length;
        const projects = projectsIn(log).filter((_, place) => which === 0 || (which >> place) % 2 === 1);
        const { log: wrong, expected } = broken(log, projects, made);
        expect(found(wrong).findings.map(({ project: id, type }) => [id, type])).toEqual(expected.toSorted());
      }),
      { numRuns: 350 },
    );
    expect(histories).toBeGreaterThanOrEqual(1_000);
    expect(moves).toBeGreaterThan(1_000);
    expect(tailored).toBeGreaterThan(50);
    expect(breachTypes.filter((type) => (made.get(type) ?? 0) < 1)).toEqual([]);
  }, 600_000);
});
