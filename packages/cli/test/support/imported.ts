import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from '@millrace/cli';
import { type Envelope, openStored, type Tenant } from '@millrace/kernel';
import { openSqlite } from '@millrace/store-sqlite';
import { type Millrace, open } from 'millrace';
import { rightOf } from './compiled.js';

/** What an import says of itself. */
export interface Report {
  readonly rows: number;
  readonly recorded: number;
  readonly already: number;
  readonly unchanged: number;
  readonly rejected: ReadonlyArray<object>;
}

/** A recipe that ships, imported into a database of its own. */
export interface Imported {
  readonly report: Report;
  readonly millrace: Millrace;
  /** Imports again. */
  readonly again: () => Promise<Report>;
  readonly events: () => Promise<ReadonlyArray<Envelope>>;
  /** Asks the program for JSON. */
  readonly json: (...args: ReadonlyArray<string>) => Promise<unknown>;
  readonly remove: () => Promise<void>;
}

const PAGE = 1_000;

/** Imports a recipe of `examples/recipes`, and says how fast. */
export const importShipped = async (name: string, data: string): Promise<Imported> => {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-shipped-'));
  const recipe = fileURLToPath(new URL(`../../../../examples/recipes/${name}.json`, import.meta.url));
  const file = join(folder, 'x.db');
  const json = async (...args: ReadonlyArray<string>): Promise<unknown> => {
    const [out, err]: [Array<string>, Array<string>] = [[], []];
    const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), env: {}, cwd: folder };
    const code = await runCli([...args, '--db', file, '--json'], io);
    if (code !== 0) throw new Error(`exit code ${code}: ${err.join('')}${out.join('').slice(0, 2_000)}`);
    return JSON.parse(out.join(''));
  };
  const again = async (): Promise<Report> =>
    (await json('import', recipe, '--data', data, '--rejected', join(folder, 'rejected.csv'))) as Report;

  const started = performance.now();
  const report = await again();
  const seconds = (performance.now() - started) / 1_000;
  console.info(
    `${name}: ${report.rows} rows in ${seconds.toFixed(1)} s, ${Math.round(report.rows / seconds)} a second`,
  );

  const database = rightOf(await openSqlite({ file, mode: 'readonly' })());
  const millrace = rightOf(await open(database.tenant('main' as Tenant))());
  const events = async (): Promise<ReadonlyArray<Envelope>> => {
    const all: Array<Envelope> = [];
    for (;;) {
      const { events: page } = rightOf(await millrace.engine.store.readAll(all.at(-1)?.position ?? 0, PAGE)());
      if (page.length === 0) return all;
      all.push(...page.map((stored) => rightOf(openStored(stored))));
    }
  };
  const remove = async (): Promise<void> => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { report, millrace, again, events, json, remove };
};

/** Credited cents by some name, of every revenue split of the credits. */
export const centsBy = (
  events: ReadonlyArray<Envelope>,
  nameOf: (split: { readonly person: string; readonly at: string }) => string,
): { readonly [name: string]: bigint } => {
  const cents = new Map<string, bigint>();
  for (const { type, data, meta } of events) {
    if (type !== 'SaleCredited') continue;
    const { revenue } = data as { revenue: ReadonlyArray<{ person: string; amount: { minor: number } }> };
    for (const { person, amount } of revenue) {
      const name = nameOf({ person, at: meta.effectiveAt });
      cents.set(name, (cents.get(name) ?? 0n) + BigInt(amount.minor));
    }
  }
  return Object.fromEntries(cents);
};

/** The quarter of an instant in UTC: 2017-Q3. */
export const quarterOf = (at: string): string => `${at.slice(0, 4)}-Q${Math.ceil(Number(at.slice(5, 7)) / 3)}`;

/** The cents of decimal texts or whole numbers, by the same names. */
export const centsOf = (amounts: { readonly [name: string]: string | number }): { readonly [name: string]: bigint } =>
  Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => {
      const [whole = '', fraction = ''] = `${amount}`.split('.');
      return [name, BigInt(`${whole}${fraction.padEnd(2, '0')}`)];
    }),
  );
