import { BusinessId, type CommandId, type Currency, type StreamId } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../src/failure.js';
import type { Rejection } from '../src/recipe/import.js';
import { en } from '../src/texts/en/index.js';
import { LANGUAGES, textsOf } from '../src/texts/index.js';
import { sayFailure, sayRejection } from '../src/texts/say.js';
import type { Texts } from '../src/texts/texts.js';
import { zh } from '../src/texts/zh/index.js';

/** The text of every leaf, by its keys. */
const leaves = (value: object, path = ''): ReadonlyArray<readonly [string, string]> =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${path}/${key}`, inner] as const] : leaves(inner as object, `${path}/${key}`),
  );

const placeholders = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe('both languages', () => {
  const inChinese = new Map(leaves(zh));

  test('say the same things, with the same figures in them', () => {
    for (const [path, text] of leaves(en)) {
      const other = inChinese.get(path);
      expect(other, path).toBeDefined();
      if (!path.startsWith('/usage')) {
        expect(placeholders(other ?? ''), path).toEqual(placeholders(text));
      }
      expect(text.trim().length, path).toBeGreaterThan(0);
    }
  });

  test('tell each refusal in one place: two modules mean the same by one name', () => {
    const told = [en.refusals, en.performanceRefusals, en.projectRefusals].flatMap((texts) => Object.keys(texts));
    expect(told.filter((type, i) => told.indexOf(type) < i)).toEqual([]);
  });

  test('are languages: the Chinese one is Chinese', () => {
    const strange = leaves(zh).filter(([path, text]) => {
      const said = text.replaceAll(/\{\w+\}/g, '');
      return /[a-z]/i.test(said) && !/\p{Script=Han}/u.test(said) && !path.startsWith('/forms');
    });
    expect(strange).toEqual([]);
  });
});

/** One of every failure, with values as the program makes them. */
const failures: { readonly [Type in Failure['type']]: Extract<Failure, { readonly type: Type }> } = {
  RecipeMissing: { type: 'RecipeMissing', file: 'r.json', message: 'ENOENT' },
  RecipeNotJson: { type: 'RecipeNotJson', file: 'r.json', message: 'at position 7' },
  BadRecipe: { type: 'BadRecipe', file: 'r.json', path: 'files/0', expected: 'NonEmptyString', found: 'nothing' },
  PlaybookRefused: { type: 'PlaybookRefused', file: 'x.db', refusal: { type: 'DoubledTerm', list: 'lost', id: 'a' } },
  DataFileMissing: { type: 'DataFileMissing', file: 'a.csv', path: 'files/0/path', message: 'ENOENT' },
  DataFileUnreadable: { type: 'DataFileUnreadable', file: 'a.csv', row: 7, fault: 'doubledColumn', column: 'who' },
  ColumnMissing: { type: 'ColumnMissing', file: 'a.csv', column: 'x', path: 'files/0/time', columns: ['who', 'at'] },
  LookupKeyDoubled: { type: 'LookupKeyDoubled', file: 'a.csv', row: 7, key: 'k' },
  LookupRowUnreadable: { type: 'LookupRowUnreadable', file: 'a.csv', row: 7, expected: 2, found: 1 },
  GroupedRowUnreadable: { type: 'GroupedRowUnreadable', file: 'a.csv', row: 7, expected: 2, found: 1 },
  RejectedFileUnwritable: { type: 'RejectedFileUnwritable', file: 'r.rejected.csv', message: 'EACCES' },
  InvalidDefinition: {
    type: 'InvalidDefinition',
    file: 'x.db',
    cause: { type: 'Mismatch', path: 'windowDays', expected: 'SafeInteger', found: '-1' },
  },
  AnotherPlaybook: { type: 'AnotherPlaybook', file: 'x.db', inForce: 'dealership@1', wanted: 'dealership@2' },
  DemoTurnedDown: {
    type: 'DemoTurnedDown',
    file: 'x.db',
    cause: { type: 'Refused', command: 'CollectProspect', refusal: { type: 'CustomerAlreadyCollected' } },
  },
  BadOption: { type: 'BadOption', option: '--as-of', expected: '2026-11-24', found: 'soon' },
  StreamUnknown: { type: 'StreamUnknown', file: 'x.db', stream: 'customer-9' },
  PlaybookFileMissing: { type: 'PlaybookFileMissing', file: 'p.json', message: 'ENOENT' },
  PlaybookNotJson: { type: 'PlaybookNotJson', file: 'p.json', message: 'at position 7' },
  BadPlaybook: { type: 'BadPlaybook', file: 'p.json', path: 'zone', expected: 'Zone', found: 'nothing' },
  VersionUnknown: { type: 'VersionUnknown', file: 'x.db', version: 'a@0123456789abcdef' },
  NoProjects: { type: 'NoProjects', file: 'x.db' },
  TemplateNeeded: { type: 'TemplateNeeded', file: 'x.db', templates: ['a', 'b'] },
  NoSuchTemplate: { type: 'NoSuchTemplate', file: 'x.db', template: 'c', templates: ['a', 'b'] },
  ProjectUnknown: { type: 'ProjectUnknown', file: 'x.db', project: 'p7' },
  CustomerUnknown: { type: 'CustomerUnknown', file: 'x.db', customer: '9' },
  PersonUnknown: { type: 'PersonUnknown', file: 'x.db', person: 'eve' },
  UnitUnknown: { type: 'UnitUnknown', file: 'x.db', unit: 'west' },
  PeriodNotOpened: { type: 'PeriodNotOpened', file: 'x.db', period: '2026-11' },
  NotAPeriod: { type: 'NotAPeriod', file: 'x.db', label: '2026-13' },
  UnknownZone: { type: 'UnknownZone', file: 'x.db', zone: 'Mars/Base' },
  PledgeUnknown: { type: 'PledgeUnknown', file: 'x.db', pledge: '2026-11/eve' },
  EarlierNotSettled: { type: 'EarlierNotSettled', file: 'x.db', period: '2026-10' },
  Refused: {
    type: 'Refused',
    file: 'x.db',
    command: 'CutOffPeriod',
    refusal: { type: 'NotPermitted', ...{ role: 'seller', command: 'CutOffPeriod' } },
  },
  NotMinorUnits: { type: 'NotMinorUnits', file: 'x.db', value: 0.5 },
  UnknownCurrency: { type: 'UnknownCurrency', file: 'x.db', code: 'XXY' },
  CurrencyMismatch: { type: 'CurrencyMismatch', file: 'x.db', left: 'CNY' as Currency, right: 'USD' as Currency },
  AmountOutOfRange: { type: 'AmountOutOfRange', file: 'x.db', currency: 'CNY' as Currency, amount: '9'.repeat(20) },
  NotDecimal: { type: 'NotDecimal', file: 'x.db', text: '1,5' },
  TooManyDecimals: { type: 'TooManyDecimals', file: 'x.db', text: '1.505', limit: 2 },
  UnknownStage: { type: 'UnknownStage', stage: 'shoper', stages: ['prospect', 'shopper'] },
  NodeTooOld: { type: 'NodeTooOld', version: '20.1.0', message: 'old' },
  FileMissing: { type: 'FileMissing', file: 'x.db' },
  NotAMillraceDatabase: { type: 'NotAMillraceDatabase', file: 'x.db', message: 'no database' },
  NewerSchema: { type: 'NewerSchema', file: 'x.db', schema: 9, newest: 1 },
  DatabaseLocked: { type: 'DatabaseLocked', file: 'x.db', message: 'locked' },
  CannotOpen: { type: 'CannotOpen', file: 'x.db', message: 'no room' },
  NoPlaybookPublished: { type: 'NoPlaybookPublished', file: 'x.db' },
  CorruptHistory: {
    type: 'CorruptHistory',
    file: 'x.db',
    stream: 'customer-9',
    revision: 3,
    position: 7,
    cause: { type: 'Mismatch', path: 'data/to', expected: 'Term', found: 'nothing' },
  },
  Unavailable: { type: 'Unavailable', file: 'x.db', reason: 'locked', message: 'busy' },
  StoreDamaged: { type: 'StoreDamaged', file: 'x.db', message: 'malformed' },
  OutcomeUnknown: { type: 'OutcomeUnknown', file: 'x.db', message: 'no answer' },
  Unsupported: { type: 'Unsupported', file: 'x.db', capability: 'multiStream' },
  AppendRefused: { type: 'AppendRefused', file: 'x.db', reason: 'tooManyEvents', limit: 1000, actual: 1001 },
  Contended: { type: 'Contended', file: 'x.db', stream: 'customer-9' as StreamId, attempts: 20 },
  CommandReused: {
    type: 'CommandReused',
    file: 'x.db',
    commandId: 'c-1' as CommandId,
    stream: 'customer-9' as StreamId,
  },
  InvalidCommand: { type: 'InvalidCommand', file: 'x.db', command: 'X', cause: { type: 'UnknownCommand', name: 'X' } },
  InvalidAsk: { type: 'InvalidAsk', file: 'x.db', field: 'actor', found: '' },
  NotJson: { type: 'NotJson', file: 'x.db', event: 'X', reason: 'tooDeep', path: ['data', 0, 'note'] },
  EventTooLarge: { type: 'EventTooLarge', file: 'x.db', event: 'X', limit: 10, actual: 11 },
};

/** One of everything that a row can be rejected for. */
const rejections: ReadonlyArray<Rejection['cause']> = [
  { type: 'ColumnCount', expected: 5, found: 4 },
  { type: 'NothingFound', column: 'people.name' },
  { type: 'NotA', what: 'integer', field: 'revenue/0/weight', found: 'much' },
  { type: 'NotA', what: 'slug', field: 'person', found: '&' },
  ...(['time', 'date'] as const).map(
    (what) => ({ type: 'NotA', what, field: 'day', format: 'dd/MM/yyyy HH:mm', found: 'soon' }) as const,
  ),
  { type: 'SlugTaken', field: 'person', slug: 'ann.lee', found: 'ann lee', other: 'ann  lee', file: 'a.csv', row: 7 },
  ...(
    [
      { type: 'NotDecimal', text: '1,5' },
      { type: 'TooManyDecimals', text: '1.505', limit: 2 },
      { type: 'AmountOutOfRange', currency: 'USD' as Currency, amount: '1e99' },
      { type: 'UnknownCurrency', code: 'XXY' },
      { type: 'BelowZero', text: '-1' },
    ] as const
  ).map((cause) => ({ type: 'NotAnAmount', field: 'revenue/0/amount', found: '1.505', cause }) as const),
  { type: 'NotASummand', column: 'price', line: 8, found: 'much' },
  { type: 'GroupDisagrees', column: 'seller', lines: [3, 8], found: 'ada', line: 8, other: 'bob' },
  { type: 'InvalidCommand', command: 'EnterCustomer', cause: { type: 'UnknownField', path: 'mood' } },
  {
    type: 'InvalidCommand',
    command: 'EnterCustomer',
    cause: { type: 'Mismatch', path: 'customer', expected: 'BusinessId', found: '"=1"' },
  },
  {
    type: 'InvalidCommand',
    command: 'SwearPledge',
    cause: { type: 'Mismatch', path: '', expected: 'PledgeName', found: '"x"' },
  },
  { type: 'InvalidAsk', field: 'effectiveAt', found: 'soon' },
  { type: 'CommandReused', commandId: 'c-1' as CommandId, stream: 'customer-9' as StreamId },
  { type: 'AppendRefused', reason: 'tooManyBytes', limit: 10, actual: 11 },
  { type: 'NotJson', event: 'X', reason: 'loneSurrogate', path: ['data', 'note'] },
  { type: 'EventTooLarge', event: 'X', limit: 10, actual: 11 },
];

const allRefusals = { ...en.refusals, ...en.performanceRefusals, ...en.projectRefusals };

/** Something for every figure that a refusal may carry. */
const figures = Object.fromEntries(
  [...new Set(Object.values(allRefusals).flatMap(placeholders))].map((name) => [name.slice(1, -1), `<${name}>`]),
);

describe.each(LANGUAGES)('in %s', (language) => {
  const texts: Texts = textsOf(language);

  test.each(Object.values(failures))('failure $type says all it knows, and leaves nothing open', (failure) => {
    const said = sayFailure(texts, failure);
    expect(said).not.toMatch(/\{\w*\}|undefined|\[object/);
    if ('file' in failure) expect(said).toContain(failure.file);
    if ('row' in failure) expect(said).toContain('7');
    if ('path' in failure) expect(said).toContain(typeof failure.path === 'string' ? failure.path : 'data/0/note');
  });

  test.each(rejections)('rejection $type says all it knows, and leaves nothing open', (cause) => {
    const said = sayRejection(texts, cause);
    expect(said).not.toMatch(/\{\w*\}|undefined|\[object/);
    for (const value of Object.values({ ...cause, type: '', what: '', commandId: '', stream: '', reason: '' })) {
      if (typeof value === 'string' || typeof value === 'number') expect(said).toContain(`${value}`);
    }
  });

  test.each(Object.keys(allRefusals))('refusal %s has words', (type) => {
    const said = sayRejection(texts, {
      type: 'Refused',
      command: 'EnterCustomer',
      refusal: { type, ...figures } as never,
    });
    expect(said).toMatch(/^EnterCustomer: \S.*/);
    expect(said).toContain(`(${type})`);
    expect(said.replaceAll(/<\{\w+\}>/g, '')).not.toMatch(/\{\w*\}|undefined/);
  });

  test('no name of a refusal has two texts', () => {
    const names = [texts.refusals, texts.performanceRefusals, texts.projectRefusals].flatMap(Object.keys);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  test('a refusal of a module that this program does not know is told by its name', () => {
    const said = sayRejection(texts, { type: 'Refused', command: 'Fly', refusal: { type: 'TooHeavy' } });
    expect(said).toBe('Fly:  (TooHeavy)');
  });
});

test('what was expected is told in words where there are some, and by its name where there are none', () => {
  const said = (expected: string) =>
    sayFailure(en, { type: 'BadRecipe', file: 'r.json', path: 'x', expected, found: '7' });
  expect(said('ReadonlyArray<RecipeFile>')).toBe('The recipe r.json is wrong at x: expected a list, found 7');
  expect(said('prospect | shopper')).toContain('expected prospect | shopper, found');
  expect(said('constructor')).toContain('expected constructor, found');
});

test('the samples above are what they claim', () => {
  expect(BusinessId.is('=1')).toBe(false);
  expect(Object.keys(failures).sort()).toEqual(Object.keys(en.failures).sort());
});
