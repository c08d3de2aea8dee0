import type { FunnelMeasure } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { FunnelExplanation } from 'millrace';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, line, reading, type Session, table } from '../session.js';

/** The counts that can be explained. */
export const MEASURES: ReadonlyArray<FunnelMeasure> = ['reached', 'touched', 'current', 'visits', 'skipped'];

export interface ExplainOptions extends AskingOptions {
  readonly measure: FunnelMeasure;
}

/** `millrace explain funnel STAGE`: the receipt of a number. */
export const explainFunnel = async (session: Session, stage: string, options: ExplainOptions): Promise<Ended> => {
  const { measure } = options;
  const answered = await reading(session, options, (millrace, asking) =>
    millrace.explainFunnel({ stage, measure }, asking)(),
  );
  return E.map((answer: Answer<FunnelExplanation>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else print(session, answer);
    return EXIT.ok;
  })(answered);
};

/** Most lines that are printed for people. */
const MOST = 50;

const print = (session: Session, { found, names }: Answer<FunnelExplanation>): void => {
  const { asOf, knownAt, playbook, stage, measure, value, lines } = found;
  const { words } = session.texts;
  line(session, 'asOf', { time: names.time(asOf), zone: names.zone, knownAt, playbook });
  line(session, 'explained', { stage: names.stage(stage), measure: words[measure], value });
  table(session, {
    head: [words.customer, words.journey, words.event, words.position, words.effective, words.by],
    rows: lines
      .slice(0, MOST)
      .map(({ customer, journey, event: { type, position, meta } }) => [
        customer,
        journey,
        type,
        position,
        names.time(meta.effectiveAt),
        meta.actor,
      ]),
  });
  if (lines.length > MOST) line(session, 'more', { more: lines.length - MOST });
};
