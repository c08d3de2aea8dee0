import type { Engine } from '@millrace/engine';
import type { Position } from '@millrace/kernel';
import { creditsView, organisationView, type PledgeDocuments, periodsView, pledgesView } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type LogError, type Reading, readInto } from './asking.js';

/** What the pledges of a period are read from, and up to where. */
export interface KnownPledges {
  readonly documents: PledgeDocuments;
  /** Position of the last event that was known. */
  readonly knownAt: Position;
}

/**
 * Reads what the pledges of a period rest on. Memberships and names are those known at the period's
 * cut-off, where it has one: what is recorded of them later changes nothing of it.
 *
 * @source design.md decision 12
 */
export const readPledges =
  (engine: Engine, reading: Reading, cutOff: Position | undefined): TaskEither<LogError, KnownPledges> =>
  async () => {
    const views = { credits: creditsView, organisation: organisationView, periods: periodsView, pledges: pledgesView };
    const shown = await readInto(engine, views, reading)();
    if (E.isLeft(shown)) return shown;
    const { documents, position: knownAt } = shown.right;
    if (cutOff === undefined || knownAt <= cutOff) return E.right({ documents, knownAt });
    const then = await asOrganisedAt(engine, documents, cutOff)();
    return E.isLeft(then) ? then : E.right({ documents: then.right, knownAt });
  };

/** The same documents, with memberships and names as known at a position. */
export const asOrganisedAt =
  (engine: Engine, documents: PledgeDocuments, position: Position): TaskEither<LogError, PledgeDocuments> =>
  async () => {
    const then = await readInto(engine, { organisation: organisationView }, { knownAt: { position } })();
    if (E.isLeft(then)) return then;
    return E.right({ ...documents, organisation: then.right.documents.organisation });
  };
