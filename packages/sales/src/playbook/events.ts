/** What can have happened to an organisation's playbook. Storage format: append-only. */
import { type EventOf, eventSet, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Playbook } from './document.js';
import { playbookUpcasters } from './upcast.js';

const specs = {
  PlaybookPublished: {
    data: struct(
      {
        /** `<name>@<first 16 digits of hash>`: what the events decided under it name. */
        version: t.string,
        /** SHA-256 of the playbook's canonical JSON, in hexadecimal. */
        hash: t.string,
        playbook: Playbook,
      },
      {},
      'PlaybookPublished',
    ),
    upcast: playbookUpcasters,
  },
};

/** Something that happened to an organisation's rules. */
export type PlaybookEvent = EventOf<typeof specs>;
/** The events that the playbook's stream may hold. */
export const playbookEvents = eventSet('playbook', specs);
