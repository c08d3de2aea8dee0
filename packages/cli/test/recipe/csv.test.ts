import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { readTable, type Table } from '../../src/recipe/csv.js';
import { unwatched } from '../../src/render/progress.js';
import { sandbox } from '../support/sandbox.js';

const read = async (content: string | Uint8Array) => {
  const { path } = await sandbox({ 'data.csv': content });
  return readTable({ file: path('data.csv'), name: 'data.csv', path: 'files/0/path' }, unwatched);
};

const tableOf = async (content: string | Uint8Array): Promise<Table> => {
  const table = await read(content);
  if (E.isLeft(table)) throw new Error(JSON.stringify(table.left));
  return table.right;
};

const faultOf = async (content: string | Uint8Array) => {
  const table = await read(content);
  if (E.isRight(table)) throw new Error('it was read');
  return table.left;
};

describe('rows and the lines they begin on', () => {
  test.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('with %s, empty lines and line breaks inside quotes', async (_, eol) => {
    const lines = ['a,b', '1,"x', '', 'y"', '', '2,z', '', '', '"3",""'];
    const { rows } = await tableOf(lines.join(eol) + eol);
    expect(rows).toEqual([
      { line: 2, cells: ['1', `x${eol}${eol}y`] },
      { line: 6, cells: ['2', 'z'] },
      { line: 9, cells: ['3', ''] },
    ]);
  });

  test('with line ends of more than one kind, and none at the end', async () => {
    const { rows } = await tableOf('a,b\r\n1,2\n3,4\r5,6');
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
    ]);
  });

  test('count from the first line also where the header comes later', async () => {
    const { rows, columns } = await tableOf('\n\na,b\n1,2\n');
    expect([...columns.keys()]).toEqual(['a', 'b']);
    expect(rows).toEqual([{ line: 4, cells: ['1', '2'] }]);
  });

  test('whatever is in the cells, every row is read back with its line', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', '顾', '='), maxLength: 6 });
    const row = fc.tuple(cell, cell).filter(([a, b]) => a !== '' || b !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (cells) => {
        const quoted = cells.map((each) => each.map((text) => `"${text.replaceAll('"', '""')}"`).join());
        const { rows } = await tableOf(['x,y', ...quoted].join('\n'));
        let line = 2;
        const expected = cells.map((each) => {
          const begins = line;
          line += 1 + each.join('').split('\n').length - 1;
          return { line: begins, cells: each };
        });
        expect(rows).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('a byte order mark is no part of the first column', async () => {
    const { columns, rows } = await tableOf('\ufeffa,b\n1,"2"\n');
    expect([...columns]).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(rows).toEqual([{ line: 2, cells: ['1', '2'] }]);
  });

  test('rows of another width stand apart, with what was found and expected', async () => {
    const { rows, bad } = await tableOf('a,b\n1,2\n1\n"x\ny",2,3\n4,5\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 6]);
    expect(bad).toEqual([
      { line: 3, found: 1, expected: 2 },
      { line: 4, found: 3, expected: 2 },
    ]);
  });

  test('a header alone is a table without rows', async () => {
    expect(await tableOf('a,b')).toMatchObject({ rows: [], bad: [] });
  });
});

describe('files that are no CSV', () => {
  test.each([
    ['nothing at all', '', 1, 'noHeader'],
    ['empty lines only', '\n\n', 1, 'noHeader'],
    ['a byte order mark only', '\ufeff', 1, 'noHeader'],
    ['a quote that is never closed', 'a,b\n1,2\n\n3,"4\n5,6\n', 4, 'openQuote'],
    ['a quote in the middle of a cell', 'a,b\n1,x"2"\n', 2, 'strayQuote'],
    ['text after a closing quote', 'a,b\n1,2\n3,"4"x\n', 3, 'textAfterQuote'],
  ])('%s', async (_, content, row, fault) => {
    expect(await faultOf(content)).toMatchObject({ type: 'DataFileUnreadable', row, fault });
  });

  test('two columns of one name', async () => {
    expect(await faultOf('a,b,a\n1,2,3\n')).toMatchObject({ row: 1, fault: 'doubledColumn', column: 'a' });
  });

  test('text that is not UTF-8, with the line', async () => {
    const latin1 = Buffer.concat([Buffer.from('a,b\n1,2\n3,caf'), Buffer.from([0xe9]), Buffer.from('\n4,5\n')]);
    expect(await faultOf(latin1)).toMatchObject({ row: 3, fault: 'notUtf8' });
    expect(await faultOf(Buffer.from('\ufeffa,b\n', 'utf16le'))).toMatchObject({ row: 1, fault: 'notUtf8' });
  });

  test('a file that is not there, or a folder', async () => {
    const { path, folder } = await sandbox();
    for (const file of [path('none.csv'), folder]) {
      const table = await readTable({ file, name: 'none.csv', path: 'files/2/path' }, unwatched);
      expect(table).toMatchObject({ left: { type: 'DataFileMissing', file, path: 'files/2/path' } });
    }
  });
});

test('the reading is watched to the last thousand rows, and the watching ends', async () => {
  const { path } = await sandbox({ 'data.csv': `a\n${'1\n'.repeat(2_500)}` });
  const seen: Array<unknown> = [];
  await readTable({ file: path('data.csv'), name: 'data.csv', path: '' }, (work, total) => {
    seen.push([work, total]);
    return { at: (done) => seen.push(done), end: () => seen.push('end') };
  });
  expect(seen).toEqual([['reading', 5_002], 2_000, 4_000, 'end']);
});
