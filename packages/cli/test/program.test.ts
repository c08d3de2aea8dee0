import { describe, expect, test } from 'vitest';
import { EXIT } from '../src/failure.js';
import { en } from '../src/texts/en/index.js';
import { zh } from '../src/texts/zh/index.js';
import { sandbox } from './support/sandbox.js';
import { visits } from './support/visits.js';

const commands = ['demo', 'import', 'funnel', 'ownership', 'history', 'explain', 'replay'] as const;

describe('help', () => {
  test.each([
    ['en', en],
    ['zh', zh],
  ])('in %s names every command, and every exit code', async (language, { help }) => {
    const { run } = await sandbox();
    const { code, out, err } = await run('--lang', language, '--help');
    expect([code, err]).toEqual([0, '']);
    const text = out.replaceAll(/\s+/g, '');
    for (const command of commands) expect(text).toContain(command + (command === 'explain' ? '' : '[options]'));
    for (const command of commands) expect(text).toContain(help[command].replaceAll(/\s+/g, ''));
    for (const exit of Object.values(EXIT)) expect(out).toMatch(new RegExp(`^ {2}${exit} {2}\\S`, 'm'));
  });

  test.each([...commands.map((name) => [name]), ['explain', 'funnel']])('of %s %s', async (...args) => {
    const { run } = await sandbox();
    const { code, out } = await run(...args.filter(Boolean), '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: millrace /);
    const chinese = await run(...args.filter(Boolean), '--help', '--lang=zh');
    expect(chinese.out).toMatch(/^用法： millrace /);
    expect(chinese.out).toContain('显示帮助');
  });

  test('is as wide as the terminal', async () => {
    const { runWith } = await sandbox();
    const widest = async (columns: number) => {
      const { out } = await runWith({ columns }, 'funnel', '--help');
      return Math.max(...out.split('\n').map((line) => line.length));
    };
    expect(await widest(60)).toBeLessThanOrEqual(60);
    expect(await widest(120)).toBeGreaterThan(80);
  });

  test('the version is the package’s', async () => {
    const { run } = await sandbox();
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a wrong command line ends with 2, says what is wrong, and does nothing', () => {
  test.each<[ReadonlyArray<string>, RegExp, RegExp]>([
    [['funnel', '--bad'], /unknown option '--bad'/, /^没有选项 --bad\n/],
    [['funel'], /unknown command 'funel'[\s\S]*Did you mean funnel/, /^没有命令 funel\n/],
    [['import'], /missing required argument 'recipe'/, /^缺少参数 recipe\n/],
    [['import', 'a', 'b'], /too many arguments/, /^参数过多\n/],
    [['funnel', '--db'], /option '--db <file>' argument missing/, /^选项 --db <file> 缺少参数\n/],
    [['funnel', '--by', 'x'], /Allowed choices are custodian, source, month/, /可选：custodian, source, month\n/],
    [
      ['explain', 'funnel', 'a', '--measure', 'x'],
      /Allowed choices are reached, touched, current, visits, skipped/,
      /可选/,
    ],
  ])('%j', async (args, english, chinese) => {
    const { run } = await sandbox(visits);
    const said = await run(...args);
    expect([said.code, said.out]).toEqual([2, '']);
    expect(said.err).toMatch(english);
    expect(said.err).toMatch(/\(millrace --help says more\)\n$/);
    expect((await run('--lang', 'zh', ...args)).err).toMatch(chinese);
  });

  test('no command, or half of one, gets the help', async () => {
    const { run } = await sandbox();
    for (const args of [[], ['explain']]) {
      const { code, out, err } = await run(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^Usage: millrace /);
      expect(err).not.toContain('says more');
    }
  });

  test('a language that there is not', async () => {
    const { run } = await sandbox();
    expect(await run('--lang', 'fr', 'replay')).toMatchObject({ code: 2, err: expect.stringContaining('en, zh') });
  });
});

describe('the database', () => {
  test('is the one named, else that of MILLRACE_STORE, else millrace.db where one stands', async () => {
    const { runWith, json, path } = await sandbox(visits);
    await json('import', 'visits.json', '--db', 'a.db');
    expect((await runWith({}, 'replay')).err).toContain(path('millrace.db'));
    expect((await runWith({ env: { MILLRACE_STORE: '' } }, 'replay')).err).toContain(path('millrace.db'));
    expect(await runWith({ env: { MILLRACE_STORE: 'a.db' } }, 'replay')).toMatchObject({ code: 0 });
    expect((await runWith({ env: { MILLRACE_STORE: 'a.db' } }, 'replay', '--db', 'b.db')).err).toContain(path('b.db'));
  });
});
