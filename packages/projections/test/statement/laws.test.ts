import {
  hindsight,
  lateEntries,
  type PledgeDocuments,
  type SettlementStatement,
  type StatementLine,
  settlementStatement,
  statementAddendum,
} from '@millrace/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { happen, OCTOBER, ops, people, settledHistories } from '../support/histories.js';
import type { SalesLog } from '../support/sales-log.js';
import { documentsOf, positionOf } from '../support/sales-story.js';
import { right } from '../support/settle.js';

const cutOffOf = (log: SalesLog) => positionOf(log, 'period-2026-10', 'PeriodCutOff');

const statementsAt = (log: SalesLog, knownAt: number): ReadonlyArray<SettlementStatement> =>
  people.map((person) =>
    right(settlementStatement(documentsOf(log, knownAt, cutOffOf(log)), { person, period: OCTOBER })),
  );

const atClosing = (log: SalesLog) => statementsAt(log, positionOf(log, 'period-2026-10', 'PeriodClosed'));

/** What of a statement is settled: everything but what goes on after the settlement. */
const settledPart = (statements: ReadonlyArray<SettlementStatement>) =>
  statements.map(({ closed: _, pledges, ...head }) => ({
    ...head,
    pledges: pledges.map(({ lateLines: _late, entries: _entries, donation: _donation, ...settled }) => settled),
  }));

/** What the late lines come to that are posted in no period yet. */
const unpostedIn = ({ credits }: PledgeDocuments, late: ReadonlyArray<StatementLine>): number => {
  const unposted = lateEntries(credits, { period: OCTOBER, postedIn: null }).map(({ sale, by }) => `${sale} ${by}`);
  return late
    .filter(({ sale, revision }) => unposted.includes(`${sale} ${revision}`))
    .reduce((all, { amount }) => all + amount.minor, 0);
};

describe('laws of settlement statements', () => {
  it('PLG-6 PLG-14 the statement of a closed period is the same after any later events, and a rebuild', () => {
    fc.assert(
      fc.property(settledHistories, ops, (log, more) => {
        const before = atClosing(log);
        happen(log, 14, more);
        expect(JSON.stringify(atClosing(log))).toBe(JSON.stringify(before));
        expect(settledPart(statementsAt(log, log.position))).toEqual(settledPart(before));
      }),
      { numRuns: 20 },
    );
  });

  it('PLG-1 the lines that count add up to what was achieved, and decide what was met', () => {
    fc.assert(
      fc.property(settledHistories, (log) => {
        for (const { pledges } of atClosing(log)) {
          for (const { lines, achieved, met, terms } of pledges) {
            expect(lines.reduce((all, { amount }) => all + amount.minor, 0)).toBe(achieved.minor);
            expect(met).toBe(achieved.minor >= terms.target.minor);
            for (const { stream, revision, at, person, amount } of lines) {
              const event = log.events.find((one) => one.stream === stream && one.revision === revision);
              expect(event?.meta.effectiveAt).toBe(at);
              const revenue = expect.arrayContaining([expect.objectContaining({ person, amount })]);
              expect(event?.data).toMatchObject({ revenue });
            }
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('PLG-6 PLG-17 statement and addendum hold every event and every late entry once, and add up to hindsight', () => {
    fc.assert(
      fc.property(settledHistories, (log) => {
        const documents = documentsOf(log, log.position, cutOffOf(log));
        const inHindsight = right(hindsight(documents, { period: OCTOBER, postedUpTo: '9999-12' }));
        for (const statement of atClosing(log)) {
          const addenda = new Map(statementAddendum(statement, documents).map((one) => [one.id, one]));
          for (const { id, entries, lines, lateLines, achieved } of statement.pledges) {
            const added = addenda.get(id);
            const all = [...entries, ...(added?.entries ?? [])];
            expect(all.map(({ revision }) => revision)).toEqual(all.map((_, i) => i));
            expect(all.length).toBe(documents.pledges.get(id)?.entries.length);
            const late = [...lateLines, ...(added?.lateLines ?? [])];
            const whole = late.reduce<number>((sum, { amount }) => sum + amount.minor, achieved.minor);
            const posted = inHindsight.find((one) => one.id === id);
            expect(
              new Set([...lines, ...late].map(({ stream, revision, person }) => `${stream} ${revision} ${person}`))
                .size,
            ).toBe(lines.length + late.length);
            expect(whole - (posted?.achieved.minor ?? 0)).toBe(unpostedIn(documents, late));
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
