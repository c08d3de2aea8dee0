import { replay } from '@millrace/kernel';
import { type PeriodContext, type PeriodEvent, periodModule, readableUnit, unitEvents } from '@millrace/sales';
import { given } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import {
  ada,
  asks,
  at,
  cny,
  cutOff,
  isOpened,
  ofPeriod,
  opened,
  periodAfter,
  rulesWith,
  tells,
} from '../support/performance.js';
import { day, msFrom } from '../support/story.js';

const ask = asks(periodModule.commands, { period: '2026-02' });
const start = '2026-01-31T16:00:00.000Z' as PeriodContext['now'];
const end = '2026-02-28T16:00:00.000Z' as PeriodContext['now'];
const east = replay(readableUnit.fold, [
  tells(unitEvents)(1, 'UnitOpened', { unit: 'east', unitKind: 'branch', name: 'East' }),
]);
const on = (when: Parameters<typeof at>[0]): PeriodContext => ({ ...at(when), person: ada, unit: east });
const after = given(periodModule.decider, on(20));

const paper = { hash: 'a'.repeat(64), name: 'minutes.pdf', figures: [{ query: 'pledges', asOf: day(61), knownAt: 9 }] };
const six = ['attainment', 'causes', 'lessons', 'rewards', 'penalties', 'nextPlan'] as const;
const agenda = six.map((item) => ({ item, record: 'none due' }));
const completed = ofPeriod(61, 'SettlementCompleted', { pledges: 2, met: 1, missed: 1, cutOff: 7 });
const meeting = ofPeriod(61, 'SettlementMeetingHeld', { mode: 'wechatGroup', chairs: ['mia'], agenda, minutes: paper });
const closed = ofPeriod(62, 'PeriodClosed', { summary: paper, analysis: paper, plan: paper });
const mobilised = ofPeriod(30, 'PledgeMeetingHeld', { meeting: 'm1', chairs: ['mia', 'noa'], mode: 'inPerson' });

describe('a period', () => {
  test('is a month or a quarter of the calendar in the organisation’s zone, clocks changed or not Q39 ORG-23', () => {
    const bounds = (period: string, zone: string) => {
      const context = { ...on(0), ...at(0, 'operator', 'operator', rulesWith({ zone: zone as never })) };
      const answer = periodModule.decider.decide(
        asks(periodModule.commands, {})('OpenPeriod', { period }),
        periodModule.decider.initial,
        context,
      );
      const [event] = E.isRight(answer) ? answer.right : [];
      return event?.type === 'PeriodOpened' ? [event.data.cadence, event.data.start, event.data.end] : [];
    };
    expect(bounds('2026-02', 'Asia/Shanghai')).toEqual(['month', start, end]);
    expect(bounds('2026-03', 'America/New_York')).toEqual([
      'month',
      '2026-03-01T05:00:00.000Z',
      '2026-04-01T04:00:00.000Z',
    ]);
    expect(bounds('2026-Q4', 'Europe/Berlin')).toEqual([
      'quarter',
      '2026-09-30T22:00:00.000Z',
      '2026-12-31T23:00:00.000Z',
    ]);
  });

  test('is opened before it ends, once', () => {
    after()
      .when(ask('OpenPeriod', {}), on(msFrom(end, -1)))
      .thenEvents({ ...opened, effectiveAt: msFrom(end, -1) });
    after(opened).when(ask('OpenPeriod', {})).thenNothing();
    after(opened).when(ask('OpenPeriod', {}), on(70)).thenNothing();
  });

  test('has targets of four measures in up to three levels, the last one said stands DLR-13', () => {
    const target = (levels: object, of: object = { person: 'ada' }) => ask('SetTarget', { of, levels } as never);
    const three = { measure: 'prospects', target: 10, stretch: 11, challenge: 12 } as const;
    const was = ofPeriod(20, 'TargetSet', { of: { person: 'ada' }, levels: three });
    after(opened).when(target(three)).thenEvents(was);
    after(opened, was).when(target(three)).thenNothing();
    after(opened, was, cutOff).when(target(three)).thenNothing();
    after(opened, was)
      .when(target({ ...three, target: 9 }))
      .thenEvents(ofPeriod(20, 'TargetSet', { of: { person: 'ada' }, levels: { ...three, target: 9 } }));
    const sales = { measure: 'sales', target: cny(1), challenge: cny(2) } as const;
    after(opened, was)
      .when(target(sales, { unit: 'east' }))
      .thenEvents(ofPeriod(20, 'TargetSet', { of: { unit: 'east' }, levels: sales }));
    const again = ofPeriod(21, 'TargetSet', { of: { person: 'ada' }, levels: { ...three, target: 9 } });
    expect(isOpened(periodAfter(opened, was, again)).targets.map(({ levels }) => levels.target)).toEqual([9]);
    for (const levels of [
      { target: 2, stretch: 2 },
      { target: 2, challenge: 2 },
      { target: 2, stretch: 4, challenge: 3 },
    ]) {
      after(opened)
        .when(target({ measure: 'shoppers', ...levels }))
        .thenRefused({
          type: 'LevelsNotRising',
          level: levels.stretch === 2 ? 'stretch' : 'challenge',
          below: levels.stretch === 4 ? 4 : 2,
          found: levels.challenge ?? 2,
        });
    }
  });

  test('has its mobilisation meeting with its chairs, in any mode ORG-23 ORG-24 ORG-52', () => {
    const hold = (mode: string, chairs = ['mia', 'noa']) =>
      ask('HoldPledgeMeeting', { meeting: 'm1', chairs, mode } as never);
    after(opened).when(hold('inPerson'), on(30)).thenEvents(mobilised);
    after(opened, mobilised).when(hold('inPerson'), on(30)).thenNothing();
    after(opened).when(hold('video', [])).thenRefused({ type: 'NobodyNamed', field: 'chairs' });
    after(opened, cutOff)
      .when(hold('video'))
      .thenRefused({ type: 'PeriodAlreadyCutOff', cutOffAt: day(61) });
  });

  test('has incentives announced at the meeting, or marked; before the cut-off they count ORG-28 PLG-8', () => {
    const rule = { mode: 'wholePeriod', tiers: [{ from: 0, to: null, rateBp: 0 }] } as const;
    const announce = (more: object) =>
      ask('AnnounceIncentive', { incentive: 'i1', audience: 'manager', by: ['mia'], rule, ...more } as never);
    const announced = (when: Parameters<typeof at>[0], outsideMeeting: boolean, more: object = { meeting: 'm1' }) =>
      ofPeriod(when, 'IncentiveAnnounced', {
        incentive: 'i1',
        audience: 'manager',
        by: ['mia'],
        rule,
        outsideMeeting,
        ...more,
      } as never);
    // The day of the meeting in Shanghai ends at 16:00 UTC.
    const [last, next] = [day(30, '15:59:59.999'), day(30, '16:00:00.000')];
    after(opened, mobilised)
      .when(announce({ meeting: 'm1' }), on(last))
      .thenEvents(announced(last, false));
    after(opened, mobilised)
      .when(announce({ meeting: 'm1' }), on(next))
      .thenEvents(announced(next, true));
    after(opened, mobilised)
      .when(announce({}), on(30))
      .thenEvents(announced(30, true, {}));
    after(opened, announced(30, true, {}))
      .when(announce({}), on(50))
      .thenNothing();
    const [early, late] = isOpened(
      periodAfter(opened, announced(30, true, {}), cutOff, { ...announced(30, true, {}) }),
    ).incentives;
    expect([early?.beforeCutOff, late?.beforeCutOff]).toEqual([true, false]);
    after(opened)
      .when(announce({ by: [] }))
      .thenRefused({ type: 'NobodyNamed', field: 'by' });
    after(opened)
      .when(announce({ rule: { ...rule, tiers: [] } }))
      .thenRefused({ type: 'TierEnd', tier: 0 });
    after(opened)
      .when(announce({ rule: { ...rule, tiers: [...rule.tiers, { from: 0, to: null, rateBp: 0 }] } }))
      .thenRefused({ type: 'TierEnd', tier: 1 });
  });

  test('is cut off at its end or later, once, and settled then ORG-48', () => {
    after(opened)
      .when(ask('CutOffPeriod', {}), on(end))
      .thenEvents({ ...cutOff, effectiveAt: end });
    after(opened, cutOff).when(ask('CutOffPeriod', {}), on(63)).thenNothing();
    const complete = ask('CompleteSettlement', { pledges: 2, met: 1, missed: 1, cutOff: 7 });
    after(opened, cutOff).when(complete, on(61)).thenEvents(completed);
    after(opened, cutOff, completed).when(complete, on(62)).thenNothing();
    after(opened, cutOff)
      .when(ask('CompleteSettlement', { pledges: 0, met: 1, missed: -1, cutOff: 7 }), on(61))
      .thenRefused({ type: 'CountsDoNotAddUp', pledges: 0, met: 1, missed: -1 });
  });

  test('is met about with six items, each recorded, and minutes that cite figures ORG-48 ORG-49 ORG-50 ORG-51', () => {
    const hold = (more: object = {}) =>
      ask('HoldSettlementMeeting', { mode: 'wechatGroup', chairs: ['mia'], agenda, minutes: paper, ...more } as never);
    after(opened).when(hold(), on(61)).thenEvents(meeting);
    after(opened)
      .when(hold(), on(end))
      .thenEvents({ ...meeting, effectiveAt: end });
    after(opened, meeting).when(hold(), on(62)).thenNothing();
    after(opened)
      .when(hold(), on(msFrom(end, -1)))
      .thenRefused({ type: 'PeriodNotOver', period: '2026-02', end });
    after(opened)
      .when(hold({ minutes: { ...paper, figures: [] } }), on(61))
      .thenRefused({ type: 'NoFiguresCited', document: 'minutes' });
    for (const missing of six) {
      after(opened)
        .when(hold({ agenda: agenda.filter(({ item }) => item !== missing) }), on(61))
        .thenRefused({ type: 'AgendaItemMissing', item: missing });
    }
    expect(() => hold({ agenda: [{ item: 'causes', record: ' ' }] })).toThrow();
  });

  test('is closed once it is cut off, settled, met about and written down PLG-15 ORG-49 ORG-50', () => {
    const close = (more: object = {}) =>
      ask('ClosePeriod', { summary: paper, analysis: paper, plan: paper, ...more } as never);
    const whole: ReadonlyArray<PeriodEvent> = [opened, cutOff, completed, meeting];
    after(...whole)
      .when(close(), on(62))
      .thenEvents(closed);
    after(...whole, closed)
      .when(close(), on(99))
      .thenNothing();
    after(...whole)
      .when(close(), on(msFrom(meeting.effectiveAt, -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'settlement', last: meeting.effectiveAt });
    for (const left of [cutOff, completed, meeting]) {
      const answer = periodModule.decider.decide(
        close(),
        periodAfter(...whole.filter((event) => event !== left)),
        on(62),
      );
      expect(E.isLeft(answer)).toBe(true);
    }
    for (const document of ['summary', 'analysis', 'plan'] as const) {
      after(...whole)
        .when(close({ [document]: { ...paper, figures: [] } }), on(62))
        .thenRefused({ type: 'NoFiguresCited', document });
    }
  });
});
