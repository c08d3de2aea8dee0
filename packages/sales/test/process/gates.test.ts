import { type Criterion, dealership, type Gate } from '@millrace/sales';
import { describe, test } from 'vitest';
import { accepted, asked, named, term } from '../support/playbooks.js';
import {
  atSigning,
  criterion,
  exitOf,
  gate,
  gateAsking,
  phase,
  processWith,
  projects,
  projectsWith,
  works,
} from '../support/processes.js';

const process = 'works';

describe('gates stand where a project comes by Q10', () => {
  test('on every way from one phase to the next, and before signing', () => {
    accepted(processWith({ gates: [gate('terms', atSigning), gate('screen', exitOf('lead'))] }));
    const longer = [...works.phases, phase('support')];
    accepted(processWith({ phases: longer, gates: [gate('end', exitOf('delivery'))] }));
  });

  test('signing and the exit of the phase in which it is done are one boundary', () => {
    accepted(processWith({ gates: [gate('paper', exitOf('offer'))] }));
    asked(processWith({ gates: [gate('paper', exitOf('offer')), gate('terms', atSigning)] })).thenRefused({
      type: 'BoundaryGuardedTwice',
      process,
      gate: 'terms',
      other: 'paper',
    });
    asked(processWith({ gates: [gate('a', exitOf('lead')), gate('b', exitOf('lead'))] })).thenRefused({
      type: 'BoundaryGuardedTwice',
      process,
      gate: 'b',
      other: 'a',
    });
  });

  test('a process that ends with signing has its last gate there', () => {
    const phases = works.phases.slice(0, 2);
    accepted(processWith({ phases, gates: [gate('terms', atSigning)] }));
    asked(processWith({ phases, gates: [gate('terms', exitOf('offer'))] })).thenRefused({
      type: 'GateBeyondLastPhase',
      process,
      gate: 'terms',
      phase: 'offer',
    });
  });
});

describe('gates are decided by persons', () => {
  const reviewedBy = (...roles: ReadonlyArray<string>): Partial<Gate> => ({ reviewerRoles: roles.map(term) });

  test('in a role that persons hold, never in one of the system', () => {
    accepted(processWith({ gates: [gate('screen', exitOf('lead'), reviewedBy('manager', 'businessHead'))] }));
    asked(processWith({ gates: [gate('screen', exitOf('lead'), reviewedBy('operator'))] })).thenRefused({
      type: 'GateRoleOfNobody',
      process,
      gate: 'screen',
      role: 'operator',
    });
  });

  test('one of whom may ask for the decision', () => {
    accepted(processWith({ gates: [gate('screen', exitOf('lead'), reviewedBy('seller', 'manager'))] }));
    asked(processWith({ gates: [gate('screen', exitOf('lead'), reviewedBy('seller'))] })).thenRefused({
      type: 'GateDecidedByNobody',
      process,
      gate: 'screen',
      roles: ['seller'],
    });
  });

  test('in any role where everybody is permitted everything', () => {
    const gates = [gate('screen', exitOf('lead'), reviewedBy('bishop'))];
    const rules = { ...projects, processes: [{ ...works, gates }] };
    accepted({ ...dealership, permissions: { allow: 'all' }, projects: rules });
    asked({
      ...dealership,
      permissions: { allow: 'all' },
      projects: { ...rules, processes: [{ ...works, gates: [gate('screen', exitOf('lead'), reviewedBy())] }] },
    }).thenRefused({ type: 'GateWithoutReviewers', process, gate: 'screen' });
  });

  test('by one reviewer at least, who may fill several roles, in the simple form too PRJ-36', () => {
    accepted(processWith({ gates: [gate('screen', exitOf('lead'), reviewedBy('manager', 'businessHead'))] }));
    const simple = (size: string, reviewers: number) =>
      processWith({
        gates: [
          gate('screen', exitOf('lead'), { simplifications: [{ size: term(size), form: 'circulation', reviewers }] }),
        ],
      });
    accepted(simple('small', 1));
    asked(simple('small', 0)).thenRefused({ type: 'GateReviewersBelowOne', process, gate: 'screen', reviewers: 0 });
    asked(simple('tiny', 1)).thenRefused({
      type: 'UndefinedTerm',
      list: 'projects.processes.works.sizes',
      id: 'tiny',
    });
  });
});

describe('criteria ask for what can be there', () => {
  type Check = Criterion['test'];
  const screening = (check: Check) =>
    processWith({ gates: [gateAsking('screen', exitOf('lead'), criterion('ask', check))] });
  const signing = (check: Check) => processWith({ gates: [gateAsking('terms', atSigning, criterion('ask', check))] });

  const known: ReadonlyArray<readonly [string, Check]> = [
    ['an activity', { by: 'activity', activity: term('need') }],
    ['an analysis', { by: 'analysis', analysis: 'customer' }],
    ['a document', { by: 'document', document: term('note') }],
    ['a layer', { by: 'layer', layer: term('board') }],
    ['a budget', { by: 'needBudgeted' }],
    ['a judgement', { by: 'reviewers' }],
  ];
  test.each(known)('%s that is done before the gate', (_, check) => {
    accepted(screening(check));
    accepted(signing(check));
  });

  const unknown: ReadonlyArray<readonly ['activities' | 'analyses' | 'documents' | 'layers', string, Check]> = [
    ['activities', 'dance', { by: 'activity', activity: term('dance') }],
    ['analyses', 'competitor', { by: 'analysis', analysis: 'competitor' }],
    ['documents', 'need', { by: 'document', document: term('need') }],
    ['layers', 'guests', { by: 'layer', layer: term('guests') }],
  ];
  test.each(unknown)('none of %s that the process does not have', (list, id, check) =>
    asked(screening(check)).thenRefused({ type: 'CriterionTestsNothing', process, criterion: 'ask', list, id }),
  );

  const later: ReadonlyArray<readonly [string, Check]> = [
    ['bid', { by: 'activity', activity: term('bid') }],
    ['own', { by: 'analysis', analysis: 'own' }],
    ['paper', { by: 'document', document: term('paper') }],
  ];
  test.each(later)('nothing that is done only behind the gate: %s', (id, check) => {
    accepted(signing(check));
    asked(screening(check)).thenRefused({
      type: 'CriterionBehindGate',
      process,
      gate: 'screen',
      criterion: 'ask',
      id,
      phase: 'offer',
    });
  });

  test('what is done after signing is no condition of signing, but may be one of what follows', () => {
    const check: Check = { by: 'activity', activity: term('handover') };
    asked(signing(check)).thenRefused({
      type: 'CriterionBehindGate',
      process,
      gate: 'terms',
      criterion: 'ask',
      id: 'handover',
      phase: 'delivery',
    });
    const end = gateAsking('end', exitOf('delivery'), criterion('ask', check));
    accepted(processWith({ phases: [...works.phases, phase('support')], gates: [end] }));
  });

  test('a score from 1 to 10', () => {
    const scored = (minimumScore: number) =>
      processWith({ gates: [gateAsking('screen', exitOf('lead'), { ...criterion('ask'), minimumScore })] });
    accepted(scored(1));
    accepted(scored(10));
    for (const minimumScore of [0, 11]) {
      asked(scored(minimumScore)).thenRefused({
        type: 'MinimumScoreOutOfRange',
        process,
        criterion: 'ask',
        minimumScore,
      });
    }
  });

  test('of any process, not the first alone', () => {
    const other = { ...works, id: term('other'), gates: [gate('screen', exitOf('leed'))] };
    asked(projectsWith({ processes: [works, other] })).thenRefused({
      type: 'GateAtNoPhase',
      process: 'other',
      gate: 'screen',
      phase: 'leed',
    });
    asked(projectsWith({ channels: [named('website')] })).thenRefused({
      type: 'ChannelMissing',
      channel: 'customerExchange',
    });
  });
});
