import { describe, expect, test } from 'vitest';
import { widthOf } from '../src/render/width.js';
import { sandbox } from './support/sandbox.js';
import { imported, visits } from './support/visits.js';

describe('for people', () => {
  const questions = [
    ['funnel', '--by', 'source'],
    ['funnel', '--by', 'custodian'],
    ['funnel', '--by', 'month'],
    ['ownership'],
    ['ownership', '--customer', 'ann'],
    ['history', 'customer-ann'],
    ['explain', 'funnel', 'prospect'],
    ['replay'],
  ];

  test.each([80, 120])('every answer fits %d columns, in both languages', async (columns) => {
    const { runWith } = await imported();
    for (const args of questions) {
      for (const language of ['en', 'zh']) {
        const { code, out } = await runWith({ columns }, '--lang', language, ...args);
        expect(code).toBe(0);
        for (const line of out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
      }
    }
  });

  test('names, not ids, in the language of the reader, on the organisation’s clock', async () => {
    const { run } = await imported();
    const { out } = await run('funnel', '--by', 'source', '--as-of', '2025-05-01');
    expect(out).toContain(
      'As of 2025-05-01 00:00:00 (Europe/Amsterdam), as known at position 23; playbook dealership@',
    );
    expect(out).toContain('Collected 4: 0 pending, 0 rejected, 0 accepted, 4 entered. Journeys: 4.');
    expect(out).toMatch(/│ Prospect → Shopper │ +2 │ +4 │ +0 │ 50\.0 % │ 20\.0 % /);
    expect(out).toMatch(/│ lost +│ the gone │ +1 │/);
    expect(out).toMatch(/│ the street │ +4 │/);
    const chinese = await run('--lang', 'zh', 'funnel', '--by', 'source');
    expect(chinese.out).toMatch(/│ 流失 +│ gone了 │ +1 │/);
    expect(chinese.out).toMatch(/│ 潜在客户 +│ +4 │/);
  });

  test('custody says how and why it began', async () => {
    const { run } = await imported();
    const { out } = await run('ownership', '--customer', 'ann');
    expect(out).toMatch(/│ 2025-03-01 11:00:00 │ 2025-03-02 11:00:00 │ s1 +│ at entry +│ +│ +2 │/);
    expect(out).toMatch(/│ 2025-03-02 11:00:00 │ +│ s2 +│ transferred │ the moved │ +4 │/);
  });

  test('a history is cut short where it is long, and never in JSON', async () => {
    const long = {
      ...visits,
      'visits.csv': visits['visits.csv'].replace('ann', `a${'n'.repeat(200)}`),
    };
    const { run, json } = await sandbox(long);
    await json('import', 'visits.json');
    const stream = `customer-a${'n'.repeat(200)}`;
    expect((await run('history', stream)).out).toContain('…');
    expect(JSON.stringify(await json('history', stream))).toContain('n'.repeat(200));
  });

  test('a long receipt is cut short, and says how much is left', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `c${i},2025-03-01T10:00:00Z,come,s1,`);
    const { run, json } = await sandbox({
      ...visits,
      'visits.csv': ['who,at,what,seller,amount', ...lines].join('\n'),
    });
    await json('import', 'visits.json');
    const { out } = await run('explain', 'funnel', 'prospect');
    expect(out).toContain('Reached, Prospect: 60, each by one of these events.');
    expect(out).toContain('… and 10 more; --json lists all of them.');
    expect(out.match(/│ c\d+ /g)).toHaveLength(50);
  });

  test('nothing in the data reaches the terminal as a command to it', async () => {
    const { run, json, write } = await sandbox(visits);
    const evil = JSON.stringify(visits['visits.json'])
      .replace('no. {who}', '\\u001b[2J\\u009b{who}')
      .replaceAll('the gone', '\\u001b]0;x\\u0007');
    await write({ 'visits.json': evil });
    await json('import', 'visits.json');
    for (const args of questions) {
      const { out } = await run(...args);
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    expect((await run('history', 'customer-ann')).out).toContain('\\u009b');
  });
});
