import type { FunnelReport, Ratio } from '@millrace/projections';
import type { Term } from '@millrace/sales';
import type { Log } from '../log.js';
import {
  type Asked,
  type Counting,
  countingOf,
  everyEntry,
  highestOf,
  inSpan,
  monthOf,
  passagesOf,
  placeOf,
  visitsTo,
} from './counting.js';
import { allOf, different, gap, streamsOf, upTo } from './events.js';
import { type Unit, unitsOf } from './units.js';

/** Everything a funnel says, counted by the definitions of metrics.md one number at a time. */
export const expectedFunnel = (log: Log, asked: Asked): Omit<FunnelReport, 'groups'> => {
  const opened = unitsOf(log, asked.asOf);
  const counting = countingOf(log, asked);
  const { units } = counting;
  const { stages } = asked.definition;
  const counts = stages.map((id) => stageOf(id, counting));
  const pairs = stages.slice(1).map((to, i) => [stages[i] as Term, to] as const);
  const steps = pairs.map(([from, to]) => conversionOf(from, to, counting));
  const overall = stages.slice(2).map((to) => conversionOf(stages[0] as Term, to, counting));
  return {
    collected: collectedOf(log, asked.asOf),
    opened: opened.length,
    outside: units.filter((unit) => unit.end === undefined && counting.rank(placeOf(unit)) < 0).length,
    stages: counts,
    outcomes: {
      won: units.filter(({ end }) => end?.outcome === 'won').length,
      lost: reasonsOf('lost', units),
      disqualified: reasonsOf('disqualified', units),
      dormant: reasonsOf('dormant', units),
      duplicate: opened.length - units.length,
    },
    matrix: matrixOf(passagesOf(units)),
    durations: stages.map((id) => ({
      id,
      firstPass: timeIn(id, counting, (stays) => stays.slice(0, 1)),
      latest: timeIn(id, counting, (stays) => stays.slice(-1)),
      cumulative: timeIn(id, counting, (stays) => stays),
    })),
    cohorts: [...different(units.map((unit) => monthOf(unit, counting)))]
      .filter((month) => month !== null)
      .sort()
      .map((month) => ({
        month,
        reached: stages.map((id) => ({
          id,
          n: units.filter((unit) => monthOf(unit, counting) === month && everyEntry(unit, id, counting).length > 0)
            .length,
        })),
      })),
    conversions: [...steps, ...overall],
    stockRatios: pairs.map(([from, to]) => ({
      from,
      to,
      numerator: units.filter((unit) => unit.end === undefined && placeOf(unit) === to).length,
      denominator: units.filter((unit) => unit.end === undefined && placeOf(unit) === from).length,
    })),
    flowRatios: pairs.map(([from, to]) => {
      const exits = passagesOf(units).filter((passage) => passage.from === from && inSpan(passage.at, asked));
      return { from, to, numerator: exits.filter((passage) => passage.to === to).length, denominator: exits.length };
    }),
    benchmark: steps.map((step, i) => benchmarkOf(step, asked.definition.benchmark.slice(i, i + 2))),
  };
};

const stageOf = (id: Term, counting: Counting): FunnelReport['stages'][number] => {
  const { units, rank } = counting;
  const reached = units.filter((unit) => highestOf(unit, counting) >= rank(id));
  return {
    id,
    touched: units.filter((unit) => visitsTo(unit, id).length > 0).length,
    reached: reached.length,
    current: units.filter((unit) => unit.end === undefined && placeOf(unit) === id).length,
    visits: units.flatMap((unit) => visitsTo(unit, id)).length,
    skipped: reached.filter((unit) => visitsTo(unit, id).length === 0).length,
    regressions: passagesOf(units).filter(({ from, to }) => from === id && rank(to) >= 0 && rank(to) < rank(id)).length,
  };
};

const collectedOf = (log: Log, asOf: string): FunnelReport['collected'] => {
  const states = streamsOf(log).flatMap((own) =>
    upTo(
      allOf(own, 'ProspectCollected', 'ProspectResubmitted', 'ProspectAccepted', 'ProspectRejected', 'CustomerEntered'),
      asOf,
    )
      .slice(-1)
      .map(({ type }) => type),
  );
  const count = (...types: typeof states): number => states.filter((type) => types.includes(type)).length;
  return {
    total: states.length,
    pending: count('ProspectCollected', 'ProspectResubmitted'),
    rejected: count('ProspectRejected'),
    accepted: count('ProspectAccepted'),
    entered: count('CustomerEntered'),
  };
};

const reasonsOf = (outcome: string, units: ReadonlyArray<Unit>): ReadonlyMap<string, number> => {
  const reasons = units.flatMap(({ end }) => (end?.outcome === outcome ? [end.reason] : []));
  return new Map(different(reasons).map((reason) => [reason, reasons.filter((one) => one === reason).length]));
};

const matrixOf = (passages: ReturnType<typeof passagesOf>): FunnelReport['matrix'] =>
  [...different(passages.map(({ from, to }) => `${from} ${to}`))].sort().map((cell) => {
    const [from = '', to = ''] = cell.split(' ');
    return { from, to, n: passages.filter((one) => one.from === from && one.to === to).length };
  });

const conversionOf = (from: Term, to: Term, counting: Counting): FunnelReport['conversions'][number] => {
  const { units, definition, asOf } = counting;
  const window = definition.windowDays === null ? undefined : definition.windowDays * 24 * 60 * 60 * 1000;
  const entries = units.flatMap((unit) => {
    const every = everyEntry(unit, from, counting);
    const counted = { first: every.slice(0, 1), last: every.slice(-1), every }[definition.entry];
    return counted.filter(({ at }) => inSpan(at, counting)).map((entry) => ({ unit, entry }));
  });
  const mature = entries.filter(({ entry }) => window === undefined || gap(entry.at, asOf) >= window);
  const converted = mature.filter(({ unit, entry }) =>
    everyEntry(unit, to, counting).some(
      (goal) =>
        unit.stops.indexOf(goal) >= unit.stops.indexOf(entry) &&
        (window === undefined || gap(entry.at, goal.at) <= window),
    ),
  );
  return {
    from,
    to,
    numerator: converted.length,
    denominator: mature.length,
    immature: entries.length - mature.length,
  };
};

type Stay = readonly [from: string, to: string | undefined];

const timeIn = (id: string, { units, asOf }: Counting, pick: (stays: ReadonlyArray<Stay>) => ReadonlyArray<Stay>) => {
  const stays = units
    .map(({ stops, end }) =>
      pick(stops.flatMap(({ stage, at }, i) => (stage === id ? [[at, stops[i + 1]?.at ?? end?.at] as const] : []))),
    )
    .filter(({ length }) => length > 0);
  const open = stays.filter((unit) => unit.some(([, to]) => to === undefined));
  const ended = stays.filter((unit) => !open.includes(unit));
  const millis = (some: typeof stays): number =>
    some.flat().reduce((sum, [from, to]) => sum + gap(from, to ?? asOf), 0);
  return { ended: ended.length, endedMillis: millis(ended), open: open.length, openMillis: millis(open) };
};

/** Wilson's interval is where the score test does not reject: between the roots of (hits/n - p)^2 = z^2 p (1 - p) / n. */
const benchmarkOf = (
  { from, to, numerator: hits, denominator: n }: Ratio,
  [denominator = Number.NaN, numerator = Number.NaN]: ReadonlyArray<number>,
): FunnelReport['benchmark'][number] => {
  const row = { from, to, expected: { numerator, denominator } };
  if (n < 30) return { ...row, verdict: 'notEnoughMatureData' };
  const z2 = 1.959963984540054 ** 2;
  const [a, b, c] = [n + z2, -(2 * hits + z2), (hits * hits) / n];
  const root = Math.sqrt(b * b - 4 * a * c);
  const [low, high] = [(-b - root) / (2 * a), (-b + root) / (2 * a)];
  const interval = { lowBp: Math.round(low * 10_000), highBp: Math.round(high * 10_000) };
  const rate = numerator / denominator;
  if (high < rate) return { ...row, interval, verdict: 'below' };
  return { ...row, interval, verdict: low > rate ? 'above' : 'consistent' };
};
