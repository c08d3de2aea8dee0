import type { GroupBy } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { FunnelAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { bar } from '../render/bar.js';
import { jsonOf } from '../render/json.js';
import { type AskingOptions, type Ended, line, reading, type Session, stageNames, table } from '../session.js';

export interface FunnelOptions extends AskingOptions {
  readonly by?: GroupBy;
}

/** `millrace funnel`. */
export const funnel = async (session: Session, options: FunnelOptions): Promise<Ended> => {
  const answered = await reading(session, options, async (millrace, asking) => {
    const names = await stageNames(session, millrace, asking);
    if (E.isLeft(names)) return names;
    const answer = await millrace.funnel({ ...asking, ...(options.by === undefined ? {} : { by: options.by }) })();
    return E.map((found: FunnelAnswer) => ({ found, nameOf: names.right }))(answer);
  });
  if (E.isLeft(answered)) return answered;
  const { found, nameOf } = answered.right;
  if (options.json) session.io.out(jsonOf(shapeOf(found, options.by)));
  else printFunnel(session, found, nameOf, options.by);
  return E.right(EXIT.ok);
};

/** The shape other programs rely on. */
const shapeOf = ({ cohorts, groups, ...rest }: FunnelAnswer, by: GroupBy | undefined) => ({
  ...rest,
  cohorts: cohorts.map(({ month, reached }) => ({ month, reached: new Map(reached.map(({ id, n }) => [id, n])) })),
  ...(by === undefined ? {} : { groups }),
});

const BAR_WIDTH = 25;

/** Prints a funnel for people. */
export const printFunnel = (
  session: Session,
  answer: FunnelAnswer,
  nameOf: (stage: string) => string,
  by?: GroupBy,
): void => {
  const { words } = session.texts;
  const most = Math.max(...answer.stages.map(({ reached }) => reached));
  line(session, 'asOf', answer);
  line(session, 'collected', { ...answer.collected, opened: answer.opened });
  table(session, {
    head: [
      words.stage,
      words.reached,
      words.touched,
      words.skipped,
      words.visits,
      words.regressions,
      words.current,
      '',
    ],
    rows: answer.stages.map(({ id, reached, touched, skipped, visits, regressions, current }) => [
      nameOf(id),
      reached,
      touched,
      skipped,
      visits,
      regressions,
      current,
      bar(reached, most, BAR_WIDTH),
    ]),
  });
  printConversions(session, answer, nameOf);
  printOutcomes(session, answer);
  if (by !== undefined) printGroups(session, answer, nameOf, by);
};

const printConversions = (session: Session, answer: FunnelAnswer, nameOf: (stage: string) => string): void => {
  const { words } = session.texts;
  table(session, {
    head: [words.conversion, words.converted, words.of, words.immature, words.rate, words.benchmark, words.verdict],
    rows: answer.conversions.map(({ from, to, numerator, denominator, immature }) => {
      const row = answer.benchmark.find((one) => one.from === from && one.to === to);
      return [
        `${nameOf(from)} → ${nameOf(to)}`,
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

const printOutcomes = (session: Session, { outcomes }: FunnelAnswer): void => {
  const { words } = session.texts;
  const reasons = (['lost', 'disqualified', 'dormant'] as const).flatMap((outcome) =>
    [...outcomes[outcome]].map(([reason, n]): [string, string, number] => [words[outcome], reason, n]),
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
  { definition, groups }: FunnelAnswer,
  nameOf: (stage: string) => string,
  by: GroupBy,
): void => {
  const { words } = session.texts;
  table(session, {
    head: [
      words[by],
      ...definition.stages.map((id) => `${words.reached}: ${nameOf(id)}`),
      ...definition.stages.map((id) => `${words.current}: ${nameOf(id)}`),
    ],
    rows: groups.map(({ key, stages }) => [
      key ?? (by === 'custodian' ? words.pool : ''),
      ...stages.map(({ reached }) => reached),
      ...stages.map(({ current }) => current),
    ]),
  });
};
