/** Funnels of other stages than the dealership's, and of fewer than the playbook has. */
import type { Instant } from '@millrace/kernel';
import { funnelOf } from '@millrace/projections';
import { dealership, type Playbook, type Term } from '@millrace/sales';
import { expect, test } from 'vitest';
import { keys, rates, rows, tell } from '../support/funnel.js';
import { type Ask, ask, decided, entered, evidence, january, logOf } from '../support/log.js';

const term = (id: string): Term => id as Term;

const four: Playbook = {
  ...dealership,
  customer: {
    ...dealership.customer,
    stages: ['prospect', 'shopper', 'hot', 'buyer'].map((id) => ({ id: term(id), name: { en: id, zh: id } })),
    benchmark: [25, 10, 5, 1],
  },
};
const definition = funnelOf(four);
const logWith = (...asks: ReadonlyArray<Ask>) => logOf([...entered(january(1), 'a'), ...asks], four);
const advance = (at: Instant, to: string): Ask => ask(at, 'AdvanceStage', 'a', { to, ...evidence });

test('FUN-1: a skip over a stage, and a correction to the stage in between', () => {
  const skipped = tell(logWith(advance(january(2), 'hot')), { definition });
  expect(rows(skipped)).toMatchObject({ shopper: [0, 1, 0, 0, 1, 0], hot: [1, 1, 1, 1, 0, 0] });
  const fields = { target: 4, reason: 'misclassified', replacement: { to: 'shopper', ...evidence } };
  const log = logWith(advance(january(2), 'hot'), ask(january(3), 'CorrectJourneyMove', 'a', fields));
  expect(rows(tell(log, { definition }))).toMatchObject({ shopper: [1, 1, 1, 1, 0, 0], hot: [0, 0, 0, 0, 0, 0] });
});

test('conversions are told from each stage to the next, then from the first to each later one', () => {
  const steps = rates(tell(logWith(), { definition })).map(([from, to]) => `${from} ${to}`);
  expect(steps).toEqual(['prospect shopper', 'shopper hot', 'hot buyer', 'prospect hot', 'prospect buyer']);
});

test('FUN-4: in a stage that the definition does not have a unit stands outside, and in no stage of it', () => {
  const log = logWith(
    advance(january(2), 'hot'),
    ask(january(3), 'RevertStage', 'a', { to: 'shopper', reason: 'postponed' }),
  );
  const outside = tell(log, { asOf: january(2), by: 'custodian' });
  expect(outside).toMatchObject({ opened: 1, outside: 1 });
  expect(rows(outside)).toMatchObject({ prospect: [1, 1, 0, 1, 0, 0], shopper: [0, 0, 0, 0, 0, 0] });
  const back = tell(log);
  expect(back.outside).toBe(0);
  expect(rows(back)).toMatchObject({ prospect: [1, 1, 0, 1, 0, 0], shopper: [1, 1, 1, 1, 0, 0] });
  expect(back.matrix).toContainEqual({ from: 'hot', to: 'shopper', n: 1 });
});

test('a move out of the definition is no regression of where it came from', () => {
  const log = logWith(advance(january(2), 'shopper'), advance(january(3), 'hot'));
  expect(rows(tell(log))).toMatchObject({ shopper: [1, 1, 0, 1, 0, 0] });
});

test('FUN-10: who never entered the first stage of a definition is in no cohort', () => {
  const late = { stages: ['hot', 'buyer'].map(term), benchmark: [5, 1] };
  const log = logWith(advance(january(2), 'shopper'));
  expect(tell(log, { definition: late, by: 'month' })).toMatchObject({
    opened: 1,
    outside: 1,
    cohorts: [],
    groups: [],
  });
  const bought = logOf([decided(january(3), 'a')], four, log);
  const touched = tell(bought, { definition: { ...late, reach: 'touched' }, by: 'month' });
  expect(touched.cohorts).toEqual([]);
  expect(keys(touched, 'current', 'buyer')).toEqual([[null, 1]]);
  expect(tell(bought, { definition: late }).cohorts).toMatchObject([{ month: '2026-01' }]);
});
