import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Line, short } from './judge.js';
import type { Measured } from './measure.js';
import { rootOf } from './root.js';
import type { Row } from './row.js';
import { ratioText, verdict } from './table.js';

/** A row, what was measured of it and how that stands to its goals. */
export interface Section {
  readonly row: Row;
  readonly measured: ReadonlyArray<Measured>;
  readonly lines: ReadonlyArray<Line>;
}

/** What a run was made with: nothing that names a machine or a person. */
export interface Circumstances {
  readonly date: string;
  readonly rounds: number;
  readonly cores: number;
  readonly platform: string;
  readonly versions: { readonly [name: string]: string };
}

const LIBRARIES = ['@castore/core', '@fraktalio/fmodel-ts', 'ajv', 'better-sqlite3', 'immer', 'io-ts', 'zod'];

export const circumstances = (rounds: number): Circumstances => ({
  date: new Date().toISOString().slice(0, 10),
  rounds,
  cores: availableParallelism(),
  platform: `${process.platform} ${process.arch}`,
  versions: { node: process.versions.node, ...Object.fromEntries(LIBRARIES.map((name) => [name, versionOf(name)])) },
});

/** The version in the manifest of a library, which not every library lets others import. */
const versionOf = (name: string): string => {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    const manifest = join(folder, name, 'package.json');
    if (existsSync(manifest)) return String(JSON.parse(readFileSync(manifest, 'utf8')).version);
  }
  throw new Error(`${name} is not installed`);
};

const BEGIN = '<!-- bench: written by npm run bench -->';
const END = '<!-- bench: end -->';

/** Writes a run to a file of its date, and its table into the page that people read. */
export const keep = (about: Circumstances, sections: ReadonlyArray<Section>): ReadonlyArray<string> => {
  const root = rootOf();
  const folder = join(root, 'test/bench/results');
  const file = join(folder, `${about.date}.json`);
  const page = join(root, 'docs/performance.md');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(recordOf(about, sections), null, 2)}\n`);

  const text = readFileSync(page, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('docs/performance.md has no place for the table');
  writeFileSync(page, `${text.slice(0, begin)}${BEGIN}\n\n${markdownOf(about, sections)}\n\n${text.slice(end)}`);
  return [file, page];
};

const recordOf = (about: Circumstances, sections: ReadonlyArray<Section>): object => ({
  ...about,
  rows: sections.map(({ row: { name, title, unit, size }, measured, lines }) => ({
    name,
    title,
    unit,
    size,
    contenders: measured.map((one) => ({ name: one.name, figures: one.figures.map(rounded) })),
    comparisons: lines.map(({ of, kind, beside, goal, met }) => ({
      of,
      ...(beside === undefined ? {} : { against: beside.name, kind, ratio: beside.ratio }),
      ...(goal === undefined ? {} : { goal, met }),
    })),
  })),
});

const rounded = (figure: number): number => (figure >= 100 ? Math.round(figure) : Number(figure.toFixed(3)));

/** The table as Markdown. */
export const markdownOf = (about: Circumstances, sections: ReadonlyArray<Section>): string => {
  const versions = Object.entries(about.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${about.date}, ${about.rounds} rounds, ${about.cores} cores, ${about.platform}; ${versions.join(', ')}.`,
    '',
    '| Area | Ours | | Against | | Ratio (least..most) | Goal | |',
    '|---|---|---:|---|---:|---|---|---|',
    ...sections.flatMap(({ row, lines }) => lines.map((line, i) => markdownRow(i === 0 ? areaOf(row) : '', line))),
  ].join('\n');
};

const areaOf = ({ title, unit }: Row): string => `${title} (${unit})`;

const markdownRow = (area: string, line: Line): string => {
  const { of, figure, beside, goal = '', met } = line;
  const against = beside === undefined ? ['', ''] : [beside.name, short(beside.figure.median)];
  return `| ${[area, of, short(figure.median), ...against, ratioText(line), goal, verdict(met)].join(' | ')} |`;
};
