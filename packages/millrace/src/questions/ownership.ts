import type { Clock, Engine } from '@millrace/engine';
import {
  type CustodyInterval,
  custodyIntervals,
  type OwnershipReport,
  ownershipReport,
  ownershipView,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Answered, type Asking, documentsOf, type LogError } from './asking.js';

export interface OwnershipAnswer extends Answered, OwnershipReport {}

/** Who has custody of how many customers. */
export const askOwnership =
  (engine: Engine, asking: Asking, clock: Clock): TaskEither<LogError, OwnershipAnswer> =>
  async () => {
    const shown = await documentsOf(engine, ownershipView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, asOf, knownAt } = shown.right;
    return E.right({ asOf, knownAt, ...ownershipReport(documents, asOf) });
  };

export interface CustodyAnswer extends Answered {
  readonly customer: string;
  /** None where there is no such customer, or none was entered by then. */
  readonly intervals: ReadonlyArray<CustodyInterval>;
}

/** Who had custody of one customer, from entry on. */
export const askCustody =
  (engine: Engine, customer: string, asking: Asking, clock: Clock): TaskEither<LogError, CustodyAnswer> =>
  async () => {
    const shown = await documentsOf(engine, ownershipView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, asOf, knownAt } = shown.right;
    return E.right({ asOf, knownAt, customer, intervals: custodyIntervals(documents, customer, asOf) });
  };
