import { describe, expect, test } from 'vitest';
import { activityOf } from '../support/key-account.js';
import { after, ask, inCollection, openedBy, was } from '../support/project-at-work.js';

const step = (name: string) => ask('DoStep', { activity: 'advanceInformation', step: name, by: 'ada' });
const done = (when: number, name: string) =>
  was(when, 'StepDone', { activity: 'advanceInformation', step: name, by: 'ada', evidence: [] });
const finish = (activity: string) => ask('FinishActivity', { activity, by: 'ada' });
const finished = (when: number, activity: string) => was(when, 'ActivityDone', { activity, by: 'ada', evidence: [] });
const two = [...inCollection, done(10, 'regionFeatures'), done(11, 'rivalDealers')];
const hash = 'a'.repeat(64);

describe('an activity', () => {
  test('PRJ-6 PRJ-10 leaves documents behind, in an entered phase', () => {
    const paper = (document: string, of = hash) => ask('RecordDocument', { document, hash: of });
    const recorded = (document: string, of = hash) => was(30, 'DocumentRecorded', { document, hash: of });
    const cards = activityOf('advanceInformation').deliverables ?? [];
    expect(cards.map(({ id }) => id)).toContain('handoverFile');
    for (const { id } of cards)
      after(...inCollection)
        .when(paper(id))
        .thenEvents(recorded(id));
    after(...inCollection, recorded('map'))
      .when(paper('map'))
      .thenNothing();
    const newer = 'b'.repeat(64);
    after(...inCollection, recorded('map'))
      .when(paper('map', newer))
      .thenEvents(recorded('map', newer));
    after(...inCollection)
      .when(paper('contractDraft'))
      .thenRefused({
        type: 'PhaseNotEntered',
        phase: 'negotiationSigning',
      });
    after(...inCollection)
      .when(paper('constructor'))
      .thenRefused({
        type: 'UndefinedTerm',
        list: 'documents',
        id: 'constructor',
      });
  });

  test('PRJ-36 a recycle that asks to redo it begins it anew; what is not named stays', () => {
    const redone = was(14, 'GateReviewRequested', {
      review: 'r1',
      gates: ['preliminary'],
      requestedBy: 'ada',
      plannedTeam: [],
    });
    const decided = was(15, 'GateDecided', {
      review: 'r1',
      gates: ['preliminary'],
      decision: 'recycle',
      chair: 'mia',
      reviewers: [{ person: 'mia', role: 'reviewer' }],
      independence: 'independent',
      form: 'meeting',
      criteria: [],
      evidence: [],
      to: 'informationCollection',
      redo: ['advanceInformation'],
    } as never);
    const history = [...two, finished(12, 'opportunityDiscovery'), redone, decided];
    after(...history)
      .when(step('regionFeatures'))
      .thenEvents(done(30, 'regionFeatures'));
    after(...history)
      .when(finish('opportunityDiscovery'))
      .thenNothing();
    expect(openedBy(history).activities).not.toHaveProperty('advanceInformation');
  });
});
