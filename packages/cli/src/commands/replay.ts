import * as E from 'fp-ts/lib/Either.js';
import type { Replay } from 'millrace';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, line, reading, type Session, table } from '../session.js';

/** `millrace replay`: the whole log into every view, how fast, and a digest of each. */
export const replay = async (session: Session, options: AskingOptions): Promise<Ended> => {
  let seconds = 0;
  const answered = await reading(
    session,
    options,
    async (millrace, asking) => {
      const started = performance.now();
      const replayed = await millrace.replay(asking)();
      seconds = (performance.now() - started) / 1000;
      return replayed;
    },
    'replaying',
  );
  return E.map(({ found: { events, knownAt, views } }: Answer<Replay>): number => {
    const perSecond = Math.round(events / seconds);
    if (options.json) session.io.out(jsonOf({ events, knownAt, seconds, perSecond, views }));
    else {
      const { words } = session.texts;
      line(session, 'replayed', { events, seconds: seconds.toFixed(2), perSecond });
      table(session, { head: [words.view, words.hash], rows: Object.entries(views) });
    }
    return EXIT.ok;
  })(answered);
};
