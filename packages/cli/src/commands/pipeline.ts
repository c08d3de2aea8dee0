import type { PipelineBy } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { PipelineAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, reading, type Session } from '../session.js';
import { daysOf } from './days-to-close.js';
import { printPipeline } from './print-pipeline.js';

/** What a board can be split by. */
export const PIPELINE_BY: ReadonlyArray<PipelineBy> = ['phase', 'owner', 'team', 'region', 'product', 'closeQuarter'];

export interface PipelineOptions extends AskingOptions {
  readonly template?: string;
  readonly by?: PipelineBy;
}

/** `millrace pipeline`. */
export const pipeline = async (session: Session, options: PipelineOptions): Promise<Ended> => {
  const { template, by } = options;
  const answered = await reading(session, options, (millrace, asking) =>
    millrace.pipeline({
      ...asking,
      ...(template === undefined ? {} : { template }),
      ...(by === undefined ? {} : { by }),
    })(),
  );
  return E.map((answer: Answer<PipelineAnswer>): number => {
    if (options.json) session.io.out(jsonOf(shapeOf(answer.found, by)));
    else printPipeline(session, answer, by);
    return EXIT.ok;
  })(answered);
};

/** The shape other programs rely on. */
const shapeOf = ({ groups, cycle, ...rest }: PipelineAnswer, by: PipelineBy | undefined) => ({
  ...rest,
  cycle: daysOf(cycle),
  ...(by === undefined ? {} : { by, groups }),
});
