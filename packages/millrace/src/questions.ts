import { type Engine, fetchEvents, type KnownAt, projectLog, sha256 } from '@millrace/engine';
import {
  type CorruptHistory,
  digestOf,
  type Envelope,
  type Instant,
  openStored,
  type Position,
  type ReadError,
  readEvent,
  type StreamId,
} from '@millrace/kernel';
import {
  type CustodyInterval,
  custodyIntervals,
  type FunnelDefinition,
  type FunnelMeasure,
  type FunnelReceiptLine,
  type FunnelReport,
  funnelOf,
  funnelReceipt,
  funnelReport,
  funnelView,
  type GroupBy,
  hashOf,
  type OwnershipReport,
  ownershipReport,
  ownershipView,
  views,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { playbookKnown } from './known.js';

/** As of which effective time, and as known at which position or time of recording. */
export interface Asking {
  /** Now, when left out. */
  readonly asOf?: Instant;
  /** Everything recorded, when left out. */
  readonly knownAt?: KnownAt;
  /** Called as events are read, with their number so far. */
  readonly onProgress?: (events: number) => void;
}

/** What every answer says of itself. */
export interface Answered {
  readonly asOf: Instant;
  /** Position of the last event that was known. */
  readonly knownAt: Position;
}

/** A question about a funnel without a playbook that says what its stages are. */
export interface NoPlaybookPublished {
  readonly type: 'NoPlaybookPublished';
}

/** A stage that the funnel does not have. */
export interface UnknownStage {
  readonly type: 'UnknownStage';
  readonly stage: string;
  readonly stages: ReadonlyArray<string>;
}

export type QuestionError = ReadError | CorruptHistory | NoPlaybookPublished;

export interface FunnelAnswer extends Answered, FunnelReport {
  readonly definition: FunnelDefinition;
  /** SHA-256 of the definition. */
  readonly definitionHash: string;
  /** Version of the playbook the definition comes from. */
  readonly playbook: string;
}

export interface FunnelAsking extends Asking {
  readonly by?: GroupBy;
}

/** The funnel of the playbook in force. */
export const askFunnel =
  (engine: Engine, asking: FunnelAsking, now: Instant): TaskEither<QuestionError, FunnelAnswer> =>
  async () => {
    const found = await defined(engine, asking, now)();
    if (E.isLeft(found)) return found;
    const { documents, definition, playbook, asOf, knownAt } = found.right;
    const report = funnelReport(documents, { definition, asOf, ...(asking.by === undefined ? {} : { by: asking.by }) });
    return E.right({ definition, definitionHash: hashOf(definition, sha256), playbook, asOf, knownAt, ...report });
  };

/** A count and, for each unit it counts, the event that put it there. */
export interface FunnelExplanation extends Answered {
  readonly stage: string;
  readonly measure: FunnelMeasure;
  readonly value: number;
  readonly definitionHash: string;
  readonly playbook: string;
  readonly lines: ReadonlyArray<FunnelReceiptLine & { readonly event: Envelope }>;
}

/** The receipt of one number of the funnel, by a second pass over the streams it names. */
export const explainFunnel =
  (
    engine: Engine,
    { stage, measure }: { readonly stage: string; readonly measure: FunnelMeasure },
    asking: Asking,
    now: Instant,
  ): TaskEither<QuestionError | UnknownStage, FunnelExplanation> =>
  async () => {
    const found = await defined(engine, asking, now)();
    if (E.isLeft(found)) return found;
    const { documents, definition, playbook, asOf, knownAt } = found.right;
    if (!definition.stages.some((id) => id === stage)) {
      return E.left({ type: 'UnknownStage', stage, stages: definition.stages });
    }
    const lines = funnelReceipt(documents, definition, asOf, stage, measure);
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
      lines: lines.flatMap((line, i) => {
        const event = events.right[i];
        return event === undefined ? [] : [{ ...line, event }];
      }),
    });
  };

export interface OwnershipAnswer extends Answered, OwnershipReport {}

/** Who has custody of how many customers. */
export const askOwnership =
  (engine: Engine, asking: Asking, now: Instant): TaskEither<ReadError | CorruptHistory, OwnershipAnswer> =>
  async () => {
    const projected = await projectLog({ ...reading(engine, asking), views: { ownership: ownershipView } })();
    if (E.isLeft(projected)) return projected;
    const { documents, position: knownAt } = projected.right;
    const asOf = asking.asOf ?? now;
    return E.right({ asOf, knownAt, ...ownershipReport(documents.ownership, asOf) });
  };

export interface CustodyAnswer extends Answered {
  readonly customer: string;
  readonly intervals: ReadonlyArray<CustodyInterval>;
}

/** Who had custody of one customer, from entry on. */
export const askCustody =
  (
    engine: Engine,
    customer: string,
    asking: Asking,
    now: Instant,
  ): TaskEither<ReadError | CorruptHistory, CustodyAnswer> =>
  async () => {
    const projected = await projectLog({ ...reading(engine, asking), views: { ownership: ownershipView } })();
    if (E.isLeft(projected)) return projected;
    const { documents, position: knownAt } = projected.right;
    const asOf = asking.asOf ?? now;
    return E.right({ asOf, knownAt, customer, intervals: custodyIntervals(documents.ownership, customer, asOf) });
  };

const PAGE = 1_000;

/** Every event of a stream, in order. */
export const askHistory =
  (engine: Engine, stream: StreamId): TaskEither<ReadError | CorruptHistory, ReadonlyArray<Envelope>> =>
  async () => {
    const envelopes: Array<Envelope> = [];
    const events = engine.eventsOf.get(stream.slice(0, stream.indexOf('-')));
    for (;;) {
      const page = await engine.store.readStream(stream, envelopes.length, PAGE)();
      if (E.isLeft(page)) return page;
      for (const stored of page.right) {
        const opened = openStored(stored);
        const read = E.isLeft(opened) || events === undefined ? opened : readEvent(events, opened.right);
        if (E.isLeft(read)) return read;
        envelopes.push(read.right);
      }
      if (page.right.length < PAGE) return E.right(envelopes);
    }
  };

/** A replay of the whole log into every view. */
export interface Replay {
  readonly events: number;
  readonly knownAt: Position;
  /** A digest of each view's documents: equal histories have equal ones. @source metrics.md LOG-2 */
  readonly views: { readonly [name: string]: string };
}

/** Folds the log into every view and says what came of it. */
export const replayViews =
  (engine: Engine, asking: Pick<Asking, 'knownAt' | 'onProgress'>): TaskEither<ReadError | CorruptHistory, Replay> =>
  async () => {
    const projected = await projectLog({ ...reading(engine, asking), views })();
    if (E.isLeft(projected)) return projected;
    const { documents, events, position } = projected.right;
    return E.right({
      events,
      knownAt: position,
      views: {
        funnel: digestOf(views.funnel, documents.funnel, sha256),
        ownership: digestOf(views.ownership, documents.ownership, sha256),
      },
    });
  };

interface Defined extends Answered {
  readonly definition: FunnelDefinition;
  readonly playbook: string;
  readonly documents: Parameters<typeof funnelReport>[0];
}

const defined =
  (engine: Engine, asking: Asking, now: Instant): TaskEither<QuestionError, Defined> =>
  async () => {
    const playbook = await playbookKnown(engine.store, asking.knownAt)();
    if (E.isLeft(playbook)) return playbook;
    if (playbook.right.phase === 'unpublished') return E.left({ type: 'NoPlaybookPublished' });
    const projected = await projectLog({ ...reading(engine, asking), views: { funnel: funnelView } })();
    if (E.isLeft(projected)) return projected;
    return E.right({
      asOf: asking.asOf ?? now,
      knownAt: projected.right.position,
      definition: funnelOf(playbook.right.playbook),
      playbook: playbook.right.version,
      documents: projected.right.documents.funnel,
    });
  };

const reading = ({ store, eventsOf }: Engine, { knownAt, onProgress }: Asking) => ({
  store,
  eventsOf,
  ...(knownAt === undefined ? {} : { knownAt }),
  ...(onProgress === undefined ? {} : { onProgress }),
});
