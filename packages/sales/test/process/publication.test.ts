import { dealership, type ProcessTemplate, type ProjectRules } from '@millrace/sales';
import { describe, test } from 'vitest';
import { accepted, asked, cny, named, term } from '../support/playbooks.js';
import {
  activity,
  atSigning,
  exitOf,
  flow,
  gate,
  phase,
  processWith,
  projects,
  projectsWith,
  works,
} from '../support/processes.js';

const [lead = phase('lead'), ...later] = works.phases;

describe('projects in a playbook', () => {
  test('are left out by who runs none, and brought in by a later playbook', () => {
    accepted(dealership);
    accepted(projectsWith(), dealership);
  });

  test('need a process and a reason to lose; without reasons to reopen or to waive nobody may', () => {
    asked(projectsWith({ processes: [] })).thenRefused({ type: 'EmptyList', list: 'projects.processes' });
    asked(projectsWith({ lost: [] })).thenRefused({ type: 'EmptyList', list: 'projects.lost' });
    accepted(projectsWith({ reopening: [], waiving: [] }));
  });

  test.each<Exclude<keyof ProjectRules, 'overBudget' | 'behaviours'>>([
    'processes',
    'channels',
    'saleTypes',
    'relationshipLadder',
    'establishment',
    'decisionFactors',
    'departments',
    'relations',
    'tactics',
    'knowledge',
    'lost',
    'reopening',
    'waiving',
    'personalNeeds',
  ])('have each of their %s once', (list) => {
    const terms = list === 'processes' ? [works] : [...(projects[list] ?? []), named('again')];
    const twice = [...terms, ...terms.slice(-1)];
    const doubled = { type: 'DoubledTerm', list: `projects.${list}`, id: twice.at(-1)?.id ?? '' } as const;
    asked(projectsWith({ [list]: twice })).thenRefused(doubled);
  });

  test('may weigh no decision factor, or one with the whole weight PRJ-25', () => {
    accepted(projectsWith({ decisionFactors: [] }));
    accepted(projectsWith({ decisionFactors: [{ ...named('price'), weightBp: 10_000 }] }));
    const half = { ...named('price'), weightBp: 5_000 };
    accepted(projectsWith({ decisionFactors: [half, { ...half, id: term('colour') }] }));
    asked(projectsWith({ decisionFactors: [{ ...half, weightBp: 10_001 }] })).thenRefused({
      type: 'WeightOutOfRange',
      factor: 'price',
      weightBp: 10_001,
      most: 10_000,
    });
    asked(
      projectsWith({
        decisionFactors: [
          { ...half, weightBp: 10_000 },
          { ...named('colour'), weightBp: 1 },
        ],
      }),
    ).thenRefused({ type: 'WeightsNotWhole', sum: 10_001, expected: 10_000 });
  });

  test('say from when on a way of selling is pointed out, in shares from nothing to the whole', () => {
    const behaviours = {
      minimumProjects: 1,
      storytellerAdvancedAtMostBp: 0,
      pusherSigningAtLeastBp: 10_000,
      earlySpenderAtLeastBp: 0,
    };
    accepted(projectsWith({ behaviours }));
    for (const [behaviour, bp] of [
      ['storytellerAdvancedAtMostBp', -1],
      ['pusherSigningAtLeastBp', 10_001],
      ['earlySpenderAtLeastBp', -1],
    ] as const) {
      asked(projectsWith({ behaviours: { ...behaviours, [behaviour]: bp } })).thenRefused({
        type: 'BehaviourOutOfRange',
        behaviour,
        bp,
        most: 10_000,
      });
    }
  });

  test('have departments that report to each other, each chain to a top PRJ-19', () => {
    const shop = { ...named('shop'), reportsTo: term('head') };
    accepted(projectsWith({ departments: [shop, { ...named('store'), reportsTo: term('shop') }, named('head')] }));
    asked(projectsWith({ departments: [shop] })).thenRefused({
      type: 'UndefinedTerm',
      list: 'projects.departments',
      id: 'head',
    });
    asked(projectsWith({ departments: [{ ...named('head'), reportsTo: term('head') }] })).thenRefused({
      type: 'ReportsToItself',
      department: 'head',
    });
  });
});

describe('a process', () => {
  const twice: ReadonlyArray<readonly [string, string, Partial<ProcessTemplate>]> = [
    ['phases', 'lead', { phases: [...works.phases, phase('lead')] }],
    ['activities', 'need', { phases: [...works.phases, phase('again', [activity('need')])] }],
    [
      'activities.walk.steps',
      'left',
      { phases: [lead, ...later, phase('again', [activity('walk', { steps: [named('left'), named('left')] })])] },
    ],
    [
      'documents',
      'note',
      { phases: [...works.phases, phase('again', [activity('memo', { deliverables: [named('note')] })])] },
    ],
    ['checklist', 'called', { phases: [...works.phases, phase('again', [], { checklist: [named('called')] })] }],
    ['gates', 'screen', { gates: [gate('screen', exitOf('lead')), gate('screen', atSigning)] }],
    [
      'criteria',
      'screenJudged',
      { gates: [...works.gates.slice(0, 1), gate('other', atSigning, { criteria: works.gates[0]?.criteria ?? [] })] },
    ],
    ['flows', 'buying', { flows: [...works.flows, ...works.flows] }],
    ['flows.slow.steps', 'asked', { flows: [flow('slow', ['asked', 'lead'], ['asked', 'offer'])] }],
    ['layers', 'users', { layers: [named('users'), named('users')] }],
    ['sizes', 'small', { sizes: [named('small'), named('small')] }],
  ];

  test.each(twice)('has each of its %s once', (list, id, more) =>
    asked(processWith(more)).thenRefused({ type: 'DoubledTerm', list: `projects.processes.works.${list}`, id }),
  );

  test('has a phase at least; it needs neither activities nor gates', () => {
    asked(processWith({ phases: [], gates: [], flows: [] })).thenRefused({
      type: 'EmptyList',
      list: 'projects.processes.works.phases',
    });
    accepted(
      processWith({ phases: [phase('only')], signedIn: term('only'), gates: [], flows: [], layers: [], sizes: [] }),
    );
  });

  test('is one of several, whose ids are their own', () => {
    accepted(projectsWith({ processes: [works, { ...works, id: term('other') }] }));
    asked(projectsWith({ processes: [works, { ...works, id: term('other'), signedIn: term('offers') }] })).thenRefused({
      type: 'UndefinedTerm',
      list: 'projects.processes.other.phases',
      id: 'offers',
    });
  });

  test.each(['opened', 'signed', 'won', 'lost', 'disqualified', 'dormant', 'duplicate'])(
    'has no phase called %s: a funnel could not tell it from a beginning or an end FUN-5',
    (id) =>
      asked(processWith({ phases: [...works.phases, phase(id)] })).thenRefused({
        type: 'ReservedPhase',
        process: 'works',
        phase: id,
      }),
  );

  test('is bought in phases that exist, in order; two steps may share one, and one may be passed over PRJ-15', () => {
    accepted(processWith({ flows: [flow('quick', ['asks', 'lead'], ['asksMore', 'lead'], ['pays', 'delivery'])] }));
    asked(processWith({ flows: [...works.flows, flow('lost', ['asks', 'leed'])] })).thenRefused({
      type: 'UndefinedTerm',
      list: 'projects.processes.works.phases',
      id: 'leed',
    });
  });

  test('lets projects go stale after a day or more, or never', () => {
    accepted(processWith({ phases: [phase('lead', lead.activities, { rottingDays: 1 }), ...later] }));
    asked(processWith({ phases: [phase('lead', lead.activities, { rottingDays: -3 }), ...later] })).thenRefused({
      type: 'RotsAtOnce',
      process: 'works',
      phase: 'lead',
      rottingDays: -3,
    });
  });

  test('has a ceiling on self-review of nothing, or more Q13', () => {
    accepted(processWith({ gates: [gate('terms', atSigning, { selfReviewUpTo: cny(0) })] }));
  });
});
