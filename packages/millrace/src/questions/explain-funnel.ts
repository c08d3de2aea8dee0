import { type Clock, type Engine, fetchEvents, sha256 } from '@millrace/engine';
import type { Envelope } from '@millrace/kernel';
import { type FunnelNumber, type FunnelReceiptLine, funnelReceipt, hashOf } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import { zipWith } from 'fp-ts/lib/ReadonlyArray.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Answered } from './asking.js';
import { type DefinedAsking, definedFunnel, type QuestionError } from './defined.js';

/** A stage that the funnel does not have. */
export interface UnknownStage {
  readonly type: 'UnknownStage';
  readonly stage: string;
  readonly stages: ReadonlyArray<string>;
}

/** A count and, for each unit it counts, the event that put it there. */
export interface FunnelExplanation extends Answered, FunnelNumber {
  readonly value: number;
  readonly definitionHash: string;
  /** Version of the playbook the definition comes from. */
  readonly playbook: string;
  readonly lines: ReadonlyArray<FunnelReceiptLine & { readonly event: Envelope }>;
}

/** The receipt of one number of the funnel, by a second pass over the streams it names. */
export const explainFunnel =
  (
    engine: Engine,
    { stage, measure }: FunnelNumber,
    asking: DefinedAsking,
    clock: Clock,
  ): TaskEither<QuestionError | UnknownStage, FunnelExplanation> =>
  async () => {
    const defined = await definedFunnel(engine, asking, clock)();
    if (E.isLeft(defined)) return defined;
    const { documents, definition, playbook, asOf, knownAt } = defined.right;
    const { stages } = definition;
    if (!stages.some((id) => id === stage)) return E.left({ type: 'UnknownStage', stage, stages });

    const lines = funnelReceipt(documents, { definition, asOf }, { stage, measure });
    const events = await fetchEvents(engine.store, engine.eventsOf, lines)();
    if (E.isLeft(events)) return events;
    return E.right({
      asOf,
      knownAt,
      stage,
      measure,
      value: lines.length,
      definitionHash: hashOf(definition, sha256),
      playbook,
      lines: zipWith(lines, events.right, (line, event) => ({ ...line, event })),
    });
  };
