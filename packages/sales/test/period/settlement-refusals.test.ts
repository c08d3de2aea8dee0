import { cutOff, ofPeriod, opened } from '../support/performance.js';
import { ask, type Cases, refused, type SettlementRefusal } from '../support/period-refusals.js';
import { day } from '../support/story.js';

const paper = { hash: 'a'.repeat(64), name: 'minutes.pdf', figures: [{ query: 'pledges', asOf: day(61), knownAt: 9 }] };
const six = ['attainment', 'causes', 'lessons', 'rewards', 'penalties', 'nextPlan'] as const;
const agenda = six.map((item) => ({ item, record: 'as shown' }));
const completed = ofPeriod(61, 'SettlementCompleted', { pledges: 2, met: 1, missed: 1, cutOff: 7 });
const met = ofPeriod(61, 'SettlementMeetingHeld', { mode: 'video', chairs: ['mia'], agenda, minutes: paper });
const closed = ofPeriod(61, 'PeriodClosed', { summary: paper, analysis: paper, plan: paper });
const close = (papers: object = {}) => ask('ClosePeriod', { summary: paper, analysis: paper, plan: paper, ...papers });
const settlementMeeting = (changes: object) =>
  ask('HoldSettlementMeeting', { mode: 'wechatGroup', chairs: ['mia'], agenda, minutes: paper, ...changes });

const cases: Cases<SettlementRefusal> = {
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
  NobodyNamed: {
    history: [opened],
    command: settlementMeeting({ chairs: [] }),
    refusal: { type: 'NobodyNamed', field: 'chairs' },
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

refused('a command about a settlement is refused ORG-49 ORG-50 ORG-51', cases);
