import { checkPlaybook } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { playbookKnown } from 'millrace';
import { withDatabase } from '../database.js';
import { type DatabaseFault, EXIT, type Failure } from '../failure.js';
import { databaseFile } from '../options.js';
import { findPlaybook, isVersion, type NamedPlaybook, type Shelf } from '../playbook/find.js';
import { jsonOf } from '../render/json.js';
import { type CommonOptions, type Ended, line, type Session } from '../session.js';
import { printPlaybook } from './print-playbook.js';

/** What a command does with playbooks and, where one is needed, with the database opened for reading. */
export const onShelf = async <A>(
  { io }: Session,
  { db }: CommonOptions,
  needed: boolean,
  act: (shelf: Shelf) => Promise<E.Either<Failure | DatabaseFault, A>>,
): Promise<E.Either<Failure, A>> => {
  const file = databaseFile(db, io);
  if (needed) return withDatabase({ file, mode: 'readonly' }, (millrace) => act({ io, millrace, file }));
  return act({ io, millrace: undefined, file }) as Promise<E.Either<Failure, A>>;
};

/** `millrace playbook show [NAME]`: the processes of a playbook; of the one in force, where none is named. */
export const showPlaybook = async (session: Session, name: string, options: CommonOptions): Promise<Ended> => {
  const shown = await onShelf(session, options, name === '' || isVersion(name), (shelf) =>
    name === '' ? inForce(shelf) : findPlaybook(name, shelf),
  );
  return E.map((found: NamedPlaybook): number => {
    if (options.json) session.io.out(jsonOf(found));
    else printPlaybook(session, found);
    return EXIT.ok;
  })(shown);
};

const inForce = async ({ millrace }: Shelf): Promise<E.Either<Failure | DatabaseFault, NamedPlaybook>> => {
  if (millrace === undefined) throw new RangeError('the database was not opened');
  const known = await playbookKnown(millrace.engine.store, undefined)();
  if (E.isLeft(known)) return known;
  if (known.right.phase === 'unpublished') return E.left({ type: 'NoPlaybookPublished' });
  return E.right({ version: known.right.version, playbook: known.right.playbook });
};

/** `millrace playbook validate NAME [--db FILE]`: whether it may be published, after the one in force there. */
export const validatePlaybook = async (session: Session, name: string, options: CommonOptions): Promise<Ended> => {
  const valid = await onShelf(session, options, options.db !== undefined || isVersion(name), async (shelf) => {
    const found = await findPlaybook(name, shelf);
    if (E.isLeft(found)) return found;
    const before = options.db === undefined ? undefined : await inForce(shelf);
    if (before !== undefined && E.isLeft(before) && before.left.type !== 'NoPlaybookPublished') return before;
    const standing = before !== undefined && E.isRight(before) ? before.right.playbook : undefined;
    const checked = checkPlaybook(found.right.playbook, standing);
    if (E.isLeft(checked)) return E.left({ type: 'PlaybookRefused', file: name, refusal: checked.left } as const);
    return found;
  });
  return E.map(({ version, playbook }: NamedPlaybook): number => {
    const processes = playbook.projects?.processes.length ?? 0;
    if (options.json) session.io.out(jsonOf({ valid: true, version, processes }));
    else line(session, 'valid', { version, processes });
    return EXIT.ok;
  })(valid);
};
