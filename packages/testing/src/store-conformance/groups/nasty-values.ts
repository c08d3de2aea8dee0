import type { NotJson } from '@millrace/kernel';

/** A value that stores are known to change, and what becomes of it here. */
export interface NastyValue {
  readonly name: string;
  readonly value: unknown;
  /** Why no event can hold it; nothing where it must come back as it is. */
  readonly refused?: NotJson['reason'];
}

const nested = (levels: number): unknown => {
  let value: unknown = 'deep';
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { in: value };
  return value;
};

const ownKey = (key: string, value: unknown): unknown =>
  JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`);

const numbers: ReadonlyArray<NastyValue> = [
  { name: 'the largest safe integer', value: Number.MAX_SAFE_INTEGER },
  { name: 'the smallest safe integer', value: Number.MIN_SAFE_INTEGER },
  { name: 'an integer past the safe ones', value: 2 ** 53 + 2 },
  { name: 'the largest number', value: Number.MAX_VALUE },
  { name: 'the smallest number', value: Number.MIN_VALUE },
  { name: 'a number that switches to an exponent', value: 1e21 },
  { name: 'a sum that is no third', value: 0.1 + 0.2 },
  { name: 'zero', value: 0 },
  { name: 'negative zero', value: -0, refused: 'negativeZero' },
  { name: 'NaN', value: Number.NaN, refused: 'notFinite' },
  { name: 'infinity', value: Number.POSITIVE_INFINITY, refused: 'notFinite' },
  { name: 'a bigint', value: 1n, refused: 'bigint' },
];

const texts: ReadonlyArray<NastyValue> = [
  { name: 'an empty text', value: '' },
  { name: 'blanks', value: ' \t\n\r ' },
  { name: 'a NUL', value: 'a\u0000b' },
  { name: 'every control character', value: String.fromCharCode(...Array.from({ length: 32 }, (_, i) => i), 127) },
  { name: 'quotes and backslashes', value: '"\\"\\\\/\'`' },
  { name: 'a family of emoji', value: '👩‍👩‍👧‍👦' },
  { name: 'the last code point', value: '\u{10ffff}' },
  { name: 'a lone high surrogate', value: 'a\ud800', refused: 'loneSurrogate' },
  { name: 'a lone low surrogate', value: '\udc00b', refused: 'loneSurrogate' },
  { name: 'surrogates in the wrong order', value: '\udc00\ud800', refused: 'loneSurrogate' },
  { name: 'two forms of one letter', value: ['\u00e9', 'e\u0301'] },
  { name: 'a byte order mark', value: '\ufeffx' },
  { name: 'line separators', value: '\u2028\u2029\u0085' },
  { name: 'right to left', value: '\u202eabc\u202c שלום' },
  { name: 'Chinese', value: '销售业绩保证书' },
  { name: 'SQL', value: "'); DROP TABLE events; --" },
  { name: 'placeholders', value: '$1 ? :x @y %s {z} $$' },
  {
    name: 'texts that look like other values',
    value: ['null', 'true', '1e3', '007', '-0', '2030-01-01T00:00:00.000Z'],
  },
  { name: 'a long text', value: 'ab€😀'.repeat(20_000) },
];

const structures: ReadonlyArray<NastyValue> = [
  { name: 'nothing at all', value: undefined, refused: 'undefined' },
  { name: 'null', value: null },
  { name: 'false', value: false },
  { name: 'an empty array and an empty object', value: [[], {}] },
  { name: 'an array with a hole', value: new Array(3), refused: 'undefined' },
  { name: 'an empty key', value: { '': 1 } },
  { name: '__proto__ as a key', value: ownKey('__proto__', { polluted: true }) },
  { name: 'names of Object as keys', value: { constructor: 1, toString: 2, valueOf: 3, hasOwnProperty: 4 } },
  { name: 'a NUL in a key', value: { 'a\u0000b': 1, a: 2 } },
  { name: 'a lone surrogate in a key', value: { 'a\ud800': 1 }, refused: 'loneSurrogate' },
  { name: 'keys that look like numbers', value: { 10: 'ten', 9: 'nine', '01': 'one', a: 'a' } },
  { name: 'keys beyond the basic plane', value: { '\u{1f600}': 1, '\ufb33': 2, é: 3, 'e\u0301': 4 } },
  { name: 'keys of JSON paths', value: { $: 1, '$.id': 2, 'a.b': 3, '[0]': 4, '"': 5 } },
  { name: 'a thousand keys', value: Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, i])) },
  { name: 'ten thousand items', value: Array.from({ length: 10_000 }, (_, i) => i) },
  { name: 'as deep as is allowed', value: nested(62) },
  { name: 'one level deeper', value: nested(63), refused: 'tooDeep' },
  { name: 'far too deep', value: nested(5_000), refused: 'tooDeep' },
  { name: 'a date', value: new Date(0), refused: 'toJSON' },
  { name: 'a map', value: new Map([['a', 1]]), refused: 'notPlain' },
  { name: 'a function', value: () => 1, refused: 'function' },
  { name: 'a symbol', value: Symbol('a'), refused: 'symbol' },
];

/** @source trust.md REL-9 */
export const nastyValues: ReadonlyArray<NastyValue> = [...numbers, ...texts, ...structures];

/** Names of streams that a careless collation, pattern, quote or key would mix up; all different. */
export const nastyNames: ReadonlyArray<string> = [
  '__proto__',
  'constructor',
  'A',
  'a',
  'a ',
  ' a',
  'a-b',
  'a%',
  'a_',
  'a*',
  "a'; --",
  'a"b',
  'a\\b',
  'a/../b',
  'i',
  'I',
  'ı',
  'İ',
  'ß',
  'ss',
  '\u00e9',
  'e\u0301',
  '😀',
  '\u2028',
  '\ufeff',
  '\u0001',
  '1',
  '01',
  '1.0',
  'null',
];
