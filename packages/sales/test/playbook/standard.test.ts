import type { ClassRule } from '@millrace/sales';
import { describe, test } from 'vitest';
import { accepted, asked, cny, rule, standard, term, withRules } from '../support/playbooks.js';

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
