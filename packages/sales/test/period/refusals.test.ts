import {
  type GovernanceRefusal,
  initialPerson,
  initialUnit,
  type PeriodCommand,
  type PeriodContext,
  type PeriodEvent,
  type PeriodRefusal,
  periodModule,
} from '@millrace/sales';
import { given } from '@millrace/testing';
import { describe, test } from 'vitest';
import { ada, asks, at, cny, cutOff, ofPeriod, opened, rulesWith } from '../support/performance.js';
import { day, msFrom } from '../support/story.js';

const ask = asks(periodModule.commands, { period: '2026-02' });
const base: PeriodContext = { ...at(62), person: ada };
const after = given(periodModule.decider, base);

type Refusal = PeriodRefusal | GovernanceRefusal;

/** A question that is refused in one way. */
interface Case<R> {
  readonly history?: ReadonlyArray<PeriodEvent>;
  readonly command: PeriodCommand;
  readonly context?: PeriodContext;
  readonly refusal: R;
}

const paper = { hash: 'a'.repeat(64), name: 'minutes.pdf', figures: [{ query: 'pledges', asOf: day(61), knownAt: 9 }] };
const six = ['attainment', 'causes', 'lessons', 'rewards', 'penalties', 'nextPlan'] as const;
const agenda = six.map((item) => ({ item, record: 'as shown' }));
const completed = ofPeriod(61, 'SettlementCompleted', { pledges: 2, met: 1, missed: 1, cutOff: 7 });
const met = ofPeriod(61, 'SettlementMeetingHeld', { mode: 'video', chairs: ['mia'], agenda, minutes: paper });
const closed = ofPeriod(61, 'PeriodClosed', { summary: paper, analysis: paper, plan: paper });
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
const close = (papers: object = {}) => ask('ClosePeriod', { summary: paper, analysis: paper, plan: paper, ...papers });
const settlementMeeting = (changes: object) =>
  ask('HoldSettlementMeeting', { mode: 'wechatGroup', chairs: ['mia'], agenda, minutes: paper, ...changes });

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in Refusal['type']]: Case<Extract<Refusal, { type: Type }>> } = {
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
  PeriodNotCutOff: {
    history: [opened],
    command: ask('CompleteSettlement', { pledges: 0, met: 0, missed: 0, cutOff: 7 }),
    refusal: { type: 'PeriodNotCutOff', period: '2026-02' },
  },
  PeriodAlreadyClosed: {
    history: [opened, cutOff, completed, met, closed],
    command: close({ plan: { ...paper, hash: 'b'.repeat(64) } }),
    refusal: { type: 'PeriodAlreadyClosed', closedAt: day(61) },
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
  NobodyNamed: {
    history: [opened],
    command: settlementMeeting({ chairs: [] }),
    refusal: { type: 'NobodyNamed', field: 'chairs' },
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
  CountsDoNotAddUp: {
    history: [opened, cutOff],
    command: ask('CompleteSettlement', { pledges: 3, met: 1, missed: 1, cutOff: 7 }),
    refusal: { type: 'CountsDoNotAddUp', pledges: 3, met: 1, missed: 1 },
  },
  SettlementAlreadyCompleted: {
    history: [opened, cutOff, completed],
    command: ask('CompleteSettlement', { pledges: 2, met: 2, missed: 0, cutOff: 7 }),
    refusal: { type: 'SettlementAlreadyCompleted', pledges: 2, met: 1, missed: 1, cutOff: 7 },
  },
  SettlementNotCompleted: {
    history: [opened, cutOff, met],
    command: close(),
    refusal: { type: 'SettlementNotCompleted', period: '2026-02' },
  },
  AgendaItemMissing: {
    history: [opened],
    command: settlementMeeting({ agenda: agenda.filter(({ item }) => item !== 'penalties') }),
    refusal: { type: 'AgendaItemMissing', item: 'penalties' },
  },
  AgendaItemDoubled: {
    history: [opened],
    command: settlementMeeting({ agenda: [...agenda, { item: 'causes', record: 'again' }] }),
    refusal: { type: 'AgendaItemDoubled', item: 'causes' },
  },
  SettlementMeetingAlreadyHeld: {
    history: [opened, met],
    command: settlementMeeting({ minutes: { ...paper, hash: 'b'.repeat(64) } }),
    refusal: { type: 'SettlementMeetingAlreadyHeld', minutes: 'a'.repeat(64) },
  },
  SettlementMeetingMissing: {
    history: [opened, cutOff, completed],
    command: close(),
    refusal: { type: 'SettlementMeetingMissing', period: '2026-02' },
  },
  NoFiguresCited: {
    history: [opened, cutOff, completed, met],
    command: close({ analysis: { ...paper, figures: [] } }),
    refusal: { type: 'NoFiguresCited', document: 'analysis' },
  },
};

describe('a command about a period is refused ORG-23 ORG-28 ORG-49 ORG-50 ORG-51 DLR-13', () => {
  for (const [type, { history = [], command, context, refusal }] of Object.entries(cases)) {
    test(`with the numbers: ${type}`, () =>
      after(...history)
        .when(command, context ?? base)
        .thenRefused(refusal));
  }
});
