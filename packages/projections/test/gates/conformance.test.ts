/** Wrong moves that hide behind right ones. */
import { project } from '@millrace/kernel';
import { conformance, views } from '@millrace/projections';
import type { TailoredGate, TailoredProcess, Term } from '@millrace/sales';
import { expect, test } from 'vitest';
import { AFTER } from '../support/project-histories.js';
import {
  decides,
  enters,
  type Happened,
  logOf,
  opened,
  recycles,
  reopens,
  stagesOf,
  tell,
} from '../support/projects.js';

const AT = '2026-03-01T00:00:00.000Z';
const gate: TailoredGate = {
  gates: ['gate' as Term],
  guards: { at: 'exit', phase: 'lead' as Term },
  criteria: [],
  reviewerRoles: ['manager' as Term],
  form: 'meeting',
  reviewers: 1,
};
const process: TailoredProcess = { ...stagesOf(['lead'], ['talk'], ['offer']), gates: [gate] };

const given = decides('p1', AT, 'r1', 'conditionalGo', {
  conditions: [{ id: 'c1', text: 'papers', due: AT }],
});
const fulfilled = tell('ConditionFulfilled')('p1', AT, {
  review: 'r1',
  condition: 'c1',
  confirmedBy: 'boss',
  late: false,
});

const foundAfter = (...moves: ReadonlyArray<Happened | ReadonlyArray<Happened>>) =>
  conformance(project(views.projects, logOf(opened('p1', AT, { process }), given, ...moves)), AFTER).findings.map(
    ({ type, revision }) => [type, revision],
  );

test('GAT-1: a conditional go opens its phase once its conditions are fulfilled, and not before', () => {
  expect(foundAfter(fulfilled, enters('p1', AT, 'talk'))).toEqual([]);
  expect(foundAfter(enters('p1', AT, 'talk'))).toEqual([['EnteredWithoutGate', 4]]);
});

test.each([
  ['a new review was requested', decides('p1', AT, 'r2', 'conditionalGo'), 7],
  ['a recycle voided the gate', recycles('p1', AT, 'r2', 'lead'), 8],
  [
    'the project was opened again',
    [tell('ProjectClosed')('p1', AT, { outcome: 'lost' }), ...reopens('p1', AT, 'lead')],
    8,
  ],
])('GAT-1, GAT-3: conditions fulfilled after %s open nothing', (_, moves, revision) => {
  expect(foundAfter(moves, fulfilled, enters('p1', AT, 'talk'))).toEqual([['EnteredWithoutGate', revision]]);
});
