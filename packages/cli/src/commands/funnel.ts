import type { GroupBy } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { FunnelAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, reading, type Session } from '../session.js';
import { printFunnel } from './print-funnel.js';

export interface FunnelOptions extends AskingOptions {
  readonly by?: GroupBy;
}

/** `millrace funnel`. */
export const funnel = async (session: Session, options: FunnelOptions): Promise<Ended> => {
  const { by } = options;
  const answered = await reading(session, options, (millrace, asking) =>
    millrace.funnel({ ...asking, ...(by === undefined ? {} : { by }) })(),
  );
  return E.map((answer: Answer<FunnelAnswer>): number => {
    if (options.json) session.io.out(jsonOf(shapeOf(answer.found, by)));
    else printFunnel(session, answer, by);
    return EXIT.ok;
  })(answered);
};

/** The shape other programs rely on. */
const shapeOf = ({ cohorts, groups, ...rest }: FunnelAnswer, by: GroupBy | undefined) => ({
  ...rest,
  cohorts: cohorts.map(({ month, reached }) => ({ month, reached: new Map(reached.map(({ id, n }) => [id, n])) })),
  ...(by === undefined ? {} : { groups }),
});
