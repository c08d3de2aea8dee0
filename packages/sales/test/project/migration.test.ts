import type { Phase } from '@millrace/sales';
import { describe, test } from 'vitest';
import { migratedBy, migratedTo, old } from '../support/migrating.js';
import { named, term } from '../support/playbooks.js';
import { activity, atSigning, exitOf, flow, gate, phase } from '../support/processes.js';
import { was } from '../support/projecting.js';
import { day } from '../support/story.js';

const [lead, offer, delivery] = old.phases as [Phase, Phase, Phase];
const leadWith = (more: Partial<Phase>) => ({ phases: [{ ...lead, ...more }, offer, delivery] });
const lost = (what: string, id: string) => ({ type: 'MigrationLoses', what, id }) as never;

describe('a project goes over to the template in force', () => {
  test('where that has everything done, in its place PRJ-36', () => {
    const grown = {
      phases: [{ ...lead, activities: [...lead.activities, activity('call')] }, offer, delivery, phase('care')],
      gates: [...old.gates, gate('terms', atSigning)],
    };
    migratedTo(grown).thenEvents(migratedBy(grown));
    migratedTo(grown, migratedBy(grown)).thenNothing();
  });

  test('and not where it lacks something', () => {
    const lacking: ReadonlyArray<readonly [Parameters<typeof migratedTo>[0], string, string]> = [
      [{ phases: [{ ...lead, id: term('hint') }, offer, delivery], gates: [], flows: [] }, 'phase', 'lead'],
      [{ phases: [phase('hint'), lead, offer, delivery] }, 'phase', 'lead'],
      [{ phases: [lead, phase('study'), offer, delivery] }, 'phase', 'offer'],
      [{ phases: [lead, offer] }, 'phase', 'delivery'],
      [{ gates: [gate('sieve', exitOf('lead'))] }, 'gate', 'screen'],
      [leadWith({ activities: lead.activities.slice(1) }), 'activity', 'need'],
      [
        leadWith({ activities: [activity('need', { analysis: 'customer' }), ...lead.activities.slice(1)] }),
        'step',
        'wish',
      ],
      [leadWith({ activities: [...lead.activities.slice(0, 1), activity('visit')] }), 'document', 'note'],
      [leadWith({ checklist: [] }), 'checklistItem', 'called'],
      [{ layers: [named('users')] }, 'layer', 'board'],
      [{ flows: [] }, 'flow', 'buying'],
      [{ flows: [flow('buying', ['ordered', 'offer'])] }, 'flow', 'buying'],
    ];
    for (const [process, what, id] of lacking) migratedTo(process).thenRefused(lost(what, id));
  });

  test('and not where a gate would be passed without a decision GAT-1', () => {
    migratedTo({ gates: [gate('screen', atSigning)] }).thenRefused(lost('gate', 'screen'));
    migratedTo({ gates: [gate('early', exitOf('lead')), gate('screen', exitOf('offer'))] }).thenRefused(
      lost('gate', 'screen'),
    );
    const screened = was(6, 'PhaseEntered', { phases: ['lead'], cause: 'reopening' });
    migratedTo({ gates: [gate('screen', exitOf('lead')), gate('terms', exitOf('offer'))] }, screened).thenEvents(
      migratedBy({ gates: [gate('screen', exitOf('lead')), gate('terms', exitOf('offer'))] }),
    );
  });

  test('and not where the gate of a conditional go would come to stand later GAT-1', () => {
    const reviewed = (review: string, decision: 'recycle' | 'conditionalGo' | 'hold', more: object) => [
      was(6, 'GateReviewRequested', { review, gates: ['screen'], requestedBy: 'ada', plannedTeam: [] }),
      was(6, 'GateDecided', {
        ...{ review, gates: ['screen'], decision, chair: 'mia', reviewers: [{ person: 'mia', role: 'manager' }] },
        ...{ independence: 'independent', form: 'meeting', criteria: [], evidence: [], ...more },
      } as never),
    ];
    const back = [
      ...reviewed('r2', 'recycle', { to: 'lead' }),
      was(6, 'PhaseEntered', { phases: ['lead'], cause: 'recycle', review: 'r2' }),
    ];
    const later = { gates: [gate('screen', exitOf('offer'))] };
    const conditions = [{ id: 'papers', text: 'papers', due: day(9) }];
    migratedTo(later, ...back, ...reviewed('r3', 'conditionalGo', { conditions })).thenRefused(lost('gate', 'screen'));
    migratedTo(later, ...back, ...reviewed('r3', 'hold', {})).thenEvents(migratedBy(later));
    const anew = reviewed('r4', 'hold', {}).slice(0, 1);
    migratedTo(later, ...back, ...reviewed('r3', 'conditionalGo', { conditions }), ...anew).thenEvents(
      migratedBy(later),
    );
  });

  test('and not while gates that are apart there are reviewed as one GAT-1', () => {
    const process = { gates: [...old.gates, gate('terms', atSigning)] };
    const merged = { review: 'r2', gates: ['screen', 'terms'] };
    const requested = was(6, 'GateReviewRequested', { ...merged, requestedBy: 'ada', plannedTeam: [] });
    const decided = (decision: 'hold' | 'conditionalGo', more: object = {}) =>
      was(6, 'GateDecided', {
        ...{ ...merged, decision, chair: 'mia', reviewers: [{ person: 'mia', role: 'manager' }] },
        ...{ independence: 'independent', form: 'meeting', criteria: [], evidence: [], ...more },
      } as never);
    migratedTo(process, requested).thenRefused(lost('review', 'r2'));
    const conditions = [{ id: 'c1', text: 'send the papers', due: day(9) }];
    migratedTo(process, requested, decided('conditionalGo', { conditions })).thenRefused(lost('review', 'r2'));
    migratedTo(process, requested, decided('hold')).thenEvents(migratedBy(process));
  });

  test('and not where its contract is signed behind it, or was signed elsewhere', () => {
    migratedTo({ signedIn: term('lead'), gates: [] }).thenRefused(lost('signing', 'offer'));
    migratedTo({ signedIn: term('delivery') }).thenEvents(migratedBy({ signedIn: term('delivery') }));
    const won = [was(8, 'ContractSigned', {}), was(8, 'PhaseEntered', { phases: ['delivery'], cause: 'signing' })];
    migratedTo({ signedIn: term('delivery') }, ...won).thenRefused(lost('signing', 'offer'));
  });

  test('and not where an analysis recorded is none there', () => {
    const need = was(4, 'AnalysisRecorded', {
      kind: 'customer',
      activity: 'need',
      part: 'wish',
      finding: 'a crane',
      by: 'ada',
      need: {
        problem: 'lifting',
        wants: 'product',
        reason: 'growth',
        budgeted: 'yes',
        planned: 'unknown',
        statedRequest: 'a crane',
        realNeed: 'less handling',
      },
    });
    const [first, ...rest] = lead.activities;
    const without = leadWith({ activities: [activity('need', { steps: first?.steps ?? [] }), ...rest] });
    migratedTo(without, need).thenRefused(lost('analysis', 'customer'));
  });

  test('until it is closed', () => {
    const closed = was(9, 'ProjectClosed', { outcome: 'lost', reason: 'price' });
    migratedTo({ layers: [...old.layers, named('owners')] }, closed).thenRefused({
      type: 'ProjectEnded',
      project: 'p1',
      outcome: 'lost',
      since: day(9),
    });
  });
});
