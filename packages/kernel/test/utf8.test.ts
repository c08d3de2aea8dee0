import { utf8Length } from '@millrace/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('the length of a text in UTF-8 is that of its bytes', () => {
  fc.assert(
    fc.property(fc.uint16Array({ maxLength: 20 }), (units) => {
      const text = String.fromCharCode(...units);
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  '',
  'a',
  '\u007f',
  '\u0080',
  '\u07ff',
  '\u0800',
  '\uffff',
  '\u{10000}',
  '\u{10ffff}',
  '\ud800',
  '\udbffx',
  '\udfff',
  'x\ud800',
  '\ud800\ud800\udc00',
])('of %j too', (text) => {
  expect(utf8Length(text)).toBe(Buffer.byteLength(text));
});
