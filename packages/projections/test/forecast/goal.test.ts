/** Coverage of what is left of a target, from an organisation's own records. */
import { beforeAll, describe, expect, test } from 'vitest';
import { forecast } from '../support/forecast.js';
import { instant } from '../support/log.js';
import { CNY, documentsOf, fen, type Said, type Story, toldOf } from '../support/organisation.js';
import { assesses, logOf, opened } from '../support/projects.js';
import { credits, joins, joinsTeam, opens, opensUnit, refunds, targets } from '../support/said.js';

const founded = '2026-01-01T00:00:00.000Z';
const sales = (minor: number) => ({ measure: 'sales', target: fen(minor) });

const organisation: ReadonlyArray<Said> = [
  opensUnit(founded, 'house'),
  opensUnit(founded, 'shop', 'house'),
  joins(founded, 'ada'),
  joins(founded, 'bob'),
  joinsTeam(founded, 'ada', 'shop'),
  opens(founded, '2026-02'),
];
const ofPersons = [
  targets(founded, '2026-02', { person: 'ada' }, sales(600)),
  targets(founded, '2026-02', { person: 'bob' }, sales(300)),
  targets(founded, '2026-02', { person: 'bob' }, { measure: 'buyers', target: 5 }),
];
const ofUnits = [
  targets(founded, '2026-02', { unit: 'house' }, sales(1_000)),
  targets(founded, '2026-02', { unit: 'shop' }, sales(800)),
];
const sold = [
  credits('2026-02-03T00:00:00.000Z', 's1', 150, { ada: 1 }),
  credits('2026-02-04T00:00:00.000Z', 's2', 50, { bob: 1 }),
  credits('2026-02-20T00:00:00.000Z', 's3', 700, { ada: 1 }),
];

const log = logOf(
  opened('p1', '2026-01-05T00:00:00.000Z', { amount: fen(999), expectedClose: '2026-02-10' }),
  assesses('p1', '2026-01-05T00:00:00.000Z', 5_000),
);

describe('coverage', () => {
  let persons: Story;
  let units: Story;
  let more: Story;
  beforeAll(async () => {
    persons = (await toldOf([...organisation, ...ofPersons, ...sold])).log;
    units = (await toldOf([...organisation, ...ofPersons, ...ofUnits, ...sold])).log;
    more = (await toldOf([...organisation, ...ofUnits, ...sold, refunds('2026-02-21T00:00:00.000Z', 's3')])).log;
  });
  const asked = (story: Story, asOf: string, period = '2026-02') =>
    forecast(log, { period, asOf: instant(asOf), currency: CNY, goals: documentsOf(story) });

  test('is over the targets of units that stand under no other, less what their people were credited', () => {
    expect(asked(units, '2026-02-10T00:00:00.000Z')).toMatchObject({
      target: fen(1_000),
      credited: fen(150),
      coverage: { raw: { numerator: 999, denominator: 850 }, weighted: { numerator: 500, denominator: 850 } },
    });
  });

  test('is over the targets of persons where no such unit has one', () => {
    expect(asked(persons, '2026-02-10T00:00:00.000Z')).toMatchObject({
      target: fen(900),
      credited: fen(200),
      coverage: { raw: { numerator: 999, denominator: 700 }, weighted: { numerator: 500, denominator: 700 } },
    });
  });

  test('LOG-5: knows of no credit before it was earned, and of no period before it was opened', () => {
    expect(asked(units, '2026-02-02T00:00:00.000Z').credited).toEqual(fen(0));
    expect(asked(units, '2025-12-31T00:00:00.000Z')).toMatchObject({ target: null, credited: null });
  });

  test('is undefined where nothing is left, and defined again once a sale is reversed', () => {
    expect(asked(persons, '2026-03-01T00:00:00.000Z')).toMatchObject({
      target: fen(900),
      credited: fen(900),
      coverage: { raw: null, weighted: null },
    });
    expect(asked(more, '2026-03-01T00:00:00.000Z')).toMatchObject({
      credited: fen(150),
      coverage: { raw: { denominator: 850 } },
    });
  });

  test('is undefined for a stretch that has no targets', () => {
    expect(asked(units, '2026-03-01T00:00:00.000Z', '2026')).toMatchObject({ target: null, coverage: { raw: null } });
  });
});
