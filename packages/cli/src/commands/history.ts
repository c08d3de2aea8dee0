import { type Envelope, StreamId } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { type CommonOptions, type Ended, reading, type Session, table } from '../session.js';

/** `millrace history STREAM`: every event of a stream, in order. */
export const history = async (session: Session, stream: string, options: CommonOptions): Promise<Ended> => {
  if (!StreamId.is(stream)) {
    return E.left({ type: 'BadOption', option: 'STREAM', expected: '<kind>-<id>, customer-173688', found: stream });
  }
  const answered = await reading(session, options, (millrace) => millrace.history(stream)());
  if (E.isLeft(answered)) return answered;
  if (answered.right.length === 0) return E.left({ type: 'StreamUnknown', stream });
  if (options.json) session.io.out(jsonOf(answered.right));
  else table(session, eventTable(session, answered.right));
  return E.right(EXIT.ok);
};

const MOST = 160;

const eventTable = ({ texts: { words } }: Session, events: ReadonlyArray<Envelope>) => ({
  head: [words.revision, words.position, words.effective, words.event, words.by, words.data],
  rows: events.map(({ revision, position, type, data, meta }) => [
    revision,
    position,
    meta.effectiveAt,
    type,
    meta.actor,
    shortened(JSON.stringify(data)),
  ]),
});

const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);
