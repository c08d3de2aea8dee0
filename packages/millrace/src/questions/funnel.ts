import { type Clock, type Engine, sha256 } from '@millrace/engine';
import {
  type FunnelDefinition,
  type FunnelReport,
  funnelReport,
  type GroupBy,
  hashOf,
  type Span,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Answered } from './asking.js';
import { type DefinedAsking, definedFunnel, type QuestionError } from './defined.js';

export interface FunnelAsking extends DefinedAsking {
  readonly by?: GroupBy;
  /** Conversions of the entries, and flow ratios of the moves, that fall in it; of all, when left out. */
  readonly span?: Span;
}

export interface FunnelAnswer extends Answered, FunnelReport {
  readonly definition: FunnelDefinition;
  /** SHA-256 of the definition. */
  readonly definitionHash: string;
  /** Version of the playbook the definition comes from. */
  readonly playbook: string;
}

/** The funnel of the playbook that was known. */
export const askFunnel =
  (engine: Engine, asking: FunnelAsking, clock: Clock): TaskEither<QuestionError, FunnelAnswer> =>
  async () => {
    const defined = await definedFunnel(engine, asking, clock)();
    if (E.isLeft(defined)) return defined;
    const { documents, definition, playbook, asOf, knownAt } = defined.right;
    const report = funnelReport(documents, { definition, asOf, by: asking.by, span: asking.span });
    return E.right({ definition, definitionHash: hashOf(definition, sha256), playbook, asOf, knownAt, ...report });
  };
