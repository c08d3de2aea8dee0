import * as E from 'fp-ts/lib/Either.js';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { type AskingOptions, type Ended, line, reading, type Session, table } from '../session.js';

/** `millrace replay`: the whole log into every view, how fast, and a digest of each. */
export const replay = async (session: Session, options: AskingOptions): Promise<Ended> => {
  const started = performance.now();
  const answered = await reading(session, options, (millrace, asking) => millrace.replay(asking)());
  if (E.isLeft(answered)) return answered;
  const seconds = (performance.now() - started) / 1000;
  const { events, knownAt, views } = answered.right;
  const perSecond = Math.round(events / seconds);
  if (options.json) {
    session.io.out(jsonOf({ events, knownAt, seconds, perSecond, views }));
    return E.right(EXIT.ok);
  }
  const { words } = session.texts;
  line(session, 'replayed', { events, seconds: seconds.toFixed(2), perSecond });
  table(session, { head: [words.view, words.hash], rows: Object.entries(views) });
  return E.right(EXIT.ok);
};
