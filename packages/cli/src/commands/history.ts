import { type Envelope, StreamId } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { EXIT } from '../failure.js';
import { databaseFile } from '../options.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type CommonOptions, type Ended, line, reading, type Session, table } from '../session.js';

/** `millrace history STREAM`: every event of a stream, in order. */
export const history = async (session: Session, stream: string, options: CommonOptions): Promise<Ended> => {
  if (!StreamId.is(stream)) {
    return E.left({ type: 'BadOption', option: 'STREAM', expected: 'customer-173688', found: stream });
  }
  const answered = await reading(session, options, (millrace) => millrace.history(stream)());
  if (E.isLeft(answered)) return answered;
  if (answered.right.found.length === 0) {
    return E.left({ type: 'StreamUnknown', file: databaseFile(options.db, session.io), stream });
  }
  if (options.json) session.io.out(jsonOf(answered.right.found));
  else print(session, answered.right);
  return E.right(EXIT.ok);
};

const print = (session: Session, { found, names }: Answer<ReadonlyArray<Envelope>>): void => {
  const { words } = session.texts;
  line(session, 'times', names);
  table(session, {
    head: [words.revision, words.position, words.effective, words.event, words.by, words.data],
    rows: found.map(({ revision, position, type, data, meta }) => [
      revision,
      position,
      names.time(meta.effectiveAt),
      type,
      meta.actor,
      shortened(JSON.stringify(data)),
    ]),
  });
};

/** Most characters of an event that are printed for people. */
const MOST = 160;

const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);
