import {
  type Classification,
  type ClassRule,
  dealership,
  type Named,
  type Playbook,
  type PlaybookFault,
  playbookModule,
  type Term,
} from '@millrace/sales';
import { given, publishedPlaybook } from '@millrace/testing';
import { describe, expect, test } from 'vitest';
import { day, dealershipWith, on } from '../support/story.js';
import type { FaultOfPeople } from './people-faults.js';

const { customer: rules } = dealership;
const term = (id: string) => id as Term;
const named = (id: string): Named => ({ id: term(id), name: { en: id, zh: id } });
const cny = (minor: number) => ({ minor, currency: 'CNY' }) as NonNullable<ClassRule['wonAtLeast']>;
const [prospect = named('prospect'), shopper = named('shopper'), buyer = named('buyer')] = rules.stages;
const rule = (name: string, more: Omit<ClassRule, 'class'> = {}): ClassRule => ({ class: term(name), ...more });
const standard = (more: Partial<Classification>): Playbook =>
  dealershipWith({ classification: { ...rules.classification, version: 'another', ...more } });
const withRules = (...all: ReadonlyArray<ClassRule>) => standard({ rules: all });

const { playbook: _, other: __, ...moment } = on(30);
const asked = (playbook: Playbook, before?: Playbook) => {
  const history = before === undefined ? [] : [publishedAs(before)];
  return given(playbookModule.decider, moment)(...history).when({ type: 'PublishPlaybook', playbook });
};
const publishedAs = (playbook: Playbook) => {
  const state = publishedPlaybook(playbook);
  if (state.phase !== 'published') throw new Error('not published');
  return {
    type: 'PlaybookPublished' as const,
    data: { version: state.version, hash: state.hash, playbook },
    effectiveAt: day(1),
  };
};

interface Case<Fault> {
  readonly playbook: Playbook;
  readonly before?: Playbook;
  readonly fault: Fault;
}

/** One for each: the type says that none is forgotten. */
const cases: {
  readonly [Type in Exclude<PlaybookFault['type'], FaultOfPeople>]: Case<Extract<PlaybookFault, { type: Type }>>;
} = {
  DoubledTerm: {
    playbook: dealershipWith({ buyerSteps: [...rules.buyerSteps, ...rules.buyerSteps.slice(-1)] }),
    fault: { type: 'DoubledTerm', list: 'buyerSteps', id: 'purchaseMade' },
  },
  EmptyList: {
    playbook: dealershipWith({ lists: rules.lists.filter(({ list }) => list !== 'revert') }),
    fault: { type: 'EmptyList', list: 'revert' },
  },
  ReservedStage: {
    playbook: dealershipWith({ stages: [prospect, named('won'), buyer] }),
    fault: { type: 'ReservedStage', stage: 'won' },
  },
  UndefinedTerm: {
    playbook: dealershipWith({ evidenceFor: [term('suspect')] }),
    fault: { type: 'UndefinedTerm', list: 'stages', id: 'suspect' },
  },
  PurchaseStageNotLast: {
    playbook: dealershipWith({ purchaseStage: shopper.id }),
    fault: { type: 'PurchaseStageNotLast', stage: 'shopper', last: 'buyer' },
  },
  PurchaseStageFirst: {
    playbook: dealershipWith({ stages: [buyer], evidenceFor: [], buyerSteps: [], benchmark: [1] }),
    fault: { type: 'PurchaseStageFirst', stage: 'buyer' },
  },
  BuyerStepTooEarly: {
    playbook: dealershipWith({ buyerSteps: [...rules.buyerSteps, { ...named('regretted'), stage: shopper.id }] }),
    fault: { type: 'BuyerStepTooEarly', step: 'regretted', stage: 'shopper', after: 'buyer' },
  },
  BenchmarkMismatch: {
    playbook: dealershipWith({ benchmark: [25, 5] }),
    fault: { type: 'BenchmarkMismatch', stages: 3, benchmark: 2 },
  },
  BenchmarkOutOfRange: {
    playbook: dealershipWith({ benchmark: [25, 26, 1] }),
    fault: { type: 'BenchmarkOutOfRange', place: 2, figure: 26, most: 25 },
  },
  WindowTooShort: {
    playbook: standard({ windowDays: 0 }),
    fault: { type: 'WindowTooShort', windowDays: 0 },
  },
  BarCurrency: {
    playbook: withRules(rule('major', { wonAtLeast: { ...cny(1), currency: 'EUR' as never } })),
    fault: { type: 'BarCurrency', rule: 1, currency: 'EUR', expected: 'CNY' },
  },
  BarNotAboveZero: {
    playbook: withRules(rule('signed', { wonAtLeast: cny(1) }), rule('major', { wonAtLeast: cny(0) })),
    fault: { type: 'BarNotAboveZero', rule: 2, minor: 0 },
  },
  RuleNeverReached: {
    playbook: withRules(rule('signed', { wonAtLeast: cny(1) }), rule('major', { wonAtLeast: cny(2) })),
    fault: { type: 'RuleNeverReached', rule: 2 },
  },
  TermRemoved: {
    playbook: dealershipWith({ stages: [prospect, buyer], evidenceFor: [], buyerSteps: [], benchmark: [2, 1] }),
    before: dealershipWith({ buyerSteps: [] }),
    fault: { type: 'TermRemoved', list: 'stages', id: 'shopper' },
  },
  StagesReordered: {
    playbook: dealershipWith({ stages: [shopper, prospect, buyer], buyerSteps: [] }),
    before: dealershipWith({ buyerSteps: [] }),
    fault: { type: 'StagesReordered', stage: 'shopper' },
  },
  PurchaseStageChanged: {
    playbook: dealershipWith({
      stages: [...rules.stages, named('owner')],
      purchaseStage: term('owner'),
      benchmark: [25, 5, 1, 1],
    }),
    before: dealership,
    fault: { type: 'PurchaseStageChanged', from: 'buyer', to: 'owner' },
  },
  ClassificationVersionReused: {
    playbook: dealershipWith({ classification: { ...rules.classification, windowDays: 365 } }),
    before: dealership,
    fault: { type: 'ClassificationVersionReused', version: 'dealership-1' },
  },
};

describe('every fault of a playbook is met', () => {
  test.each(Object.entries(cases))('%s', (_, { playbook, before, fault }) =>
    asked(playbook, before).thenRefused(fault),
  );
});

const accepted = (playbook: Playbook, before?: Playbook) => {
  const command = { type: 'PublishPlaybook', playbook } as const;
  const state = before === undefined ? playbookModule.decider.initial : publishedPlaybook(before);
  expect(playbookModule.decider.decide(command, state, moment)).toHaveProperty('right.0.data.playbook', playbook);
};

describe('terms', () => {
  test('are each defined once, and each list once', () => {
    const sources = rules.lists.find(({ list }) => list === 'sources') ?? { list: 'sources', terms: [] };
    const twice = { ...sources, terms: [...sources.terms, ...sources.terms.slice(0, 1)] };
    asked(dealershipWith({ lists: [twice, ...rules.lists.filter(({ list }) => list !== 'sources')] })).thenRefused({
      type: 'DoubledTerm',
      list: 'sources',
      id: 'referral',
    });
    asked(dealershipWith({ lists: [...rules.lists, ...rules.lists.slice(0, 1)] })).thenRefused({
      type: 'DoubledTerm',
      list: 'lists',
      id: 'relationships',
    });
    asked(dealershipWith({ stages: [...rules.stages, buyer] })).thenRefused({
      type: 'DoubledTerm',
      list: 'stages',
      id: 'buyer',
    });
    asked(standard({ classes: [...rules.classification.classes, named('major')] })).thenRefused({
      type: 'DoubledTerm',
      list: 'classes',
      id: 'major',
    });
  });

  test.each([
    'sources',
    'contactTypes',
    'rejection',
    'revert',
    'correction',
    'lost',
    'disqualified',
    'dormant',
    'transfer',
    'release',
  ])('of %s are demanded, for a command must name one', (list) => {
    asked(dealershipWith({ lists: rules.lists.filter((entry) => entry.list !== list) })).thenRefused({
      type: 'EmptyList',
      list,
    });
    const emptied = rules.lists.map((entry) => (entry.list === list ? { ...entry, terms: [] } : entry));
    asked(dealershipWith({ lists: emptied })).thenRefused({ type: 'EmptyList', list });
  });

  test('of relationships and prospecting may be left out, for no command must name one', () => {
    const lists = rules.lists.filter(({ list }) => list !== 'relationships' && list !== 'prospecting');
    accepted(dealershipWith({ lists, classification: { ...rules.classification, rules: [] } }));
  });

  test('of stages and classes are demanded', () => {
    asked(dealershipWith({ stages: [] })).thenRefused({ type: 'EmptyList', list: 'stages' });
    asked(standard({ classes: [] })).thenRefused({ type: 'EmptyList', list: 'classes' });
  });

  test.each(['opened', 'won', 'lost', 'disqualified', 'dormant', 'duplicate'])(
    'of stages are not called %s: a matrix of moves could not tell it from a beginning or an end FUN-5',
    (id) =>
      asked(dealershipWith({ stages: [prospect, shopper, named(id), buyer], benchmark: [25, 5, 1, 1] })).thenRefused({
        type: 'ReservedStage',
        stage: id,
      }),
  );
});

describe('stages', () => {
  test('of evidence and of the buyer’s steps exist DLR-9 DLR-15', () => {
    accepted(dealershipWith({ evidenceFor: [shopper.id, buyer.id] }));
    asked(dealershipWith({ buyerSteps: [{ ...named('need'), stage: term('suspect') }] })).thenRefused({
      type: 'UndefinedTerm',
      list: 'stages',
      id: 'suspect',
    });
  });

  test('of purchase is one that exists, the last, and not the first Q5', () => {
    asked(dealershipWith({ purchaseStage: term('suspect') })).thenRefused({
      type: 'PurchaseStageNotLast',
      stage: 'suspect',
      last: 'buyer',
    });
    accepted(dealershipWith({ stages: [prospect, buyer], evidenceFor: [], buyerSteps: [], benchmark: [2, 1] }));
  });

  test('of the buyer’s steps climb; two may share one, and one may be passed over DLR-15', () => {
    const step = (id: string, stage: Named) => ({ ...named(id), stage: stage.id });
    accepted(dealershipWith({ buyerSteps: [step('a', shopper), step('b', shopper), step('c', buyer)] }));
    asked(dealershipWith({ buyerSteps: [step('a', shopper), step('b', prospect)] })).thenRefused({
      type: 'BuyerStepTooEarly',
      step: 'b',
      stage: 'prospect',
      after: 'shopper',
    });
  });

  test('have a benchmark that is a funnel: 1 or more, and never more than before DLR-14 FUN-1', () => {
    accepted(dealershipWith({ benchmark: [1, 1, 1] }));
    asked(dealershipWith({ benchmark: [25, 5, 0] })).thenRefused({
      type: 'BenchmarkOutOfRange',
      place: 3,
      figure: 0,
      most: 5,
    });
    asked(dealershipWith({ benchmark: [0, 0, 0] })).thenRefused({
      type: 'BenchmarkOutOfRange',
      place: 1,
      figure: 0,
      most: Number.MAX_SAFE_INTEGER,
    });
    accepted(dealershipWith({ benchmark: [Number.MAX_SAFE_INTEGER, 5, 1] }));
    asked(dealershipWith({ benchmark: [25, 5, 1, 1] })).thenRefused({
      type: 'BenchmarkMismatch',
      stages: 3,
      benchmark: 4,
    });
  });
});

describe('the standard', () => {
  test('speaks of classes and relationships that exist ORG-35', () => {
    asked(withRules(rule('platinum'))).thenRefused({ type: 'UndefinedTerm', list: 'classes', id: 'platinum' });
    asked(standard({ otherwise: term('platinum') })).thenRefused({
      type: 'UndefinedTerm',
      list: 'classes',
      id: 'platinum',
    });
    asked(withRules(rule('major', { relationships: [term('partner'), term('cousin')] }))).thenRefused({
      type: 'UndefinedTerm',
      list: 'relationships',
      id: 'cousin',
    });
  });

  test('has a window of a day or more ORG-35', () => {
    accepted(standard({ windowDays: 1 }));
    asked(standard({ windowDays: -30 })).thenRefused({ type: 'WindowTooShort', windowDays: -30 });
  });

  test('has bars from the smallest amount on', () => {
    accepted(withRules(rule('major', { wonAtLeast: cny(1) })));
    asked(withRules(rule('major', { wonAtLeast: cny(-1) }))).thenRefused({
      type: 'BarNotAboveZero',
      rule: 1,
      minor: -1,
    });
  });

  const partner = [term('partner')];
  const both = [term('partner'), term('inTalks')];
  test.each<[string, ReadonlyArray<ClassRule>]>([
    ['a rule that asks nothing', [rule('major'), rule('signed', { wonAtLeast: cny(1) })]],
    ['one of the same bar', [rule('major', { wonAtLeast: cny(5) }), rule('signed', { wonAtLeast: cny(5) })]],
    ['one of more relationships', [rule('major', { relationships: both }), rule('signed', { relationships: partner })]],
    [
      'one of more relationships and a lower bar',
      [
        rule('major', { relationships: both, wonAtLeast: cny(5) }),
        rule('signed', { relationships: partner, wonAtLeast: cny(6) }),
      ],
    ],
    [
      'several that share its relationships out',
      [
        rule('major', { relationships: partner }),
        rule('signed', { relationships: [term('inTalks')], wonAtLeast: cny(1) }),
        rule('important', { relationships: both, wonAtLeast: cny(1) }),
      ],
    ],
    ['its own want of anybody', [rule('major', { relationships: [] })]],
  ])('has no rule that never decides for %s', (_, all) =>
    asked(withRules(...all)).thenRefused({ type: 'RuleNeverReached', rule: all.length }),
  );

  test.each<[string, ReadonlyArray<ClassRule>]>([
    ['a higher bar first', [rule('major', { wonAtLeast: cny(6) }), rule('signed', { wonAtLeast: cny(5) })]],
    ['a relationship first', [rule('major', { relationships: partner }), rule('signed')]],
    ['a bar first', [rule('major', { wonAtLeast: cny(6) }), rule('signed', { relationships: partner })]],
    [
      'a relationship with a bar first',
      [rule('major', { relationships: both, wonAtLeast: cny(6) }), rule('signed', { relationships: both })],
    ],
    ['one relationship more', [rule('major', { relationships: partner }), rule('signed', { relationships: both })]],
    ['nobody’s relationship', [rule('major', { relationships: both }), rule('signed', { wonAtLeast: cny(5) })]],
  ])('may have %s', (_, all) => accepted(withRules(...all)));
});

describe('a later playbook', () => {
  test('renames what it likes, adds terms, and puts a stage between two: ids are for ever', () => {
    const between = dealershipWith({
      stages: [{ ...prospect, name: { en: 'Lead', zh: '线索' } }, named('qualified'), shopper, buyer],
      benchmark: [25, 12, 5, 1],
      lists: rules.lists.map(({ list, terms }) => ({ list, terms: [...terms, named('oneMore')] })),
    });
    accepted(between, dealership);
  });

  test('removes no term, and no list', () => {
    const without = rules.lists.filter(({ list }) => list !== 'prospecting');
    const fault = { type: 'TermRemoved', list: 'prospecting', id: 'serviceStation' } as const;
    asked(dealershipWith({ lists: without }), dealership).thenRefused(fault);
    const shorter = rules.lists.map(({ list, terms }) =>
      list === 'prospecting' ? { list, terms: terms.slice(1) } : { list, terms },
    );
    asked(dealershipWith({ lists: shorter }), dealership).thenRefused(fault);
  });

  test('keeps the version of a standard only where the standard is the same Q4', () => {
    const { classification } = rules;
    const renamed = classification.classes.map((entry) => ({ ...entry, name: { en: 'Renamed', zh: '改名' } }));
    accepted(
      dealershipWith({ classification: { ...classification, classes: [...renamed, named('dormantOne')] } }),
      dealership,
    );
    accepted(
      dealershipWith({ classification: { ...classification, windowDays: 365, version: 'dealership-2' } }),
      dealership,
    );
    const changes: ReadonlyArray<Partial<Classification>> = [
      { windowDays: 365 },
      { otherwise: term('interested') },
      { rules: classification.rules.slice(1) },
    ];
    for (const change of changes) {
      asked(dealershipWith({ classification: { ...classification, ...change } }), dealership).thenRefused({
        type: 'ClassificationVersionReused',
        version: 'dealership-1',
      });
    }
  });
});
