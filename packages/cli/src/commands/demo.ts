import type { Ask } from '@millrace/engine';
import { dealership } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type Millrace, playbookKnown } from 'millrace';
import { withDatabase } from '../database.js';
import { simulate } from '../demo/simulate.js';
import { instantAt, YEAR } from '../demo/staff.js';
import { type DatabaseFault, EXIT, type Failure } from '../failure.js';
import { namesOf } from '../names.js';
import { databaseFile } from '../options.js';
import { publishPlaybook } from '../publish.js';
import { type RowError, type Sent, sendAll } from '../send.js';
import { operator } from '../sender.js';
import { type CommonOptions, type Ended, line, type Session } from '../session.js';
import { printOwnership } from './ownership.js';
import { printFunnel } from './print-funnel.js';

const FILE = 'millrace-demo.db';

/** `millrace demo`: a dealership's year through the real rules; run again it records nothing. */
export const demo = async (session: Session, options: CommonOptions): Promise<Ended> => {
  const name = options.db ?? FILE;
  const file = databaseFile(name, session.io);
  line(session, 'demoStarts');
  const shown = await withDatabase({ file, durability: 'normal' }, async (millrace) => {
    const played = await play(session, millrace, file);
    if (E.isLeft(played)) return played;
    line(session, 'demoRecorded', { file: name, ...played.right });
    return show(session, millrace);
  });
  if (E.isLeft(shown)) return shown;
  session.io.out(nextSteps(session, name));
  return E.right(EXIT.ok);
};

interface Played {
  readonly recorded: number;
  readonly already: number;
}

const play = async (
  { watch }: Session,
  millrace: Millrace,
  file: string,
): Promise<E.Either<Failure | DatabaseFault, Played>> => {
  const effectiveAt = instantAt(YEAR.start);
  const published = await publishPlaybook(millrace, dealership, { ...operator, file, effectiveAt });
  if (E.isLeft(published)) return published;
  const counts = { recorded: 0, already: 0 };
  counts[published.right.now ? 'recorded' : 'already'] += 1;
  const faults: Array<RowError> = [];
  const asks = simulate();
  const onSent = ({ answer }: Sent<Ask>): void => {
    if (E.isLeft(answer)) faults.push(answer.left);
    else if (answer.right.type !== 'AlreadySo') {
      counts[answer.right.type === 'Recorded' ? 'recorded' : 'already'] += answer.right.events.length;
    }
  };
  const sent = await sendAll(millrace.engine, asks, onSent, watch('simulating', asks.length));
  if (E.isLeft(sent)) return sent;
  const [cause] = faults;
  return cause === undefined ? E.right(counts) : E.left({ type: 'DemoTurnedDown', file, cause });
};

const show = async (session: Session, millrace: Millrace): Promise<E.Either<Failure | DatabaseFault, undefined>> => {
  const asOf = instantAt(YEAR.end);
  const playbook = await playbookKnown(millrace.engine.store, undefined)();
  if (E.isLeft(playbook)) return playbook;
  const names = namesOf(playbook.right, session.language);
  const found = await millrace.funnel({ asOf })();
  if (E.isLeft(found)) return found;
  const owned = await millrace.ownership({ asOf })();
  if (E.isLeft(owned)) return owned;
  session.io.out('\n');
  printFunnel(session, { found: found.right, names });
  session.io.out('\n');
  printOwnership(session, { found: owned.right, names });
  return E.right(undefined);
};

/** Commands to go on with, spelled as this one was: by npm in a checkout, or by name. */
const nextSteps = ({ texts, io }: Session, db: string): string => {
  const millrace = io.env['npm_lifecycle_event'] === undefined ? 'millrace' : 'npm run -s millrace --';
  return [
    '',
    texts.words.demoNext,
    `  ${millrace} funnel --db ${db} --by custodian`,
    `  ${millrace} funnel --db ${db} --as-of 2025-07-01`,
    `  ${millrace} explain funnel buyer --db ${db}`,
    `  ${millrace} ownership --db ${db} --customer C0007`,
    `  ${millrace} history customer-C0007 --db ${db}`,
    `  ${millrace} replay --db ${db}`,
    '',
  ].join('\n');
};
