import type { Clock, Engine } from '@millrace/engine';
import { type Mismatch, reader } from '@millrace/kernel';
import { FunnelDefinition, type FunnelDocument, funnelOf, funnelView } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { playbookKnown } from '../known.js';
import { type Answered, type Asking, documentsOf, type LogError } from './asking.js';

/** A question about a funnel without a playbook that says what its stages are. */
export interface NoPlaybookPublished {
  readonly type: 'NoPlaybookPublished';
}

/** Parameters of a funnel that do not go together. */
export interface InvalidDefinition {
  readonly type: 'InvalidDefinition';
  readonly cause: Mismatch;
}

/** Everything that can stand between a question and its answer. */
export type QuestionError = LogError | NoPlaybookPublished | InvalidDefinition;

/** A question about the funnel of the playbook that was known. */
export interface DefinedAsking extends Asking {
  /** The parameters that are to differ from the playbook's: a window, another reach or entry rule. */
  readonly definition?: Partial<FunnelDefinition>;
}

/** Documents of the funnel and the definition they are read by. */
export interface Defined extends Answered {
  readonly documents: ReadonlyMap<string, FunnelDocument>;
  readonly definition: FunnelDefinition;
  /** Version of the playbook the definition comes from. */
  readonly playbook: string;
}

const readDefinition = reader(FunnelDefinition);

/** Reads the funnel, and then the playbook as it was known there: both belong to the same log. */
export const definedFunnel =
  (engine: Engine, asking: DefinedAsking, clock: Clock): TaskEither<QuestionError, Defined> =>
  async () => {
    const shown = await documentsOf(engine, funnelView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const known = await playbookKnown(engine.store, { position: shown.right.knownAt })();
    if (E.isLeft(known)) return known;
    if (known.right.phase === 'unpublished') return E.left({ type: 'NoPlaybookPublished' });

    const definition = readDefinition({ ...funnelOf(known.right.playbook), ...asking.definition });
    if (E.isLeft(definition)) return E.left({ type: 'InvalidDefinition', cause: definition.left });
    return E.right({ ...shown.right, definition: definition.right, playbook: known.right.version });
  };
