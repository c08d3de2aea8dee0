import type { GroupBy } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { FunnelAnswer, ProjectFunnelAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, reading, type Session } from '../session.js';
import { printFunnel, printProjectFunnel } from './print-funnel.js';

export interface FunnelOptions extends AskingOptions {
  readonly by?: GroupBy;
  readonly unit?: 'journey' | 'project';
  /** Of projects. */
  readonly template?: string;
}

/** `millrace funnel`. */
export const funnel = async (session: Session, options: FunnelOptions): Promise<Ended> => {
  const { unit, template } = options;
  if (unit === 'project') return ofProjects(session, options);
  return template === undefined
    ? ofJourneys(session, options)
    : E.left({ type: 'BadOption', option: '--template', expected: '--unit project', found: template });
};

const ofJourneys = async (session: Session, options: FunnelOptions): Promise<Ended> => {
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

const ofProjects = async (session: Session, options: FunnelOptions): Promise<Ended> => {
  const { by, template } = options;
  const answered = await reading(session, options, (millrace, asking) =>
    millrace.projectFunnel({
      ...asking,
      ...(by === undefined ? {} : { by }),
      ...(template === undefined ? {} : { template }),
    })(),
  );
  return E.map((answer: Answer<ProjectFunnelAnswer>): number => {
    if (options.json) session.io.out(jsonOf(shapeOf(answer.found, by)));
    else printProjectFunnel(session, answer, by);
    return EXIT.ok;
  })(answered);
};

/** The shape other programs rely on. */
const shapeOf = (answer: FunnelAnswer | ProjectFunnelAnswer, by: GroupBy | undefined) => {
  const { cohorts, groups, ...rest } = answer;
  return {
    ...rest,
    cohorts: cohorts.map(({ month, reached }) => ({ month, reached: new Map(reached.map(({ id, n }) => [id, n])) })),
    ...(by === undefined ? {} : { groups }),
  };
};
