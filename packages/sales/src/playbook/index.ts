import { type Decider, type Module, streamRead } from '@millrace/kernel';
import { readsActor } from '../governance/index.js';
import { personStream, readablePerson } from '../person/readable.js';
import {
  decide,
  type PlaybookCommand,
  type PlaybookContext,
  type PlaybookRefusal,
  playbookCommands,
} from './decide.js';
import { type PlaybookEvent, playbookEvents } from './events.js';
import { evolve, initial, type PlaybookState } from './evolve.js';
import { playbookStream } from './readable.js';

const decider: Decider<PlaybookCommand, PlaybookState, PlaybookEvent, PlaybookRefusal, PlaybookContext> = {
  initial,
  decide,
  evolve,
};

/** The rules of the organisation, published as events. */
export const playbookModule: Module<PlaybookCommand, PlaybookState, PlaybookEvent, PlaybookRefusal, PlaybookContext> = {
  kind: 'playbook',
  decider,
  events: playbookEvents,
  commands: playbookCommands,
  streamOf: () => playbookStream,
  reads: (_, { actor, role }, { own }) =>
    own.phase === 'published' && readsActor(own.playbook.permissions, role)
      ? [streamRead(personStream(actor), readablePerson)]
      : [],
  contextOf: (_, moment, { stateOf }) => ({
    ...moment,
    actorRecord: stateOf(personStream(moment.actor), readablePerson),
  }),
  playbookOf: () => undefined,
};

export { Label, Named, Term, type TermBrand, Zone, type ZoneBrand } from '../terms.js';
export { type PlaybookDifference, playbookDifferences } from './differences.js';
export {
  type Classification,
  type ClassRule,
  type CustomerRules,
  firstStageOf,
  type ListName,
  Playbook,
  rankOf,
  termsOf,
} from './document.js';
export type { PlaybookInForce } from './evolve.js';
export type { PlaybookFault } from './faults.js';
export { PeopleRules, type Undertaking } from './people-rules.js';
export { BoardRules, CreditBasis, DonationRule, PerformanceRules, Ranking, Visibility } from './performance-rules.js';
export { Permissions, type RolePermissions } from './permissions.js';
export { checkPlaybook } from './policy.js';
export { playbookStream, readablePlaybook } from './readable.js';
export type { PlaybookCommand, PlaybookContext, PlaybookEvent, PlaybookRefusal, PlaybookState };
export { playbookEvents };
