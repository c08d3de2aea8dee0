import { type ProcessTemplate, plainProcess, stageAfter, stageOf } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import { term } from '../support/playbooks.js';
import { activity, exitOf, gate, phase } from '../support/processes.js';
import { acceptedAs, merge, moved, plain, refusedAs, withGate, withStage } from '../support/tailorings.js';

const gateOf = (process: typeof plain, id: string) =>
  process.gates.find(({ gates }) => gates.some((one) => one === id));

describe('a small project merges phases PRJ-36', () => {
  const early = merge(plain, 0);

  test('and the gate between them goes to the exit of the stage, with all criteria and roles', () => {
    acceptedAs(early);
    expect(gateOf(early, 'preliminary')).toMatchObject({
      gates: ['preliminary', 'establishment'],
      guards: exitOf('conceptExchange'),
      reviewerRoles: ['reviewer', 'salesDirector', 'technicalReviewer'],
      form: 'meeting',
      reviewers: 2,
    });
    expect(gateOf(early, 'preliminary')?.criteria).toHaveLength(9);
  });

  test('and all gates before signing stand at signing, if all phases before it are one', () => {
    const one = merge(merge(early, 0), 0);
    acceptedAs(one);
    expect(one.stages.map(({ phases }) => phases.length)).toEqual([4, 1, 1]);
    expect(gateOf(one, 'preliminary')).toMatchObject({ guards: { at: 'signing' }, reviewers: 2 });
    const atExit = { guards: exitOf('negotiationSigning') };
    refusedAs(
      { type: 'GateMisplaced', gate: 'commercial', ...atExit, expected: { at: 'signing' } },
      withGate(one, 1, () => atExit),
    );
  });

  test('and the last gate stands at the end, if both phases after signing are one', () => {
    const late = merge(plain, 4);
    acceptedAs(late);
    expect(gateOf(late, 'customerRelationship')?.guards).toEqual(exitOf('newProjectExtension'));
    refusedAs(
      {
        type: 'GateMisplaced',
        gate: 'customerRelationship',
        guards: exitOf('implementationSummary'),
        expected: exitOf('newProjectExtension'),
      },
      { ...late, gates: plain.gates },
    );
  });

  test('but keeps gates apart that guard different boundaries', () => {
    refusedAs(
      { type: 'GatesMergedWrongly', gate: 'preliminary', other: 'establishment', are: 'merged' },
      { ...plain, gates: early.gates },
    );
  });

  test('and asks for no role that none of its gates asks for, and for each once', () => {
    const asking = (role: string) =>
      withGate(early, 2, ({ reviewerRoles }) => ({ reviewerRoles: [...reviewerRoles, term(role)] }));
    for (const extra of ['commercialReviewer', 'reviewer']) {
      refusedAs({ type: 'ReviewerRolesNotUnion', gate: 'preliminary', extra }, asking(extra));
    }
  });
});

describe('an activity', () => {
  test('may be done in another stage, if no gate stands between PRJ-36', () => {
    acceptedAs(moved(plain, 'planning', 3));
    acceptedAs(moved(plain, 'planExecution', 2));
  });

  test('does not come past a gate, nor past signing GAT-4', () => {
    const past = (id: string, gateId: string) =>
      ({ type: 'ActivityMovedAcrossGate', activity: id, gate: gateId }) as const;
    refusedAs(past('customerNeed', 'preliminary'), moved(plain, 'customerNeed', 1));
    refusedAs(past('customerNeed', 'preliminary'), moved(plain, 'customerNeed', 4));
    refusedAs(past('planning', 'commercial'), moved(plain, 'planning', 4));
    refusedAs(past('service', 'commercial'), moved(plain, 'service', 3));
    refusedAs(past('service', 'preliminary'), moved(plain, 'service', 0));
  });

  const template: ProcessTemplate = {
    ...ours.process,
    phases: ['a', 'b', 'c', 'd'].map((id) => phase(id, [activity(`in${id}`)])),
    gates: [gate('middle', exitOf('b'))],
    signedIn: term('d'),
  };
  const four = plainProcess(template);
  const bWithC = merge(four, 1, template.signedIn);
  const asked = { template, standing: four };

  test('may go ahead to a merged stage: the gate within it stands behind it still', () => {
    expect(bWithC.gates[0]?.guards).toEqual(exitOf('c'));
    acceptedAs(moved(bWithC, 'ina', 1), asked);
    acceptedAs(moved(bWithC, 'inc', 1), asked);
  });

  test('does not go back to one: it stood behind the gate, which now stands behind it', () =>
    refusedAs({ type: 'ActivityMovedAcrossGate', activity: 'ind', gate: 'middle' }, moved(bWithC, 'ind', 1), asked));
});

describe('a review is held', () => {
  const circulated = withGate(plain, 0, () => ({ form: 'circulation', reviewers: 1 }));
  const simply = { type: 'FormNotAllowed', gate: 'preliminary', form: 'circulation', reviewers: 1 } as const;

  test('more simply by the size of the project, as the playbook says PRJ-36', () => {
    acceptedAs(circulated, { size: 'small' });
    acceptedAs(plain, { size: 'small' });
    refusedAs(simply, circulated, { size: 'medium' });
    refusedAs(simply, circulated);
    const mixed = { form: 'circulation', reviewers: 2 } as const;
    refusedAs(
      { ...simply, ...mixed },
      withGate(plain, 0, () => mixed),
      { size: 'small' },
    );
  });

  test('as strictly as the strictest of merged gates', () => {
    const { process } = ours;
    const [first = gate('first', exitOf('a')), second = first, ...others] = process.gates;
    const simple = (reviewers: number) => ({
      simplifications: [{ size: term('small'), form: 'circulation' as const, reviewers }],
    });
    const template = { ...process, gates: [{ ...first, ...simple(1) }, { ...second, ...simple(3) }, ...others] };
    const merged = merge(plain, 0);
    const held = (form: 'meeting' | 'circulation', reviewers: number) =>
      withGate(merged, 2, () => ({ form, reviewers }));
    const asked = { template, size: 'small' };
    acceptedAs(held('meeting', 2), asked);
    acceptedAs(held('circulation', 3), asked);
    acceptedAs(held('meeting', 3), asked);
    refusedAs({ ...simply, reviewers: 1 }, held('circulation', 1), asked);
    refusedAs({ ...simply, reviewers: 2 }, held('circulation', 2), asked);
    refusedAs({ ...simply, form: 'meeting', reviewers: 1 }, held('meeting', 1), asked);
    refusedAs({ ...simply, reviewers: 3 }, held('circulation', 3), { template });
  });

  test('as it was requested, whatever size the project has since', () => {
    const requested = new Set(['preliminary']);
    const entered = new Set(['informationCollection']);
    acceptedAs(circulated, { standing: circulated, size: 'large', entered, requested });
    refusedAs({ type: 'GateAlreadyRequested', gate: 'preliminary' }, plain, {
      standing: circulated,
      size: 'large',
      entered,
      requested,
    });
  });
});

describe('what has begun stays', () => {
  const entered = new Set(['informationCollection', 'conceptExchange', 'projectPlanning']);

  test('and what has not is tailored still', () => {
    acceptedAs(merge(plain, 4), { entered, requested: new Set(['preliminary', 'establishment']) });
    acceptedAs(plain, { entered, standing: merge(plain, 4) });
  });

  test('with its activities, of whatever phase', () => {
    const ahead = moved(plain, 'planExecution', 2);
    acceptedAs(ahead, { entered, standing: ahead });
    const touched = { type: 'StagesTouchEntered', phase: 'projectPlanning' } as const;
    refusedAs(touched, ahead, { entered });
    refusedAs(touched, plain, { entered, standing: ahead });
  });

  test('in its stage, which is not split', () =>
    refusedAs({ type: 'StagesTouchEntered', phase: 'informationCollection' }, plain, {
      entered,
      standing: merge(plain, 0),
    }));
});

test('the stage of a phase, and the one after, are found', () => {
  const late = merge(plain, 2);
  expect(stageOf(late, 'negotiationSigning')).toBe(late.stages[2]);
  expect(stageAfter(late, 'projectPlanning')).toBe(late.stages[3]);
  expect(stageAfter(late, 'newProjectExtension')).toBeUndefined();
  expect(stageOf(late, 'afterlife')).toBeUndefined();
  expect(stageAfter(late, 'afterlife')).toBeUndefined();
});

test('a fault of what there is comes before one of where it is', () =>
  refusedAs(
    { type: 'TailoringDrops', what: 'activity', id: 'clientDecision' },
    withStage(merge(plain, 3), 3, ({ activities }) => ({
      activities: activities.filter((one) => one.activity !== 'clientDecision'),
    })),
  ));
