import { describe, expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import { after, ask, inExchange, on, openedBy, was } from '../support/project-at-work.js';

const mapping = {
  layer: 'decision',
  influence: 9,
  stance: 'neutral',
  keyDecisionMaker: true,
} as const;
const map = (stakeholder: string, more: object = {}) => ask('MapStakeholder', { stakeholder, ...mapping, ...more });
const mapped = (when: number, stakeholder: string, more: object = {}) =>
  was(when, 'StakeholderMapped', { stakeholder, ...mapping, ...more } as never);
const head = [...inExchange, mapped(6, 'head')];
const chain = [...head, mapped(7, 'deputy', { reportsTo: 'head' }), mapped(8, 'clerk', { reportsTo: 'deputy' })];

describe('people on the customer’s side', () => {
  test('PRJ-20 PRJ-24 are mapped by layer, influence and stance, key deciders among them', () => {
    expect(ours.process.layers).toHaveLength(4);
    for (const { id: layer } of ours.process.layers) {
      after(...inExchange)
        .when(map('head', { layer }))
        .thenEvents(mapped(30, 'head', { layer }));
    }
    const known = { name: 'Wang', contact: '139', department: 'bureauHead', reportsTo: 'head' };
    after(...head)
      .when(map('deputy', known))
      .thenEvents(mapped(30, 'deputy', known));
    after(...inExchange)
      .when(map('head', { layer: 'top' }))
      .thenRefused({
        type: 'UndefinedTerm',
        list: 'layers',
        id: 'top',
      });
    after(...inExchange)
      .when(map('head', { department: 'moon' }))
      .thenRefused({
        type: 'UndefinedTerm',
        list: 'departments',
        id: 'moon',
      });
  });

  test('PRJ-24 have an influence from 1 to 10', () => {
    for (const influence of [1, 10]) {
      after(...inExchange)
        .when(map('head', { influence }))
        .thenEvents(mapped(30, 'head', { influence }));
    }
    for (const grade of [0, 11]) {
      after(...inExchange)
        .when(map('head', { influence: grade }))
        .thenRefused({ type: 'GradeOutOfRange', of: 'influence', grade, most: 10 });
    }
  });

  test('PRJ-24 are mapped anew as people change; the latest map holds, whenever it was recorded', () => {
    const lower = { layer: 'technical' };
    after(...head)
      .when(map('head', lower))
      .thenEvents(mapped(30, 'head', lower));
    after(...head)
      .when(map('head'))
      .thenEvents(mapped(30, 'head'));
    after(...head)
      .when(map('head'), on(6))
      .thenNothing();
    const layerOf = (...maps: typeof head) => openedBy([...inExchange, ...maps]).stakeholders;
    expect(layerOf(mapped(6, 'head'), mapped(9, 'head', lower))).toEqual([
      { id: 'head', layer: 'technical', mappedAt: on(9).now, since: on(9).now },
    ]);
    expect(layerOf(mapped(9, 'head'), mapped(9, 'head', lower))).toMatchObject([{ layer: 'technical' }]);
    expect(layerOf(mapped(9, 'head'), mapped(6, 'head'))).toMatchObject([{ mappedAt: on(9).now, since: on(6).now }]);
    expect(layerOf(mapped(6, 'head'), mapped(9, 'head'))).toMatchObject([{ mappedAt: on(9).now, since: on(6).now }]);
    expect(layerOf(mapped(9, 'head'), mapped(6, 'head', lower))).toEqual([
      { id: 'head', layer: 'decision', mappedAt: on(9).now, since: on(9).now },
    ]);
  });

  test('PRJ-19 report to people who are mapped, and never in a circle', () => {
    after(...inExchange)
      .when(map('deputy', { reportsTo: 'head' }))
      .thenRefused({
        type: 'StakeholderUnknown',
        stakeholder: 'head',
      });
    after(...chain)
      .when(map('head', { reportsTo: 'clerk' }))
      .thenRefused({
        type: 'ReportsInCircle',
        stakeholder: 'head',
        reportsTo: 'clerk',
      });
    after(...inExchange)
      .when(map('head', { reportsTo: 'head' }))
      .thenRefused({
        type: 'ReportsInCircle',
        stakeholder: 'head',
        reportsTo: 'head',
      });
    after(...chain, mapped(9, 'clerk'))
      .when(map('head', { reportsTo: 'clerk' }))
      .thenEvents(mapped(30, 'head', { reportsTo: 'clerk' }));
  });

  test('PRJ-24 have a strategy each', () => {
    const strategy = ask('SetStakeholderStrategy', { stakeholder: 'head', strategy: 'Reference site' });
    const set = was(30, 'StakeholderStrategySet', { stakeholder: 'head', strategy: 'Reference site' });
    after(...head)
      .when(strategy)
      .thenEvents(set);
    after(...head, set)
      .when(strategy)
      .thenNothing();
    after(...inExchange)
      .when(strategy)
      .thenRefused({ type: 'StakeholderUnknown', stakeholder: 'head' });
  });

  test('PRJ-27 are related professionally, to others', () => {
    const relate = (from: string, to: string, relation = 'superior') =>
      ask('RelateStakeholders', { from, to, relation });
    const related = was(30, 'StakeholdersRelated', { from: 'head', to: 'deputy', relation: 'superior' });
    after(...chain)
      .when(relate('head', 'deputy'))
      .thenEvents(related);
    after(...chain, related)
      .when(relate('head', 'deputy'))
      .thenNothing();
    after(...chain)
      .when(relate('head', 'deputy', 'lover'))
      .thenRefused({
        type: 'UndefinedTerm',
        list: 'relations',
        id: 'lover',
      });
    after(...chain)
      .when(relate('head', 'moon'))
      .thenRefused({ type: 'StakeholderUnknown', stakeholder: 'moon' });
    after(...chain)
      .when(relate('head', 'head'))
      .thenRefused({ type: 'RelatedToItself', stakeholder: 'head' });
  });

  test('PRJ-29 PRJ-41 are won by tactics of the playbook; the same on another day is another use', () => {
    const use = (more: object = {}) => ask('UseTactic', { tactic: 'referenceSite', by: 'ada', ...more });
    const used = (when: number, more: object = {}) =>
      was(when, 'TacticUsed', { tactic: 'referenceSite', by: 'ada', ...more } as never);
    after(...head)
      .when(use({ stakeholder: 'head' }))
      .thenEvents(used(30, { stakeholder: 'head' }));
    after(...head, used(29))
      .when(use())
      .thenEvents(used(30));
    after(...head, used(30))
      .when(use())
      .thenNothing();
    after(...chain, used(30, { stakeholder: 'head' }), used(30, { stakeholder: 'clerk' }))
      .when(use({ stakeholder: 'head' }))
      .thenNothing();
    after(...head)
      .when(use({ tactic: 'bribe' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'tactics', id: 'bribe' });
    after(...head)
      .when(use({ stakeholder: 'moon' }))
      .thenRefused({ type: 'StakeholderUnknown', stakeholder: 'moon' });
  });

  test('Q37 a direct benefit is flagged, of somebody mapped', () => {
    const flag = ask('FlagDirectBenefit', { stakeholder: 'head', note: 'Asked for a holiday' });
    const flagged = was(30, 'DirectBenefitFlagged', { stakeholder: 'head', note: 'Asked for a holiday' });
    after(...head)
      .when(flag)
      .thenEvents(flagged);
    after(...head, flagged)
      .when(flag)
      .thenNothing();
    after(...inExchange)
      .when(flag)
      .thenRefused({ type: 'StakeholderUnknown', stakeholder: 'head' });
  });
});
