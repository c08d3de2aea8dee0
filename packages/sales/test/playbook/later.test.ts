import { type Classification, dealership } from '@millrace/sales';
import { describe, test } from 'vitest';
import { accepted, asked, buyer, named, prospect, rules, shopper, term } from '../support/playbooks.js';
import { dealershipWith } from '../support/story.js';

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
