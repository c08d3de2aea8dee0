import { type Envelope, parsePeriod, sum } from '@millrace/kernel';
import {
  type AchievedQuestion,
  type Achiever,
  achieved,
  achievements,
  creditLines,
  type LedgerDocuments,
  lateEntries,
  reconciliation,
} from '@millrace/projections';
import { achievedOf, cutOffOf, type SalesEvent, salesPeriodHistories } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { CNY, documentsOf, fen } from '../support/organisation.js';

type Log = ReadonlyArray<Envelope<SalesEvent>>;

const ZONE = 'America/New_York';
const LAST = Number.MAX_SAFE_INTEGER;
const runs = { numRuns: 20, endOnFailure: true };
const histories = salesPeriodHistories({ zone: ZONE });
const period = fc.constantFrom('2026-01', '2026-02', '2026-03', '2026-Q1', '2026-10', '2026-12', '2026-Q4');
const whos: ReadonlyArray<Achiever> = [
  ...['ada', 'bob', 'cyd', 'mia', 'noa', 'eve'].map((person) => ({ person })),
  ...['dealer', 'east', 'harbour', 'west'].map((unit) => ({ unit })),
];

const asked = (label: string, postedUpTo?: string): AchievedQuestion => ({
  period: label,
  basis: 'contract',
  currency: CNY,
  postedUpTo,
});

const minor = (documents: LedgerDocuments, of: Achiever, question: AchievedQuestion): number => {
  const amount = achieved(documents, of, question);
  return E.isRight(amount) ? amount.right.minor : expect.unreachable(JSON.stringify(amount.left));
};

/** What counted, by the plain reading of the log up to a position. */
const naive = (log: Log, label: string, of: Achiever, before: number): number => {
  const span = parsePeriod(label, ZONE);
  if (E.isLeft(span)) return expect.unreachable(label);
  const who = 'person' in of ? of : { person: '', unit: of.unit };
  return achievedOf(log, { ...who, basis: 'contract', ...span.right }, before, LAST);
};

describe('achieved', () => {
  test('PLG-14, LDB-6, Q20: persons and units, descendants included, have what was credited in the period before its cut-off', () => {
    fc.assert(
      fc.property(histories, period, (log, label) => {
        const documents = documentsOf(log);
        const of = achievements(documents, asked(label));
        for (const who of whos) {
          expect(of(who)).toEqual(E.right(fen(naive(log, label, who, cutOffOf(log, label) ?? LAST))));
        }
      }),
      runs,
    );
  });

  test('PLG-6: after the cut-off no event changes it; what came late, wherever posted, makes up the difference to hindsight', () => {
    fc.assert(
      fc.property(histories, period, (log, label) => {
        const documents = documentsOf(log);
        const cutOff = cutOffOf(log, label);
        const then = documentsOf(log.filter(({ position }) => position <= (cutOff ?? LAST)));
        const posted = lateEntries(documents.credits, { period: label }).filter(({ postedIn }) => postedIn !== null);
        for (const who of whos) {
          const known = { ...documents, organisation: then.organisation };
          expect(minor(known, who, asked(label))).toBe(minor(then, who, asked(label)));
          const lines = creditLines(documents, label).filter(
            ({ sale, by, ledger, basis, person, unit, late }) =>
              late.includes(label) &&
              ledger === 'revenue' &&
              basis === 'contract' &&
              posted.some((one) => one.sale === sale && one.by === by) &&
              ('person' in who ? person === who.person : unit !== null && isUnder(unit, who.unit)),
          );
          const adjustments = lines.reduce((total, { amount }) => total + amount.minor, 0);
          expect(minor(documents, who, asked(label)) + adjustments).toBe(minor(documents, who, asked(label, '9999')));
        }
      }),
      runs,
    );
  });

  test('PLG-5: lines by sale, by person and of the whole log come to the same in every ledger and period', () => {
    fc.assert(
      fc.property(histories, (log) => {
        const documents = documentsOf(log);
        const lines = creditLines(documents).filter(({ ledger }) => ledger === 'revenue');
        const total = sum(
          CNY,
          lines.map(({ amount }) => amount),
        );
        const books = reconciliation(documents, {});
        if (E.isLeft(books)) return expect.unreachable(JSON.stringify(books.left));
        for (const book of books.right)
          expect(book).toMatchObject({ agrees: true, total: E.isRight(total) && total.right });
        const labels = [...new Set(lines.flatMap(({ periods }) => periods))];
        const inMonths = labels
          .filter((label) => !label.includes('Q'))
          .flatMap((label) => creditLines(documents, label));
        expect(inMonths.filter(({ ledger }) => ledger === 'revenue')).toHaveLength(lines.length);
      }),
      runs,
    );
  });
});

/** The units of generated histories: a dealer with two branches, one of them with an outlet. */
const isUnder = (unit: string, above: string): boolean => {
  const parents: { readonly [unit: string]: string } = { east: 'dealer', west: 'dealer', harbour: 'east' };
  return unit === above || (parents[unit] !== undefined && isUnder(parents[unit], above));
};
