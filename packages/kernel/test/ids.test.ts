import { BusinessId, CommandId, EventId, kindOf, MAX_ID_BYTES, StreamId, streamId, Tenant } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const accepts = (
  codec: { is: (value: unknown) => boolean },
  yes: ReadonlyArray<unknown>,
  no: ReadonlyArray<unknown>,
) => {
  expect(yes.filter((one) => !codec.is(one))).toEqual([]);
  expect(no.filter((one) => codec.is(one))).toEqual([]);
};

test('S13: a tenant is of small letters, digits and underscores', () => {
  accepts(
    Tenant,
    ['a', '0', '_', 'acme_1', 'a'.repeat(64)],
    ['', 'a'.repeat(65), 'A', 'a.b', 'a-b', 'a$', 'é', 'a\n', 7],
  );
});

describe('REL-8: the name of a stream', () => {
  test('is of a kind and an id', () => {
    accepts(
      StreamId,
      ['a-b', `${'k'.repeat(64)}-x`, 'k_1--', 'k- ', 'k-__proto__', 'k-王丽', 'customer-a-b'],
      ['', 'a', '-b', 'a-', 'A-b', 'a.b-c', 'é-x', `${'k'.repeat(65)}-x`, 'a-\u0000', 'a-x\u0000y', 'a-\ud800', 7],
    );
  });

  test('has an id of at most 256 bytes of UTF-8', () => {
    expect(MAX_ID_BYTES).toBe(256);
    for (const [letter, bytes] of [
      ['x', 1],
      ['é', 2],
      ['王', 3],
      ['😂', 4],
    ] as const) {
      const most = letter.repeat(Math.floor(256 / bytes)) + 'x'.repeat(256 % bytes);
      accepts(StreamId, [`kind-${most}`], [`kind-${most}x`]);
      accepts(BusinessId, letter === '😂' ? [] : [most], [`${most}x`]);
    }
  });

  test('is made of kind and id, and gives the kind back', () => {
    const ids = fc.string({ minLength: 1, maxLength: 60 }).filter((id) => !id.includes('\u0000'));
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9_]{1,64}$/), ids, (kind, id) => {
        const stream = streamId(kind, id);
        expect(stream).toBe(`${kind}-${id}`);
        expect(kindOf(stream)).toBe(kind);
      }),
    );
  });

  test.each([
    ['', 'x'],
    ['a-b', 'x'],
    ['Kind', 'x'],
    ['kind', ''],
    ['kind', '\u0000'],
    ['kind', 'x'.repeat(257)],
  ])('is a defect of kind %j and id %j', (kind, id) => {
    expect(() => streamId(kind, id)).toThrow(RangeError);
  });
});

test('the id of a command or an event is a lower-case UUID', () => {
  for (const codec of [CommandId, EventId]) {
    accepts(
      codec,
      [
        '0193600d-7e10-7c0e-9b6e-2f8a5d1c4b3a',
        '0193600d-7e10-1c0e-ab6e-2f8a5d1c4b3a',
        'ffffffff-ffff-8fff-bfff-ffffffffffff',
      ],
      [
        '',
        '0193600D-7E10-7C0E-9B6E-2F8A5D1C4B3A',
        '0193600d-7e10-0c0e-9b6e-2f8a5d1c4b3a',
        '0193600d-7e10-9c0e-9b6e-2f8a5d1c4b3a',
        '0193600d-7e10-7c0e-7b6e-2f8a5d1c4b3a',
        '0193600d-7e10-7c0e-cb6e-2f8a5d1c4b3a',
        '0193600d7e107c0e9b6e2f8a5d1c4b3a',
        ' 0193600d-7e10-7c0e-9b6e-2f8a5d1c4b3a',
        '0193600d-7e10-7c0e-9b6e-2f8a5d1c4b3a\n',
        '00000000-0000-0000-0000-000000000000',
      ],
    );
  }
});

describe('an id of the business', () => {
  test('is of letters and digits of any script, and a few signs', () => {
    accepts(
      BusinessId,
      ['a', '7', '王丽', 'ä', 'e\u0301', '٣', 'a.b_c:d@e+f-g', 'toString', 'x'.repeat(256)],
      [
        '',
        '_a',
        '__proto__',
        '.',
        '-1',
        '+1',
        '@a',
        '=1+1',
        'a b',
        'a\tb',
        'a\u0000',
        'a\n',
        'a/b',
        'a"b',
        "a'b",
        '\u0301',
        'a\ud800',
        '😂',
        'a\u200bb',
        'x'.repeat(257),
        7,
      ],
    );
  });

  test('can always name a stream', () => {
    const ids = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }).filter((id) => BusinessId.is(id));
    fc.assert(
      fc.property(ids, (id) => {
        expect(StreamId.is(`some-${id}`)).toBe(true);
      }),
    );
  });
});
