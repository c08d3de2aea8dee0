import type { FunnelCounts, GroupBy } from '@millrace/projections';
import type { FunnelAnswer, ProjectFunnelAnswer } from 'millrace';
import type { Names } from '../names.js';
import { percent } from '../render/ratio.js';
import { type Answer, line, type Session, table } from '../session.js';

/** What a unit's stages, reasons and groups are called. */
interface Called {
  readonly stage: (id: string) => string;
  readonly reason: (outcome: 'lost' | 'disqualified' | 'dormant', id: string) => string;
  readonly units: string;
  readonly by: { readonly [By in GroupBy]: string };
  readonly key: (by: GroupBy, key: string | null) => string;
}

type Counted = Pick<FunnelAnswer, 'definition'> & FunnelCounts;

/** Prints a funnel of journeys for people. */
export const printFunnel = (session: Session, { found, names }: Answer<FunnelAnswer>, by?: GroupBy): void => {
  const { words } = session.texts;
  const { asOf, knownAt, playbook, collected, opened } = found;
  line(session, 'asOf', { time: names.time(asOf), zone: names.zone, knownAt, playbook });
  line(session, 'collected', { ...collected, opened });
  const called: Called = {
    stage: names.stage,
    reason: names.term,
    units: words.journeys,
    by: words,
    key: (of, key) => {
      if (key === null) return words.pool;
      return of === 'source' ? names.term('sources', key) : key;
    },
  };
  printCounts(session, found, called, by);
};

/** Prints a funnel of projects for people. */
export const printProjectFunnel = (
  session: Session,
  { found, names }: Answer<ProjectFunnelAnswer>,
  by?: GroupBy,
): void => {
  const { asOf, knownAt, playbook, opened } = found;
  line(session, 'boardOfProjects', { opened, time: names.time(asOf), zone: names.zone, knownAt, playbook });
  printCounts(session, found, projectsCalled(session, found, names), by);
};

const projectsCalled = (
  { texts: { words } }: Session,
  { playbook, template, definition }: ProjectFunnelAnswer,
  names: Names,
): Called => {
  const called = names.project({ playbook, template });
  const signed = definition.stages.at(-1);
  return {
    stage: (id) => (id === signed ? words.signed : called.phase(id)),
    reason: (outcome, id) => (outcome === 'lost' ? called.term('lost', id) : called.gate(names.term(outcome, id))),
    units: words.projects,
    by: { custodian: words.projectOwner, source: words.channel, month: words.month },
    key: (of, key) => {
      if (key === null) return '–';
      return of === 'source' ? called.term('channels', key) : key;
    },
  };
};

const printCounts = (session: Session, found: Counted, called: Called, by: GroupBy | undefined): void => {
  const { words } = session.texts;
  const { stages } = found;
  table(session, {
    head: [words.stage, words.reached, words.touched, words.skipped, words.visits, words.regressions, words.current],
    rows: stages.map(({ id, reached, touched, skipped, visits, regressions, current }) => [
      called.stage(id),
      reached,
      touched,
      skipped,
      visits,
      regressions,
      current,
    ]),
    bars: stages.map(({ reached }) => reached),
  });
  printConversions(session, found, called);
  printOutcomes(session, found, called);
  if (by !== undefined) printGroups(session, found, called, by);
};

const printConversions = (session: Session, { conversions, benchmark }: Counted, called: Called): void => {
  const { words } = session.texts;
  const expecting = benchmark.length > 0;
  table(session, {
    head: [
      words.conversion,
      words.converted,
      words.of,
      words.immature,
      words.rate,
      ...(expecting ? [words.benchmark, words.verdict] : []),
    ],
    rows: conversions.map(({ from, to, numerator, denominator, immature }) => {
      const row = benchmark.find((one) => one.from === from && one.to === to);
      const expected = row === undefined ? '' : percent(row.expected);
      return [
        `${called.stage(from)} → ${called.stage(to)}`,
        numerator,
        denominator,
        immature,
        percent({ numerator, denominator }),
        ...(expecting ? [expected, row === undefined ? '' : words[row.verdict]] : []),
      ];
    }),
  });
};

const printOutcomes = (session: Session, { outcomes }: Counted, called: Called): void => {
  const { words } = session.texts;
  const reasons = (['lost', 'disqualified', 'dormant'] as const).flatMap((outcome) =>
    [...outcomes[outcome]].map(([reason, n]) => [words[outcome], called.reason(outcome, reason), n] as const),
  );
  table(session, {
    head: [words.outcome, words.reason, called.units],
    rows: [
      [words.won, '', outcomes.won],
      ...reasons,
      ...(outcomes.duplicate > 0 ? [[words.duplicate, '', outcomes.duplicate] as const] : []),
    ],
  });
};

const printGroups = (
  session: Session,
  { definition: { stages }, groups }: Counted,
  called: Called,
  by: GroupBy,
): void => {
  const { words } = session.texts;
  table(session, {
    head: [
      called.by[by],
      ...stages.map((id) => `${words.reached}: ${called.stage(id)}`),
      ...stages.map((id) => `${words.current}: ${called.stage(id)}`),
    ],
    rows: groups.map(({ key, stages: counts }) => [
      called.key(by, key),
      ...counts.map(({ reached }) => reached),
      ...counts.map(({ current }) => current),
    ]),
  });
};
