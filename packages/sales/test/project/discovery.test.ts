import { replay } from '@millrace/kernel';
import { dealership, type Project, type ProjectEvent, type ProjectRefusal, projectFold } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { cny } from '../support/playbooks.js';
import { works } from '../support/processes.js';
import { after, ask, discovered, lost, on, opened, openedUnder, under, ungated, was } from '../support/projecting.js';
import { day, msFrom } from '../support/story.js';

const discover = (more: object = {}) =>
  ask('DiscoverOpportunity', { channel: 'website', discoveredBy: 'ada', customer: 'c1', ...more });

describe('an opportunity', () => {
  test('is discovered through exactly one first channel PRJ-8 Q38 GAT-13', () => {
    after()
      .when(discover(), on(2))
      .thenEvents(...discovered);
    after(...discovered)
      .when(discover())
      .thenNothing();
    for (const more of [{ channel: 'bidding' }, { discoveredBy: 'bob' }, { customer: 'c2' }, { title: 'Hall' }]) {
      after(...discovered)
        .when(discover(more))
        .thenRefused({ type: 'OpportunityAlreadyDiscovered', project: 'p1', channel: 'website' });
    }
    after()
      .when(discover({ channel: 'rumour' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'projects.channels', id: 'rumour' });
  });

  test('needs no customer, but one named is entered', () => {
    after()
      .when(ask('DiscoverOpportunity', { channel: 'website', discoveredBy: 'ada' }), on(2))
      .thenEvents(was(2, 'OpportunityDiscovered', { project: 'p1', channel: 'website', discoveredBy: 'ada' }));
    after()
      .when(discover({ customer: 'c9' }))
      .thenRefused({ type: 'CustomerUnknown', customer: 'c9' });
  });

  test('is discovered by somebody known, where the playbook speaks of projects', () => {
    after()
      .when(discover({ discoveredBy: 'nobody' }))
      .thenRefused({ type: 'PersonUnknown', person: 'nobody' });
    const context = under(dealership)(2);
    const playbook = context.playbook.phase === 'published' ? context.playbook.version : '';
    after().when(discover(), context).thenRefused({ type: 'ProjectsNotRun', playbook });
  });

  test('is touched by later channels, each once; attribution stays with the first GAT-13', () => {
    const touch = ask('TouchChannel', { channel: 'bidding' });
    const touched = was(20, 'ChannelTouched', { channel: 'bidding' });
    after(...discovered)
      .when(touch)
      .thenEvents(touched);
    after(...opened)
      .when(touch)
      .thenEvents(touched);
    after(...discovered, touched)
      .when(touch)
      .thenNothing();
    after(...discovered)
      .when(ask('TouchChannel', { channel: 'website' }))
      .thenNothing();
    after().when(touch).thenRefused({ type: 'ProjectUnknown', project: 'p1' });
    after(...discovered)
      .when(touch, on(msFrom(day(2), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(2) });
    after(...lost)
      .when(touch)
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(6) });
  });

  test('is closed unopened, and then not opened any more', () => {
    const closing = ask('CloseProject', { outcome: 'lost', reason: 'rival', competitor: 'Acme' });
    const closed = was(20, 'ProjectClosed', { outcome: 'lost', reason: 'rival', competitor: 'Acme' });
    after(...discovered)
      .when(closing)
      .thenEvents(closed);
    after(...discovered, closed)
      .when(closing)
      .thenNothing();
    after(...discovered, closed)
      .when(ask('OpenProject', { template: 'works', owner: 'ada' }))
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(20) });
    after(...discovered)
      .when(closing, on(msFrom(day(2), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(2) });
  });
});

const state = (...history: ReadonlyArray<ProjectEvent>): Project => replay(projectFold, history);

describe('a project', () => {
  const open = (more: object = {}) => ask('OpenProject', { template: 'works', owner: 'ada', ...more });
  const more = {
    saleType: 'direct',
    product: 'Crane',
    amount: cny(5),
    expectedClose: '2026-03-01',
    referenceCustomer: 'c2',
  };

  test('is opened under the template of the playbook in force, in its first phase PRJ-4', () => {
    after(...discovered)
      .when(open(), on(3))
      .thenEvents(...opened.slice(1));
    expect(state(...opened)).toMatchObject({ status: 'opened', stage: 0, entered: [{ phase: 'lead', at: day(3) }] });
    const whole = openedUnder(on(3), { ...works, ...ungated }, more);
    after(...discovered)
      .when(open(more), on(3))
      .thenEvents(...whole.slice(1));
    after(...whole)
      .when(open(more))
      .thenNothing();
  });

  test('is opened once: the same again is already so, anything else is refused', () => {
    after(...opened)
      .when(open())
      .thenNothing();
    for (const other of [
      { owner: 'bob' },
      { saleType: 'direct' },
      { product: 'Crane' },
      { amount: cny(5) },
      { expectedClose: '2026-03-01' },
      { referenceCustomer: 'c2' },
    ]) {
      after(...opened)
        .when(open(other))
        .thenRefused({ type: 'ProjectAlreadyOpened', project: 'p1', openedAt: day(3) });
    }
  });

  test('is an opportunity first, and not opened before it was discovered', () => {
    after().when(open()).thenRefused({ type: 'ProjectUnknown', project: 'p1' });
    after(...discovered)
      .when(open(), on(day(2)))
      .thenEvents({ ...opened[1], effectiveAt: day(2) } as ProjectEvent);
    after(...discovered)
      .when(open(), on(msFrom(day(2), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(2) });
    after(...discovered)
      .when(ask('AdvancePhase', { to: 'offer' }))
      .thenRefused({ type: 'ProjectNotOpened', project: 'p1' });
  });

  test('names a template, a sale type, an owner and a reference that exist, and money of ours PRJ-39', () => {
    const { playbook: rules } = on(20);
    const playbook = rules.phase === 'published' ? rules.version : '';
    const refused = (other: object, refusal: ProjectRefusal) =>
      after(...discovered)
        .when(open(other))
        .thenRefused(refusal);
    refused({ template: 'other' }, { type: 'TemplateUnknown', template: 'other', playbook });
    refused({ owner: 'nobody' }, { type: 'PersonUnknown', person: 'nobody' });
    refused({ saleType: 'barter' }, { type: 'UndefinedTerm', list: 'projects.saleTypes', id: 'barter' });
    refused({ referenceCustomer: 'c9' }, { type: 'CustomerUnknown', customer: 'c9' });
    refused({ amount: cny(-1) }, { type: 'AmountBelowZero', amount: cny(-1) });
    const foreign = { minor: 1, currency: 'USD' };
    refused({ amount: foreign }, { type: 'CurrencyNotReporting', currency: 'USD', reporting: 'CNY' });
  });
});
