import { dealership } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type Millrace, playbookKnown } from 'millrace';
import { withDatabase } from '../database.js';
import { playYear } from '../demo/play.js';
import { simulate } from '../demo/simulate.js';
import { FOUNDED, instantAt, YEAR } from '../demo/staff.js';
import { type DatabaseFault, EXIT, type Failure } from '../failure.js';
import { namesOf } from '../names.js';
import { databaseFile } from '../options.js';
import { publishPlaybook } from '../publish.js';
import { operator } from '../sender.js';
import { type CommonOptions, type Ended, line, type Session } from '../session.js';
import { printOwnership } from './ownership.js';
import { printFunnel } from './print-funnel.js';
import { printLeaderboard } from './print-leaderboard.js';
import { printPledges } from './print-pledges.js';

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
  const effectiveAt = instantAt(FOUNDED);
  const published = await publishPlaybook(millrace, dealership, { ...operator, file, effectiveAt });
  if (E.isLeft(published)) return published;
  const played = await playYear(millrace, watch('simulating', simulate().length));
  if (E.isLeft(played)) return played;
  const { faults, recorded, already } = played.right;
  const [cause] = faults;
  if (cause !== undefined) return E.left({ type: 'DemoTurnedDown', file, cause });
  const now = published.right.now ? 1 : 0;
  return E.right({ recorded: recorded + now, already: already + 1 - now });
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
  const board = await millrace.leaderboard({ period: '2025', asOf })();
  if (E.isLeft(board)) return board;
  const sworn = await millrace.pledges({ period: '2025-Q4', asOf })();
  if (E.isLeft(sworn)) return sworn;
  session.io.out('\n');
  printLeaderboard(session, { found: board.right, names });
  session.io.out('\n');
  printPledges(session, { found: sworn.right, names });
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
    `  ${millrace} leaderboard --period 2025-Q3 --of team --db ${db}`,
    `  ${millrace} statement --person S08 --period 2025-Q2 --db ${db}`,
    `  ${millrace} ownership --db ${db} --customer C0007`,
    `  ${millrace} history customer-C0007 --db ${db}`,
    `  ${millrace} replay --db ${db}`,
    '',
  ].join('\n');
};
