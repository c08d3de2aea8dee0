import { type Fold, type Readable, type StreamId, streamId } from '@millrace/kernel';
import { type PlaybookEvent, playbookEvents } from './events.js';
import { evolve, initial, type PlaybookState } from './evolve.js';

/** The one stream of an organisation's rules. */
export const playbookStream: StreamId = streamId('playbook', 'main');

/** The fold of the organisation's rules. */
const playbookFold: Fold<PlaybookState, PlaybookEvent> = { initial, evolve };

/** What others fold of the playbook's stream. */
export const readablePlaybook: Readable<PlaybookState, PlaybookEvent> = { events: playbookEvents, fold: playbookFold };

export type { PlaybookInForce, PlaybookState } from './evolve.js';
export type { PeopleRules, Undertaking } from './people-rules.js';
export { CreditBasis, DonationRule, Ranking, Visibility } from './performance-rules.js';
export type { Permissions, RolePermissions } from './permissions.js';
