import type { GroupBy } from '@millrace/projections';
import type { FunnelAnswer } from 'millrace';
import type { Names } from '../names.js';
import { type Answer, line, type Session, table } from '../session.js';

/** Prints a funnel for people. */
export const printFunnel = (session: Session, { found, names }: Answer<FunnelAnswer>, by?: GroupBy): void => {
  const { asOf, knownAt, playbook, collected, opened, stages } = found;
  const { words } = session.texts;
  line(session, 'asOf', { time: names.time(asOf), zone: names.zone, knownAt, playbook });
  line(session, 'collected', { ...collected, opened });
  table(session, {
    head: [words.stage, words.reached, words.touched, words.skipped, words.visits, words.regressions, words.current],
    rows: stages.map(({ id, reached, touched, skipped, visits, regressions, current }) => [
      names.stage(id),
      reached,
      touched,
      skipped,
      visits,
      regressions,
      current,
    ]),
    bars: stages.map(({ reached }) => reached),
  });
  printConversions(session, found, names);
  printOutcomes(session, found, names);
  if (by !== undefined) printGroups(session, found, names, by);
};

const printConversions = (session: Session, answer: FunnelAnswer, names: Names): void => {
  const { words } = session.texts;
  table(session, {
    head: [words.conversion, words.converted, words.of, words.immature, words.rate, words.benchmark, words.verdict],
    rows: answer.conversions.map(({ from, to, numerator, denominator, immature }) => {
      const row = answer.benchmark.find((one) => one.from === from && one.to === to);
      return [
        `${names.stage(from)} → ${names.stage(to)}`,
        numerator,
        denominator,
        immature,
        percent(numerator, denominator),
        row === undefined ? '' : percent(row.expected.numerator, row.expected.denominator),
        row === undefined ? '' : words[row.verdict],
      ];
    }),
  });
};

const percent = (numerator: number, denominator: number): string =>
  denominator === 0 ? '–' : `${((100 * numerator) / denominator).toFixed(1)} %`;

const printOutcomes = (session: Session, { outcomes }: FunnelAnswer, names: Names): void => {
  const { words } = session.texts;
  const reasons = (['lost', 'disqualified', 'dormant'] as const).flatMap((outcome) =>
    [...outcomes[outcome]].map(([reason, n]) => [words[outcome], names.term(outcome, reason), n] as const),
  );
  table(session, {
    head: [words.outcome, words.reason, words.journeys],
    rows: [
      [words.won, '', outcomes.won],
      ...reasons,
      ...(outcomes.duplicate > 0 ? [[words.duplicate, '', outcomes.duplicate] as const] : []),
    ],
  });
};

const printGroups = (
  session: Session,
  { definition: { stages }, groups }: FunnelAnswer,
  names: Names,
  by: GroupBy,
): void => {
  const { words } = session.texts;
  const nameOf: { readonly [By in GroupBy]: (key: string) => string } = {
    custodian: (key) => key,
    source: (key) => names.term('sources', key),
    month: (key) => key,
  };
  table(session, {
    head: [
      words[by],
      ...stages.map((id) => `${words.reached}: ${names.stage(id)}`),
      ...stages.map((id) => `${words.current}: ${names.stage(id)}`),
    ],
    rows: groups.map(({ key, stages: counts }) => [
      key === null ? words.pool : nameOf[by](key),
      ...counts.map(({ reached }) => reached),
      ...counts.map(({ current }) => current),
    ]),
  });
};
