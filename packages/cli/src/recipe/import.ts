import type { Ask } from '@millrace/engine';
import * as E from 'fp-ts/lib/Either.js';
import type { Millrace } from 'millrace';
import type { DatabaseFault, Failure } from '../failure.js';
import { publishPlaybook } from '../publish.js';
import type { Watch } from '../render/progress.js';
import { type RowError, type Sent, sendAll } from '../send.js';
import type { Writer } from '../sender.js';
import type { Place, Plan, PlannedFault } from './plan.js';
import type { ReadRecipe } from './read.js';

/** Why a row, or one of its commands, was not recorded. */
export interface Rejection extends Place {
  readonly cause: PlannedFault['fault'] | RowError;
}

/** What became of an import. */
export interface ImportReport {
  readonly rows: number;
  /** Events recorded now, the publication of the playbook among them. */
  readonly recorded: number;
  /** Events that an earlier run recorded. */
  readonly already: number;
  /** Commands that changed nothing: what they ask for was so. */
  readonly unchanged: number;
  /** In the order of files and rows; a row has one for each of its commands that was turned down. */
  readonly rejections: ReadonlyArray<Rejection>;
  /** Version of the playbook in force. */
  readonly playbook: string;
}

/** Who imports, where nobody is named. */
export const importer: Writer = { actor: 'import', role: 'import' };

/**
 * Publishes the recipe's playbook and sends the plan's commands; `file` is the database's.
 *
 * A command's id is made of recipe, file, row and place in the row, so after a kill, or again, it
 * records exactly what is missing.
 */
export const importPlan = async (
  millrace: Millrace,
  { recipe, playbook }: ReadRecipe,
  { rows, commands, faults }: Plan,
  { writer, file, watch }: { readonly writer: Writer; readonly file: string; readonly watch: Watch },
): Promise<E.Either<Failure | DatabaseFault, ImportReport>> => {
  const first = commands[0]?.effectiveAt;
  const published = await publishPlaybook(millrace, playbook, {
    ...writer,
    file,
    ...(first === undefined ? {} : { effectiveAt: first }),
  });
  if (E.isLeft(published)) return published;

  const counts = { recorded: 0, already: 0, unchanged: 0 };
  counts[published.right.now ? 'recorded' : 'already'] += 1;
  const rejections: Array<Rejection> = faults.map(({ fault: cause, ...place }) => ({ ...place, cause }));
  const onSent = ({ ask, answer }: Sent<Ask & Place>): void => {
    if (E.isLeft(answer)) rejections.push({ file: ask.file, row: ask.row, cause: answer.left });
    else if (answer.right.type === 'AlreadySo') counts.unchanged += 1;
    else counts[answer.right.type === 'Recorded' ? 'recorded' : 'already'] += answer.right.events.length;
  };
  const sent = await sendAll(
    millrace.engine,
    commands.map((command) => ({ ...writer, ...command })),
    onSent,
    watch('importing', commands.length),
  );
  if (E.isLeft(sent)) return sent;

  const place = new Map(recipe.files.map(({ path }, index) => [path, index]));
  rejections.sort((a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0) || a.row - b.row);
  return E.right({ rows, ...counts, rejections, playbook: published.right.version });
};
