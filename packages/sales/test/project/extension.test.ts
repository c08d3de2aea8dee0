import { replay } from '@millrace/kernel';
import { projectFold, projectModule, projectStream } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { after, ask, offering, on, was, won } from '../support/projecting.js';
import { day, known, msFrom } from '../support/story.js';

const extend = (child = 'p3', more: object = {}) =>
  ask('OpenExtension', { child, channel: 'communicationMeeting', discoveredBy: 'ada', ...more });
const opens = was(20, 'ExtensionOpened', { child: 'p3' });
const begins = was(20, 'OpportunityDiscovered', {
  project: 'p3',
  channel: 'communicationMeeting',
  discoveredBy: 'ada',
  customer: 'c1',
  parent: 'p1',
});

describe('an extension', () => {
  test('is a child project of a won one, with a first channel of its own PRJ-33 Q38', () => {
    after(...won)
      .when(extend())
      .thenEvents(opens, begins);
    after(...won, was(9, 'ProjectClosed', { outcome: 'won' }))
      .when(extend())
      .thenEvents(opens, begins);
    after(...offering)
      .when(extend())
      .thenRefused({ type: 'ContractNotSigned' });
    after(...won)
      .when(extend(), on(msFrom(day(8), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(8) });
  });

  test('begins on the stream of the child, in the append of its parent PRJ-33', () => {
    const parts = [opens, begins].map((event) => projectModule.elsewhere?.(event, extend()));
    expect(parts).toEqual([undefined, projectStream('p3')]);
    const { playbook } = on(20);
    const reads = projectModule
      .reads(extend(), on(20), known(replay(projectFold, won), { 'playbook-main': playbook }))
      .map(({ stream }) => stream);
    expect(reads).toContain(projectStream('p3'));
    expect(replay(projectFold, [...won, opens, begins])).toMatchObject({ origin: { id: 'p1' }, extensions: ['p3'] });
    expect(replay(projectFold, [begins])).toMatchObject({ status: 'opportunity', origin: { id: 'p3', parent: 'p1' } });
  });

  test('is opened once; a project that is there already is none', () => {
    const there = on(20, { projects: new Map([['p3', replay(projectFold, [begins])]]) });
    after(...won, opens)
      .when(extend(), there)
      .thenNothing();
    after(...won, opens)
      .when(extend('p3', { channel: 'bidding' }), there)
      .thenRefused({ type: 'OpportunityAlreadyDiscovered', project: 'p3', channel: 'communicationMeeting' });
    after(...won)
      .when(extend('p2'))
      .thenRefused({ type: 'OpportunityAlreadyDiscovered', project: 'p2', channel: 'bidding' });
    after(...won)
      .when(extend('p1'))
      .thenRefused({ type: 'OwnExtension', project: 'p1' });
    after(...won)
      .when(extend('p3', { channel: 'rumour' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'projects.channels', id: 'rumour' });
  });
});
