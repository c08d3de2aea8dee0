import { initialPerson, initialUnit, periodModule } from '@millrace/sales';
import { ada, asks, at, cny, cutOff, ofPeriod, opened, rulesWith } from '../support/performance.js';
import { ask, base, type Cases, type OpenPeriodRefusal, refused } from '../support/period-refusals.js';
import { day, msFrom } from '../support/story.js';

const meeting = ofPeriod(30, 'PledgeMeetingHeld', { meeting: 'm1', chairs: ['mia'], mode: 'inPerson' });
const rule = { mode: 'marginal', tiers: [{ from: 0, to: null, rateBp: 100 }] } as const;
const announced = ofPeriod(30, 'IncentiveAnnounced', {
  incentive: 'i1',
  audience: 'seller',
  by: ['mia'],
  rule,
  outsideMeeting: true,
});
const sales = (levels: object) =>
  ask('SetTarget', { of: { person: 'ada' }, levels: { measure: 'sales', ...levels } as never });
const tiers = (...each: ReadonlyArray<{ from: number; to: number | null; rateBp: number }>) =>
  ask('AnnounceIncentive', {
    incentive: 'i2',
    audience: 'seller',
    by: ['mia'],
    rule: { mode: 'marginal', tiers: each },
  });

const cases: Cases<OpenPeriodRefusal> = {
  NoPlaybook: {
    command: ask('OpenPeriod', {}),
    context: { ...base, playbook: { phase: 'unpublished' } },
    refusal: { type: 'NoPlaybook' },
  },
  EffectiveInFuture: {
    command: ask('OpenPeriod', {}),
    context: { ...base, effectiveAt: day(63) },
    refusal: { type: 'EffectiveInFuture', effectiveAt: day(63), now: day(62) },
  },
  NotPermitted: {
    command: ask('OpenPeriod', {}),
    context: { ...at(20, 'ada', 'seller'), actorRecord: ada },
    refusal: { type: 'NotPermitted', role: 'seller', command: 'OpenPeriod' },
  },
  RoleNotHeld: {
    command: ask('OpenPeriod', {}),
    context: { ...at(20, 'ada', 'manager'), actorRecord: ada },
    refusal: { type: 'RoleNotHeld', actor: 'ada', role: 'manager' },
  },
  EffectiveBeforeLast: {
    history: [opened, cutOff],
    command: ask('CompleteSettlement', { pledges: 0, met: 0, missed: 0, cutOff: 7 }),
    context: { ...base, effectiveAt: msFrom(day(61), -1) },
    refusal: { type: 'EffectiveBeforeLast', dimension: 'settlement', last: day(61) },
  },
  NotAPeriod: {
    command: asks(periodModule.commands, {})('OpenPeriod', { period: '0000-01' }),
    refusal: { type: 'NotAPeriod', period: '0000-01' },
  },
  PeriodNotOpened: {
    command: ask('CutOffPeriod', {}),
    refusal: { type: 'PeriodNotOpened', period: '2026-02' },
  },
  PeriodAlreadyOpened: {
    history: [opened],
    command: ask('OpenPeriod', {}),
    context: { ...at(20, 'operator', 'operator', rulesWith({ zone: 'America/New_York' as never })) },
    refusal: {
      type: 'PeriodAlreadyOpened',
      start: opened.type === 'PeriodOpened' ? opened.data.start : day(0),
      end: opened.type === 'PeriodOpened' ? opened.data.end : day(0),
    },
  },
  PeriodOver: {
    command: ask('OpenPeriod', {}),
    context: at('2026-02-28T16:00:00.000Z' as never),
    refusal: { type: 'PeriodOver', period: '2026-02', end: '2026-02-28T16:00:00.000Z' as never },
  },
  PeriodNotOver: {
    history: [opened],
    command: ask('CutOffPeriod', {}),
    context: at('2026-02-28T15:59:59.999Z' as never),
    refusal: { type: 'PeriodNotOver', period: '2026-02', end: '2026-02-28T16:00:00.000Z' as never },
  },
  PeriodAlreadyCutOff: {
    history: [opened, cutOff],
    command: sales({ target: cny(1) }),
    refusal: { type: 'PeriodAlreadyCutOff', cutOffAt: day(61) },
  },
  BeforePeriodOpened: {
    history: [opened],
    command: sales({ target: cny(1) }),
    context: { ...at(msFrom(day(10), -1)), person: ada },
    refusal: { type: 'BeforePeriodOpened', openedAt: day(10) },
  },
  PersonUnknown: {
    history: [opened],
    command: sales({ target: cny(1) }),
    context: { ...base, person: initialPerson },
    refusal: { type: 'PersonUnknown', person: 'ada' },
  },
  UnitUnknown: {
    history: [opened],
    command: ask('SetTarget', { of: { unit: 'east' }, levels: { measure: 'buyers', target: 1 } }),
    context: { ...base, unit: initialUnit },
    refusal: { type: 'UnitUnknown', unit: 'east' },
  },
  TargetNotPositive: {
    history: [opened],
    command: sales({ target: cny(0) }),
    refusal: { type: 'TargetNotPositive', target: 0 },
  },
  LevelsNotRising: {
    history: [opened],
    command: sales({ target: cny(5), stretch: cny(6), challenge: cny(6) }),
    refusal: { type: 'LevelsNotRising', level: 'challenge', below: 6, found: 6 },
  },
  CurrencyNotReporting: {
    history: [opened],
    command: sales({ target: cny(5), stretch: { minor: 6, currency: 'USD' } }),
    refusal: { type: 'CurrencyNotReporting', currency: 'USD', reporting: 'CNY' },
  },
  MeetingAlreadyHeld: {
    history: [opened, meeting],
    command: ask('HoldPledgeMeeting', { meeting: 'm1', chairs: ['noa'], mode: 'inPerson' }),
    context: at(30),
    refusal: { type: 'MeetingAlreadyHeld', meeting: 'm1', heldAt: day(30) },
  },
  MeetingUnknown: {
    history: [opened, meeting],
    command: ask('AnnounceIncentive', { incentive: 'i1', audience: 'seller', by: ['mia'], rule, meeting: 'm2' }),
    refusal: { type: 'MeetingUnknown', meeting: 'm2' },
  },
  IncentiveAlreadyAnnounced: {
    history: [opened, announced],
    command: ask('AnnounceIncentive', { incentive: 'i1', audience: 'manager', by: ['mia'], rule }),
    refusal: { type: 'IncentiveAlreadyAnnounced', incentive: 'i1', announcedAt: day(30) },
  },
  TiersNotContiguous: {
    history: [opened],
    command: tiers({ from: 0, to: 10, rateBp: 1 }, { from: 11, to: null, rateBp: 1 }),
    refusal: { type: 'TiersNotContiguous', tier: 2, expected: 10, found: 11 },
  },
  TierWithoutLength: {
    history: [opened],
    command: tiers({ from: 0, to: 0, rateBp: 1 }, { from: 0, to: null, rateBp: 1 }),
    refusal: { type: 'TierWithoutLength', tier: 1, from: 0, to: 0 },
  },
  TierEnd: {
    history: [opened],
    command: tiers({ from: 0, to: 10, rateBp: 1 }),
    refusal: { type: 'TierEnd', tier: 1 },
  },
  RateBelowZero: {
    history: [opened],
    command: tiers({ from: 0, to: null, rateBp: -1 }),
    refusal: { type: 'RateBelowZero', tier: 1, rateBp: -1 },
  },
};

refused('a command about a period is refused ORG-23 ORG-28 ORG-50 DLR-13', cases);
