import { checkTailoring, keyAccount } from '@millrace/sales';
import { anyTailoring, anyTailoringMutant, anyTemplate, type TailoringMutant } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import { accepted } from '../support/playbooks.js';
import { isTailoring } from '../support/tailoring-oracle.js';

type Kind = TailoringMutant['kind'];

/** What always breaks a rule. */
const faulty: ReadonlyArray<Kind> = [
  'drop',
  'dropCriterion',
  'dropRole',
  'double',
  'add',
  'addRole',
  'swapSteps',
  'moveAcrossGate',
  'moveChecklistItem',
  'moveCriterion',
  'moveGate',
  'mergeAcrossSigning',
  'mergeApart',
  'swapStages',
  'splitGate',
  'mergeGates',
];

/** What breaks a rule in one place, and none in another. */
const open: ReadonlyArray<Kind> = [
  'moveActivity',
  'mergeUngated',
  'changeForm',
  'changeSize',
  'changeGuards',
  'touchBegun',
  'touchEntered',
  'touchRequested',
];

const counter = () => {
  const counts = new Map<Kind, number>();
  return {
    count: (kind: Kind) => void counts.set(kind, (counts.get(kind) ?? 0) + 1),
    of: (kind: Kind) => counts.get(kind) ?? 0,
  };
};

test('random templates can be published beside the key-account process', () =>
  fc.assert(
    fc.property(anyTemplate, (template) =>
      accepted({ ...keyAccount, projects: { ...ours.projects, processes: [ours.process, template] } }),
    ),
    { numRuns: 200 },
  ));

describe('a random tailoring of a random template', () => {
  test('is accepted if it keeps all there is, where it is GAT-4 PRJ-36', () =>
    fc.assert(
      fc.property(anyTemplate.chain(anyTailoring), (asked) => {
        expect(checkTailoring(asked)).toEqual(E.right(undefined));
        expect(isTailoring(asked)).toBe(true);
      }),
      { numRuns: 1_000 },
    ));

  test('is accepted, once changed, if and only if an independent checker accepts it GAT-4 PRJ-36', () => {
    const [met, refused] = [counter(), counter()];
    fc.assert(
      fc.property(anyTemplate.chain(anyTailoringMutant), ({ kind, asked }) => {
        const answer = checkTailoring(asked);
        expect(E.isRight(answer)).toBe(isTailoring(asked));
        (E.isRight(answer) ? met : refused).count(kind);
      }),
      { numRuns: 9_000 },
    );
    for (const kind of faulty) expect([kind, met.of(kind), refused.of(kind) >= 50]).toEqual([kind, 0, true]);
    for (const kind of open) expect(Math.min(met.of(kind), refused.of(kind)), kind).toBeGreaterThan(5);
    expect(met.of('none')).toBeGreaterThan(50);
  });
});
