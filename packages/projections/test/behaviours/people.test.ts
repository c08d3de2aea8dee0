/** People who sell in a way that costs more than it brings, planted among others. */
import { project } from '@millrace/kernel';
import { type Pattern, patternsOf, views } from '@millrace/projections';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../support/log.js';
import { AFTER } from '../support/project-histories.js';
import {
  closes,
  enters,
  type Happened,
  logOf,
  opened,
  type ProjectLog,
  signs,
  tell,
  usd,
} from '../support/projects.js';

const AT = '2026-03-01T00:00:00.000Z';
const LATER = '2026-04-01T00:00:00.000Z';

/** What a person does in one project, towards a pattern: so much of this, and so much of that. */
interface Share {
  readonly telling: number;
  readonly other: number;
}

/** Of every project of a person: opened by the person, worked on, spent in. */
interface Seller {
  readonly opens: ReadonlyArray<boolean>;
  readonly works: ReadonlyArray<Share>;
  readonly spends: ReadonlyArray<Share>;
}

const share = fc.record({ telling: fc.nat({ max: 4 }), other: fc.nat({ max: 4 }) });
/** All or nearly all of it tells of the pattern. */
const steep = fc.record({ telling: fc.integer({ min: 3, max: 4 }), other: fc.nat({ max: 1 }) });
const shares = fc.oneof(fc.array(share, { maxLength: 5 }), fc.array(steep, { minLength: 2, maxLength: 5 }));
const seller: fc.Arbitrary<Seller> = fc.record({
  opens: fc.oneof(
    fc.array(fc.boolean(), { maxLength: 6 }),
    fc.array(fc.constantFrom(false, false, false, true), { minLength: 2, maxLength: 6 }),
  ),
  works: shares,
  spends: shares,
});

const behaviours = fc.record({
  minimumProjects: fc.integer({ min: 1, max: 4 }),
  storytellerAdvancedAtMostBp: fc.constantFrom(0, 2_000, 3_333, 5_000),
  pusherSigningAtLeastBp: fc.constantFrom(6_000, 8_000, 10_000),
  earlySpenderAtLeastBp: fc.constantFrom(6_000, 7_500, 10_000),
});

const times = <A>(n: number, one: (place: number) => A): ReadonlyArray<A> =>
  Array.from({ length: n }, (_, i) => one(i));

const works = (id: string, by: string, n: number): ReadonlyArray<Happened> =>
  times(n, (place) =>
    place % 2 === 0
      ? tell('StepDone')(id, AT, { activity: 'calls', step: `s${place}`, by, evidence: [] })
      : tell('ActivityDone')(id, AT, { activity: `visits${place}`, by, evidence: [] }),
  );

const spends = (id: string, phase: string, by: string, minor: number): ReadonlyArray<Happened> =>
  minor === 0 ? [] : [tell('CostIncurred')(id, AT, { phase, amount: usd(minor), late: false, overBudget: false, by })];

/** The projects of a person; the house has those that the person did not open. */
const happenedTo = (by: string, { opens, works: done, spends: spent }: Seller): ReadonlyArray<Happened> => [
  ...opens.flatMap((advances, n) => [
    ...opened(`${by}o${n}`, AT, { owner: by }),
    ...(advances ? [enters(`${by}o${n}`, AT, 'talk')] : []),
    // Whoever has it later did not open it.
    tell('ProjectTransferred')(`${by}o${n}`, AT, { from: by, to: 'house', reason: 'busy' }),
  ]),
  ...done.flatMap(({ telling, other }, n) => [
    ...opened(`${by}w${n}`, AT, { owner: 'house' }),
    enters(`${by}w${n}`, AT, 'talk'),
    ...works(`${by}w${n}`, by, other),
    enters(`${by}w${n}`, AT, 'offer'),
    ...works(`${by}w${n}`, by, telling),
    signs(`${by}w${n}`, AT, 1),
    ...works(`${by}w${n}`, by, 3),
  ]),
  ...spent.flatMap(({ telling, other }, n) => [
    ...opened(`${by}s${n}`, AT, { owner: 'house' }),
    enters(`${by}s${n}`, AT, 'talk'),
    ...spends(`${by}s${n}`, n % 2 === 0 ? 'lead' : 'talk', by, telling),
    enters(`${by}s${n}`, AT, 'offer'),
    ...spends(`${by}s${n}`, 'offer', by, other),
    closes(`${by}s${n}`, AT, 'lost', { reason: 'price' }),
  ]),
];

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, n) => all + n, 0);

/** Of how many projects, so much of so much. */
const shareOf = (all: ReadonlyArray<Share>) => ({
  projects: all.filter(({ telling, other }) => telling + other > 0).length,
  part: sum(all.map(({ telling }) => telling)),
  whole: sum(all.map(({ telling, other }) => telling + other)),
});

const patterns = (log: ProjectLog, asked: Omit<Parameters<typeof patternsOf>[1], 'asOf'>, asOf = AFTER) =>
  patternsOf(project(views.projects, log), { ...asked, asOf });

describe('behaviours that cost more than they bring', () => {
  test('PRJ-3, Show 2: planted storytellers, pushers and early spenders are found k of k, and no other', () => {
    const planted = new Map<string, number>();
    const count = (what: string) => planted.set(what, (planted.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(fc.array(seller, { minLength: 1, maxLength: 4 }), behaviours, (sellers, rules) => {
        const expected: Array<object> = [];
        const plant = (pattern: Pattern, person: string, of: ReturnType<typeof shareOf>, isPlanted: boolean) => {
          if (of.whole === 0) return;
          if (!isPlanted || of.projects < rules.minimumProjects) count(`no ${pattern}`);
          else {
            count(pattern);
            expected.push({ pattern, person, ...of });
          }
        };
        for (const [n, { opens, works: done, spends: spent }] of sellers.entries()) {
          const person = `p${n}`;
          const advanced = opens.filter((advances) => advances).length;
          const told = { projects: opens.length, part: advanced, whole: opens.length };
          plant('storyteller', person, told, advanced / opens.length <= rules.storytellerAdvancedAtMostBp / 10_000);
          const [pushed, spending] = [shareOf(done), shareOf(spent)];
          plant('pusher', person, pushed, pushed.part * 10_000 >= pushed.whole * rules.pusherSigningAtLeastBp);
          plant(
            'earlySpender',
            person,
            spending,
            spending.part * 10_000 >= spending.whole * rules.earlySpenderAtLeastBp,
          );
        }
        const log = logOf(sellers.flatMap((one, n) => happenedTo(`p${n}`, one)));
        const found = patterns(log, { behaviours: rules });
        const ofSellers = found.map(({ thresholdBp: _, events: __, ...line }) => line);
        const key = (line: object) => JSON.stringify(line);
        expect(ofSellers.map(key).toSorted()).toEqual(expected.map(key).toSorted());
        for (const { pattern, whole, events } of found) {
          if (pattern !== 'earlySpender') expect(events).toHaveLength(whole);
          for (const { stream, revision } of events) {
            expect(log.some((event) => event.stream === stream && event.revision === revision)).toBe(true);
          }
        }
        expect(patterns(log, { behaviours: rules }, instant('2026-02-28T23:59:59.999Z'))).toEqual([]);
        expect(patterns(log, { behaviours: rules }, instant(LATER))).toEqual(found);
      }),
      { numRuns: 200 },
    );
    const rare = (['storyteller', 'pusher', 'earlySpender'] as const)
      .flatMap((pattern) => [pattern, `no ${pattern}`])
      .filter((what) => (planted.get(what) ?? 0) < 30);
    expect(rare).toEqual([]);
  });
});
