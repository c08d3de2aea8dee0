import type { FunnelMeasure } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { FunnelExplanation } from 'millrace';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { type AskingOptions, type Ended, line, reading, type Session, stageNames, table } from '../session.js';

export interface ExplainOptions extends AskingOptions {
  readonly measure: FunnelMeasure;
}

/** Most lines that are printed for people. */
const MOST = 50;

/** `millrace explain funnel STAGE`: the receipt of a number. */
export const explainFunnel = async (session: Session, stage: string, options: ExplainOptions): Promise<Ended> => {
  const { measure } = options;
  const answered = await reading(session, options, async (millrace, asking) => {
    const names = await stageNames(session, millrace, asking);
    if (E.isLeft(names)) return names;
    const answer = await millrace.explainFunnel({ stage, measure }, asking)();
    return E.map((found: FunnelExplanation) => ({ found, nameOf: names.right }))(answer);
  });
  if (E.isLeft(answered)) return answered;
  const { found, nameOf } = answered.right;
  if (options.json) session.io.out(jsonOf(found));
  else print(session, found, nameOf);
  return E.right(EXIT.ok);
};

const print = (session: Session, found: FunnelExplanation, nameOf: (stage: string) => string): void => {
  const { words } = session.texts;
  line(session, 'asOf', found);
  line(session, 'explained', { stage: nameOf(found.stage), measure: words[found.measure], value: found.value });
  table(session, {
    head: [words.customer, words.journey, words.event, words.position, words.revision, words.effective, words.by],
    rows: found.lines
      .slice(0, MOST)
      .map(({ customer, journey, event }) => [
        customer,
        journey,
        event.type,
        event.position,
        event.revision,
        event.meta.effectiveAt,
        event.meta.actor,
      ]),
  });
  if (found.lines.length > MOST) line(session, 'more', { more: found.lines.length - MOST });
};
