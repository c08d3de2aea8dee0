import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bar } from '../src/render/bar.js';
import { jsonOf } from '../src/render/json.js';
import { unwatched, watchOn } from '../src/render/progress.js';
import { drawTable } from '../src/render/table.js';
import { printable, widthOf } from '../src/render/width.js';
import { wrapped } from '../src/render/wrap.js';
import { textsOf } from '../src/texts/index.js';

describe('widths', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['客户', 4],
    ['，。', 4],
    ['e\u0301', 1],
    ['→ –…│█', 6],
    ['👩‍🌾', 2],
    ['🇨🇳', 2],
    ['ｱ', 1],
    ['Ａ', 2],
    ['한국', 4],
    ['𠮷', 2],
    ['สวัสดี', 4],
  ])('"%s" takes %d columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

test('control characters are shown as escapes, and nothing else is changed', () => {
  expect(printable('a\u0000\n\u001b\u0085\u200b\u2028\u{e0041}z 客')).toBe(
    'a\\u0000\\u000a\\u001b\\u0085\\u200b\\u2028\\u{e0041}z 客',
  );
});

describe('wrapping', () => {
  test.each<[string, number, ReadonlyArray<string>]>([
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 100, ['one two three']],
    ['PurchaseDecided', 10, ['Purchase', 'Decided']],
    ['{"a":1,"bc":"d"}', 8, ['{"a":1,', '"bc":', '"d"}']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['客户负责人', 4, ['客户', '负责', '人']],
    ['2025-08-18 20:57:26', 10, ['2025-08-18', '20:57:26']],
    ['', 5, ['']],
    ['客', 1, ['客']],
  ])('"%s" at %d', (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  test('no line is too wide, and nothing but blanks is lost', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '客', ' ', ',', '👩‍🌾', 'é'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (given, width) => {
        const lines = wrapped(given, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      }),
    );
  });
});

describe('bars', () => {
  test.each([
    [10, 10, 4, '████'],
    [5, 10, 4, '██'],
    [1, 16, 2, '▏'],
    [1, 1_000_000, 4, '▏'],
    [0, 10, 4, ''],
    [-1, 10, 4, ''],
    [3, 0, 4, ''],
    [3, 32, 4, '▍'],
  ])('%d of %d in %d columns', (value, most, width, drawn) => {
    expect(bar(value, most, width)).toBe(drawn);
  });
});

describe('tables', () => {
  const linesOf = (text: string): ReadonlyArray<string> => text.trimEnd().split('\n');

  test('put figures to the right, words to the left, and bars where there is room', () => {
    const spec = {
      head: ['Who', 'Count'],
      rows: [
        ['ann', 10],
        ['客户', 5],
      ] as const,
      bars: [10, 5],
    };
    expect(drawTable(spec, 32)).toBe(
      [
        '┌──────┬───────┬───────────────┐',
        '│ Who  │ Count │               │',
        '├──────┼───────┼───────────────┤',
        '│ ann  │    10 │ █████████████ │',
        '│ 客户 │     5 │ ██████▌       │',
        '└──────┴───────┴───────────────┘',
        '',
      ].join('\n'),
    );
    expect(linesOf(drawTable(spec, 26))[0]).toBe('┌──────┬───────┐');
  });

  test('have lines of one width, within the terminal, whatever is in them', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'B', ' ', '客', '\u001b', 'é'), maxLength: 60 }),
      fc.nat(),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 72, max: 140 }), fc.boolean(), (given, columns, barred) => {
        const bars = barred ? { bars: given.map((_, i) => i) } : {};
        const lines = linesOf(drawTable({ head: ['a', '客户', 'a long heading', ''], rows: given, ...bars }, columns));
        const widths = new Set(lines.map(widthOf));
        expect(widths.size).toBe(1);
        expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('never break figures, and words only where nothing else helps', () => {
    const drawn = drawTable({ head: ['Name of it', 'Count'], rows: [['Field prospecting', 1_234_567_890]] }, 32);
    expect(linesOf(drawn)).toEqual([
      '┌─────────────┬────────────┐',
      '│ Name of it  │      Count │',
      '├─────────────┼────────────┤',
      '│ Field       │ 1234567890 │',
      '│ prospecting │            │',
      '└─────────────┴────────────┘',
    ]);
    expect(drawTable({ head: ['Name of it', 'Count'], rows: [['Field prospecting', 1_234_567_890]] }, 25)).toContain(
      '│ Field pr │',
    );
  });

  test('without rows have a head', () => {
    expect(linesOf(drawTable({ head: ['a'], rows: [] }))).toHaveLength(4);
  });
});

test('JSON shows maps as objects and loses no key', () => {
  const map = new Map([
    ['__proto__', 1],
    ['constructor', 2],
    ['112', 3],
  ]);
  const text = jsonOf({ map, list: [1] });
  expect(text.endsWith('}\n')).toBe(true);
  expect(Object.entries((JSON.parse(text) as { map: object }).map).sort()).toEqual([
    ['112', 3],
    ['__proto__', 1],
    ['constructor', 2],
  ]);
  expect(({} as { [key: string]: unknown })['1']).toBeUndefined();
});

describe('progress', () => {
  const texts = textsOf('en');
  const io = { out: () => undefined, err: () => undefined, env: {}, cwd: '/' };

  test('is drawn on a terminal, and cleared away', () => {
    const written: Array<string> = [];
    const stream = Object.assign(Object.create(process.stderr), {
      isTTY: true,
      columns: 80,
      write: (text: string) => written.push(text),
    }) as NodeJS.WriteStream;
    const progress = watchOn({ ...io, progress: stream }, texts.words)('importing', 10);
    progress.at(5);
    progress.end();
    expect(written.join('')).toContain('Importing');
  });

  test('is silent where nobody watches, and for no work at all', () => {
    expect(watchOn(io, texts.words)).toBe(unwatched);
    const stream = Object.create(process.stderr, {
      write: { value: () => expect.unreachable('nothing is drawn') },
    }) as NodeJS.WriteStream;
    const progress = watchOn({ ...io, progress: stream }, texts.words)('importing', 0);
    expect([progress.at(1), progress.end()]).toEqual([undefined, undefined]);
  });
});
