import { dealership } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { Millrace } from 'millrace';
import { withDatabase } from '../database.js';
import { simulate } from '../demo/simulate.js';
import { instantAt, YEAR } from '../demo/staff.js';
import { EXIT, type Failure } from '../failure.js';
import { databaseFile } from '../options.js';
import { publishPlaybook } from '../publish.js';
import { progressOf } from '../render/progress.js';
import { type RowError, sendAll } from '../send.js';
import { type CommonOptions, type Ended, line, type Session, stageNames } from '../session.js';
import { sayRejection } from '../texts/index.js';
import { printFunnel } from './funnel.js';
import { printOwnership } from './ownership.js';

const FILE = './millrace-demo.db';

/** `millrace demo`: a dealership's year through the real rules; run again it records nothing. */
export const demo = async (session: Session, options: CommonOptions): Promise<Ended> => {
  const name = options.db ?? FILE;
  line(session, 'demoStarts');
  const shown = await withDatabase({ file: databaseFile(name, session.io), durability: 'normal' }, async (millrace) => {
    const played = await play(session, millrace);
    if (E.isLeft(played)) return played;
    line(session, 'demoRecorded', { file: name, ...played.right });
    return show(session, millrace);
  });
  if (E.isLeft(shown)) return shown;
  session.io.out(`\n${nextSteps(session, name)}\n`);
  return E.right(EXIT.ok);
};

interface Played {
  readonly recorded: number;
  readonly already: number;
}

const operator = { actor: 'operator', role: 'operator' };

const play = async (session: Session, millrace: Millrace): Promise<E.Either<Failure, Played>> => {
  const effectiveAt = instantAt(YEAR.start);
  const published = await publishPlaybook(millrace, dealership, { ...operator, effectiveAt });
  if (E.isLeft(published)) return published;
  const counts = { recorded: 0, already: 0 };
  const faults: Array<RowError> = [];
  const asks = simulate();
  const progress = progressOf(session.io, session.texts.words.simulating, asks.length);
  const sent = await sendAll(millrace.engine, asks, ({ answer }, count) => {
    if (E.isLeft(answer)) faults.push(answer.left);
    else if (answer.right.type !== 'AlreadySo') {
      counts[answer.right.type === 'Recorded' ? 'recorded' : 'already'] += answer.right.events.length;
    }
    progress.at(count);
  });
  progress.end();
  if (E.isLeft(sent)) return sent;
  const [fault] = faults;
  if (fault !== undefined) throw new Error(`the simulation was turned down: ${sayRejection(session.texts, fault)}`);
  return E.right(counts);
};

const show = async (session: Session, millrace: Millrace): Promise<E.Either<Failure, undefined>> => {
  const asOf = instantAt(YEAR.end);
  const names = await stageNames(session, millrace, {});
  if (E.isLeft(names)) return names;
  const found = await millrace.funnel({ asOf })();
  if (E.isLeft(found)) return found;
  const owned = await millrace.ownership({ asOf })();
  if (E.isLeft(owned)) return owned;
  session.io.out('\n');
  printFunnel(session, found.right, names.right);
  session.io.out('\n');
  printOwnership(session, owned.right);
  return E.right(undefined);
};

const nextSteps = ({ texts }: Session, file: string): string =>
  [
    texts.words.demoNext,
    `  npm run -s millrace -- funnel --db ${file} --as-of 2025-07-01 --by custodian`,
    `  npm run -s millrace -- explain funnel buyer --db ${file} --measure current`,
    `  npm run -s millrace -- ownership --db ${file} --customer C0007`,
    `  npm run -s millrace -- history customer-C0007 --db ${file}`,
    `  npm run -s millrace -- replay --db ${file}`,
  ].join('\n');
