import type { Zone } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../src/recipe/template.js';
import type { Template } from '../../src/recipe/template-codec.js';
import { context, leftOf, rightOf, rowOf } from '../support/compiled.js';

const fill = (template: Template, ...cells: ReadonlyArray<string>) =>
  compileTemplate(template, context)(rowOf(...cells));
const filled = (template: Template, ...cells: ReadonlyArray<string>) => rightOf(fill(template, ...cells));

describe('text', () => {
  test('stands as it is, cells in place of columns', () => {
    expect(filled('plain')).toBe('plain');
    expect(filled('{b}-{a}', 'x', 'y')).toBe('y-x');
  });

  test('takes cells as they are, blanks and braces included, and reads them no second time', () => {
    expect(filled('{a}', ' x ')).toBe(' x ');
    expect(filled('<{a}|{b}>', '{b}', '}}')).toBe('<{b}|}}>');
  });

  test('has braces of its own by doubling them', () => {
    expect(filled('{{a}} is {a}', 'x')).toBe('{a} is x');
    expect(filled('}}{{')).toBe('}{');
  });

  test('finds nothing where a lookup finds nothing', () => {
    expect(fill('{a}{nobody.name}', 'x')).toEqual(E.left({ type: 'NothingFound', column: 'nobody.name' }));
  });
});

test('numbers and truth values are constants', () => {
  expect([filled(7), filled(true), filled(false)]).toEqual([7, true, false]);
});

describe('money', () => {
  test.each([
    ['12.34', 1234],
    [' 12 ', 1200],
    ['0', 0],
    ['-3.5', -350],
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('"%s" is %d cents', (text, minor) => {
    expect(filled({ $money: '{a}' }, text)).toEqual({ minor, currency: 'EUR' });
  });

  test.each(['', '12,34', '1e3', '12.345', '€12', '90071992547409.92', 'NaN', '0x10'])('"%s" is no amount', (found) => {
    expect(leftOf(fill({ $money: '{a}' }, found))).toMatchObject({ type: 'NotAnAmount', found });
  });

  test.each([
    ['JPY', '1500', 1500],
    ['USD', '15.5', 1550],
  ])('of %s, named with it, "%s" is %d', (currency, text, minor) => {
    expect(filled({ $money: '{a}', currency }, text)).toEqual({ minor, currency });
    expect(filled({ $money: '{a}', currency: '{b}' }, text, currency)).toEqual({ minor, currency });
  });

  test('a fraction of the smallest unit, with the field it was meant for and how many decimals there may be', () => {
    const template: Template = { revenue: [{ amount: { $money: '{a}', currency: '{b}' } }] };
    expect(leftOf(fill(template, '1.005', 'USD'))).toEqual({
      type: 'NotAnAmount',
      field: 'revenue/0/amount',
      found: '1.005',
      cause: { type: 'TooManyDecimals', text: '1.005', limit: 2 },
    });
    expect(leftOf(fill(template, '1.5', 'JPY'))).toMatchObject({ cause: { type: 'TooManyDecimals', limit: 0 } });
    expect(leftOf(fill(template, '1.5', '$'))).toMatchObject({ cause: { type: 'UnknownCurrency', code: '$' } });
    expect(leftOf(fill({ $money: '1', currency: '{nobody.x}' }))).toEqual({ type: 'NothingFound', column: 'nobody.x' });
  });

  test('below zero, where it may not be', () => {
    const template: Template = { amount: { $money: '{a}', unsigned: true } };
    expect(leftOf(fill(template, '-0.01'))).toEqual({
      type: 'NotAnAmount',
      field: 'amount',
      found: '-0.01',
      cause: { type: 'BelowZero', text: '-0.01' },
    });
    expect(filled(template, '-0')).toEqual({ amount: { minor: 0, currency: 'EUR' } });
    expect(filled({ $money: '{a}', unsigned: false }, '-0.01')).toEqual({ minor: -1, currency: 'EUR' });
  });

  test('MON-1: never passes through a fraction', () => {
    expect(filled({ $money: '0.{a}' }, '29')).toEqual({ minor: 29, currency: 'EUR' });
    expect(filled({ $money: '{a}.{b}' }, '1234567890123', '07')).toEqual({
      minor: 123_456_789_012_307,
      currency: 'EUR',
    });
  });
});

describe('whole numbers', () => {
  test.each([
    ['7', 7],
    [' +7 ', 7],
    ['-7', -7],
    ['007', 7],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('"%s" is %d', (text, number) => {
    expect(filled({ $integer: '{a}' }, text)).toBe(number);
  });

  test('-0 is 0', () => {
    expect(Object.is(filled({ $integer: '{a}' }, '-0'), 0)).toBe(true);
  });

  test.each(['', '7.0', '1e3', '0x7', '9007199254740992', 'seven', '1 000'])('"%s" is none', (found) => {
    expect(fill({ n: { $integer: '{a}' } }, found)).toEqual(
      E.left({ type: 'NotA', what: 'integer', field: 'n', found }),
    );
  });
});

describe('moments and days', () => {
  test('are of the playbook’s zone, or of their own', () => {
    expect(filled({ $time: '{a}' }, '2011-10-01')).toBe('2011-09-30T22:00:00.000Z');
    expect(filled({ $time: '{a} {b}', format: 'dd/MM/yyyy HH:mm', zone: 'UTC' } as Template, '1/10/2011', '9:05')).toBe(
      '2011-10-01T09:05:00.000Z',
    );
    expect(filled({ $date: '{a}' }, '2011-10-01')).toBe('2011-10-01');
    expect(filled({ $date: '{a}', format: 'dd/MM/yyyy' }, '1/10/2011')).toBe('2011-10-01');
  });

  test('are told apart when they are none', () => {
    const due = { due: [{ $time: '{a}', format: 'dd/MM/yyyy HH:mm' }] };
    expect(leftOf(fill(due, 'soon'))).toEqual({
      type: 'NotA',
      what: 'time',
      field: 'due/0',
      format: 'dd/MM/yyyy HH:mm',
      found: 'soon',
    });
    expect(leftOf(fill({ on: { $date: '{a}' } }, '2011-02-30'))).toEqual({
      type: 'NotA',
      what: 'date',
      field: 'on',
      format: 'iso',
      found: '2011-02-30',
    });
  });
});

describe('periods', () => {
  test('are those in which a moment falls, on the organisation’s calendar', () => {
    expect(filled({ $period: '{a}', cadence: 'month' }, '2026-10-01')).toBe('2026-10');
    expect(filled({ $period: '{a}', cadence: 'quarter' }, '2026-09-30T22:30:00Z')).toBe('2026-Q4');
    const abroad: Template = {
      $period: '{a}',
      cadence: 'quarter',
      format: 'dd.MM.yyyy HH:mm',
      zone: 'America/New_York' as Zone,
    };
    expect(filled(abroad, '30.09.2026 17:59')).toBe('2026-Q3');
    expect(filled(abroad, '30.09.2026 18:00')).toBe('2026-Q4');
  });

  test('are told apart when there is no moment', () => {
    expect(leftOf(fill({ period: { $period: '{a}', cadence: 'month', format: 'dd.MM.yyyy' } }, 'soon'))).toEqual({
      type: 'NotA',
      what: 'time',
      field: 'period',
      format: 'dd.MM.yyyy',
      found: 'soon',
    });
  });
});

describe('optional fields', () => {
  const template: Template = { kept: '{a}', left: { $optional: { $money: '{b}' } }, list: ['x', { $optional: '{c}' }] };

  test('are left out where a column is blank', () => {
    expect(filled(template, 'x', '', ' ')).toEqual({ kept: 'x', list: ['x'] });
  });

  test('are made where it is not', () => {
    expect(filled(template, 'x', '1', 'y')).toEqual({
      kept: 'x',
      left: { minor: 100, currency: 'EUR' },
      list: ['x', 'y'],
    });
  });

  test('are still wrong where they are wrong', () => {
    expect(leftOf(fill(template, 'x', 'much', ''))).toEqual({
      type: 'NotAnAmount',
      field: 'left',
      found: 'much',
      cause: { type: 'NotDecimal', text: 'much' },
    });
  });

  test('are left out where a lookup finds nothing, at any depth', () => {
    expect(filled({ sheet: { $optional: { name: ['{nobody.name}'] } } })).toEqual({ sheet: undefined });
    expect(Object.keys(filled({ sheet: { $optional: { name: ['{nobody.name}'] } } }) as object)).toEqual([]);
  });

  test('a format with braces names no column', () => {
    const dated: Template = { $optional: { $date: '{a}', format: '{yyyy}-MM-dd' } };
    expect(filled(dated, '{2011}-10-01')).toBe('2011-10-01');
    const month: Template = { $optional: { $period: '{a}', cadence: 'month', format: '{yyyy}-MM-dd' } };
    expect(filled(month, '{2011}-10-01')).toBe('2011-10');
  });

  test('a constant is always there', () => {
    expect(filled({ $optional: 'x' })).toBe('x');
  });
});

test('lists and objects end at the first thing that cannot be made', () => {
  expect(leftOf(fill(['{a}', { $integer: '{b}' }], 'x', 'y'))).toMatchObject({ what: 'integer', field: '1' });
  expect(leftOf(fill({ a: '{a}', b: { $integer: '{b}' } }, 'x', 'y'))).toMatchObject({ what: 'integer' });
});

test('LAW-38: field names that objects have anyway are fields like others', () => {
  const names = JSON.parse('{"__proto__": {"polluted": "{a}"}, "constructor": "{a}", "toString": "{a}"}') as Template;
  const made = filled(names, 'x') as object;
  expect(Object.keys(made)).toEqual(['__proto__', 'constructor', 'toString']);
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});
