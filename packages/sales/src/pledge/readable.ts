import { type Fold, type Readable, type StreamId, streamId } from '@millrace/kernel';
import { type PledgeEvent, pledgeEvents } from './events.js';
import { evolve, initial, type Pledge } from './evolve.js';

/** The fold of a pledge. */
export const pledgeFold: Fold<Pledge, PledgeEvent> = { initial, evolve };

/** What others fold of a pledge's stream. */
export const readablePledge: Readable<Pledge, PledgeEvent> = { events: pledgeEvents, fold: pledgeFold };

/** What names a pledge. Ids hold no `/`, so no two pledges share a name. @source Q15 */
export interface PledgeName {
  readonly period: string;
  readonly person: string;
  readonly unit?: string | undefined;
}

/** A pledge by its period, its person and, for a team, its unit. */
export const pledgeId = ({ period, person, unit }: PledgeName): string =>
  [period, person, ...(unit === undefined ? [] : [unit])].join('/');

/** The stream of a pledge. */
export const pledgeStream = (name: PledgeName): StreamId => streamId('pledge', pledgeId(name));
