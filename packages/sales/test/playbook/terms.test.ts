import type { Named } from '@millrace/sales';
import { describe, test } from 'vitest';
import { accepted, asked, buyer, named, prospect, rules, shopper, standard, term } from '../support/playbooks.js';
import { dealershipWith } from '../support/story.js';

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
