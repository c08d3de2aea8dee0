import { type Decider, type Module, type Moment, type Readable, type StreamId, streamId } from '@millrace/kernel';
import { decide, type PlaybookCommand, type PlaybookRefusal, playbookCommands } from './decide.js';
import { type PlaybookEvent, playbookEvents } from './events.js';
import { evolve, initial, type PlaybookState } from './evolve.js';

/** The one stream of an organisation's rules. */
export const playbookStream: StreamId = streamId('playbook', 'main');

const decider: Decider<PlaybookCommand, PlaybookState, PlaybookEvent, PlaybookRefusal, Moment> = {
  initial,
  decide,
  evolve,
};

/** What others fold of the playbook's stream. */
export const readablePlaybook: Readable<PlaybookState, PlaybookEvent> = { events: playbookEvents, fold: decider };

/** The rules of the organisation, published as events. */
export const playbookModule: Module<PlaybookCommand, PlaybookState, PlaybookEvent, PlaybookRefusal, Moment> = {
  kind: 'playbook',
  decider,
  events: playbookEvents,
  commands: playbookCommands,
  streamOf: () => playbookStream,
  reads: () => [],
  contextOf: (moment) => moment,
  playbookOf: () => undefined,
};

export {
  type Classification,
  type ClassRule,
  type CustomerRules,
  firstStageOf,
  Label,
  type ListName,
  type Named,
  Playbook,
  rankOf,
  Term,
  type TermBrand,
  termsOf,
  Zone,
  type ZoneBrand,
} from './document.js';
export type { PlaybookInForce } from './evolve.js';
export type { PlaybookFault } from './faults.js';
export type { PlaybookCommand, PlaybookEvent, PlaybookRefusal, PlaybookState };
export { playbookEvents };
