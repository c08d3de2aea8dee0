import {
  criteriaOf,
  endsInSigning,
  gatesAtExit,
  missingFor,
  nextStage,
  type ProcessTemplate,
  type ProjectEvent,
} from '@millrace/sales';
import { expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import { named } from '../support/playbooks.js';
import { day } from '../support/story.js';
import {
  asked,
  decided,
  did,
  entered,
  exchanging,
  negotiating,
  opened,
  openedUnder,
  playbookWith,
  projectAfter,
  requested,
  was,
} from './gate-story.js';

const { process } = ours;
const missing = (...history: ReadonlyArray<ProjectEvent>) => missingFor(projectAfter(...history), process);
const nothing = { gates: [], criteria: [], judged: [], conditions: [], checklist: [], contract: false };
const preliminary = { ...nothing, gates: ['preliminary'], judged: ['worthAProject'] };

test('PRJ-2 what stands between a project and its next phase: criteria, judgements, a go', () => {
  expect(missing(...opened)).toEqual({ ...preliminary, criteria: ['needKnown'] });
  expect(missing(...opened, did(3, 'customerNeed'))).toEqual(preliminary);
  expect(missing(...exchanging)).toEqual({
    ...nothing,
    gates: ['establishment'],
    criteria: ['customerAnalysed', 'ownSideAnalysed', 'rivalsAnalysed', 'environmentAnalysed'],
    judged: ['projectApproved'],
  });
});

test('PRJ-2 conditions of a conditional go, a hold, and what a new request makes of them', () => {
  const condition = { id: 'papers', text: 'Send the papers', due: day(20) };
  const waiting = [...asked, decided(10, 'conditionalGo', { conditions: [condition] })];
  expect(missing(...waiting)).toEqual({ ...nothing, gates: ['preliminary'], conditions: [condition] });
  expect(missing(...waiting, requested(12, 'r2', 'preliminary'))).toEqual(preliminary);
  expect(missing(...asked, decided(10, 'hold'))).toEqual({ ...preliminary, hold: 'r1' });
});

test('PRJ-2 the contract, once its gate is passed, and nothing where the way is open', () => {
  const passed = [
    ...negotiating,
    requested(23, 'r3', 'commercial'),
    decided(24, 'go', { review: 'r3', gates: ['commercial'] }),
  ];
  expect(missing(...negotiating)).toMatchObject({ gates: ['commercial'], judged: ['termsAcceptable'], contract: true });
  expect(missing(...passed)).toEqual({ ...nothing, contract: true });
  const project = projectAfter(...passed);
  expect([endsInSigning(project), nextStage(project)?.phases]).toEqual([true, ['implementationSummary']]);
  expect(gatesAtExit(project).map(({ gates }) => gates)).toEqual([['commercial']]);
  const [gate] = gatesAtExit(project);
  expect(gate && criteriaOf(gate, process).map(({ id }) => id)).toEqual(gate?.criteria);
  expect(gatesAtExit(projectAfter(...exchanging, entered(15, 'projectPlanning', 'go')))).toEqual([]);
});

test('PRJ-2 items of the checklist, of every phase of a merged stage', () => {
  const phases: ProcessTemplate['phases'] = process.phases.map((phase, place) => ({
    ...phase,
    checklist: place < 2 ? [named(`i${place}`)] : [],
  }));
  const playbook = playbookWith({ phases });
  const confirmed = was(3, 'ChecklistItemConfirmed', { phase: 'informationCollection', item: 'i0' });
  const project = projectAfter(...openedUnder(playbook, [true]), confirmed);
  const found = missingFor(project, { ...process, phases });
  expect(found).toMatchObject({ gates: ['preliminary', 'establishment'], checklist: ['i1'] });
  expect(found.criteria).toContain('needKnown');
});

test('PRJ-38 what is waived after signing counts as done', () => {
  const delivering = [...negotiating, was(30, 'ContractSigned', {}), entered(30, 'implementationSummary', 'signing')];
  const waived = was(31, 'ActivityWaived', {
    ...{ activity: 'implementation', reason: 'doneByCustomer', requestedBy: 'ada', approver: 'mia', sole: false },
  });
  expect(missing(...delivering).criteria).toEqual(['implemented']);
  expect(missing(...delivering, waived).criteria).toEqual([]);
});
