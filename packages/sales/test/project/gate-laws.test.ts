import assert from 'node:assert/strict';
import { replay } from '@millrace/kernel';
import { projectFold } from '@millrace/sales';
import { expect, test } from 'vitest';
import { atEvery, forEveryWalk, momentsOf, often, stageOf, stageOfGate } from './gate-histories.js';

test('GAT-1 a phase is entered in turn, through a gate only with a go that stands, conditional or not', () => {
  const counts = atEvery('PhaseEntered', ({ event, stage, passed, held, signed }, walk, met) => {
    const { phases, cause } = event.data;
    met(cause);
    if (cause === 'recycle' || cause === 'reopening') return;
    assert.deepEqual(phases, walk.process.stages[stage + 1]?.phases);
    assert(!held, 'nothing is entered on hold');
    const guarded = walk.template.gates.some((gate) => stageOfGate(walk, gate) === stage);
    assert(!guarded || passed.has(stage), 'the gate had a go');
    const across = walk.process.stages[stage]?.phases.includes(walk.template.signedIn);
    assert(!across || signed, 'delivery begins with the contract');
    if (guarded && cause === 'signing') met('signed behind a gate');
    if (phases.length > 1) met('merged');
  });
  often(counts, { go: 40, conditionsFulfilled: 10, signing: 20, 'signed behind a gate': 5, advance: 20, merged: 5 });
});

test('GAT-1 a contract is signed behind its gate, and conditions are fulfilled only of what still waits', () => {
  const signed = atEvery('ContractSigned', ({ stage, passed }, walk, met) => {
    const guarded = walk.template.gates.some((gate) => stageOfGate(walk, gate) === stage);
    assert(!guarded || passed.has(stage));
    met(guarded ? 'guarded' : 'free');
  });
  often(signed, { guarded: 10, free: 5 });
  const fulfilled = atEvery('ConditionFulfilled', ({ event, waiting }, { events }, met) => {
    const { review, condition, confirmedBy, late } = event.data;
    assert.equal(waiting?.review, review);
    assert(waiting.open.has(condition));
    const given = events.find((one) => one.type === 'GateDecided' && one.data.review === review);
    assert(given?.type === 'GateDecided');
    assert(given.data.reviewers.some(({ person }) => person === confirmedBy));
    const due = given.data.conditions?.find(({ id }) => id === condition)?.due ?? '';
    assert.equal(late, event.effectiveAt > due);
    met(late ? 'late' : 'in time');
  });
  often(fulfilled, { late: 3, 'in time': 5 });
});

test('GAT-2 a kill closes in the same write, and nothing happens at a gate until the project is opened again', () => {
  const kills = atEvery('GateDecided', ({ event: { data }, signed, index }, { events }, met) => {
    if (data.decision !== 'kill') return;
    const next = events[index + 1];
    assert(next?.type === 'ProjectClosed');
    const { review, gates } = data;
    assert.deepEqual(next.data, { outcome: signed ? 'won' : 'disqualified', gate: gates[0], review });
    met(signed ? 'after a win' : 'before');
  });
  often(kills, { before: 8 });
  let reopened = 0;
  forEveryWalk((walk) => {
    for (const { event, closed } of momentsOf(walk)) {
      if (closed) assert(!/^(PhaseEntered|Gate|Condition)/.test(event.type), event.type);
      if (event.type === 'ProjectReopened') reopened++;
    }
  });
  expect(reopened).toBeGreaterThan(5);
});

test('GAT-3 a recycle goes back no further than allowed, keeps what was recorded, and voids every go behind', () => {
  const counts = atEvery('GateDecided', ({ event, stage, signed, index, passed }, walk, met) => {
    const { decision, to, redo = [] } = event.data;
    if (decision !== 'recycle') return;
    const back = stageOf(walk, to);
    assert(back >= 0 && back <= stage);
    assert(!signed || back > stageOf(walk, walk.template.signedIn), 'the contract stays signed');
    const next = walk.events[index + 1];
    assert(next?.type === 'PhaseEntered' && next.data.cause === 'recycle');
    assert.deepEqual(next.data.phases, walk.process.stages[back]?.phases);

    const [before, after] = [index, index + 2].map((end) => replay(projectFold, walk.events.slice(0, end)));
    assert(before?.status === 'opened' && after?.status === 'opened');
    assert.equal(after.stage, back);
    const again: ReadonlySet<string> = new Set(redo);
    for (const [id, was] of Object.entries(before.activities)) {
      assert.deepEqual(after.activities[id], again.has(id) ? undefined : was);
    }
    assert.deepEqual([after.confirmed, after.documents], [before.confirmed, before.documents]);
    assert.deepEqual(
      after.entered.map(({ phase }) => phase),
      before.entered.map(({ phase }) => phase),
    );
    for (const { gate } of after.passed) {
      const of = walk.template.gates.find(({ id }) => id === gate);
      assert(of !== undefined && stageOfGate(walk, of) < back, 'no go stands at, or behind, what is done again');
    }
    met(back < stage ? 'back' : 'same');
    if ([...passed].some((one) => one >= back)) met('a go was voided');
    if (redo.length > 0) met('redo');
  });
  often(counts, { back: 6, same: 15, 'a go was voided': 4, redo: 10 });
});
