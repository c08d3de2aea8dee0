import { type Envelope, eventOf, type View } from '@millrace/kernel';
import {
  initialPerson,
  initialUnit,
  type Person,
  type PersonEvent,
  personFold,
  type Unit,
  type UnitEvent,
  unitFold,
} from '@millrace/sales';
import type { Draft } from 'immer';

/** A person or a unit, by stream: `person-<id>`, `unit-<id>`. */
export type OrganisationDocument =
  | { readonly kind: 'person'; readonly id: string; readonly state: Person }
  | { readonly kind: 'unit'; readonly id: string; readonly state: Unit };

/** Who is in the organisation, in which unit, and when. @source DLR-51 */
export const organisationView: View<PersonEvent | UnitEvent, OrganisationDocument> = {
  name: 'organisation',
  version: 1,
  kinds: ['person', 'unit'],
  empty: (stream) =>
    stream.startsWith('person-')
      ? { kind: 'person', id: stream.slice('person-'.length), state: initialPerson }
      : { kind: 'unit', id: stream.slice('unit-'.length), state: initialUnit },
  on: (event) => [
    {
      key: event.stream,
      change: (doc: Draft<OrganisationDocument>): undefined => {
        if (doc.kind === 'person') {
          doc.state = personFold.evolve(doc.state, eventOf(event as Envelope<PersonEvent>)) ?? doc.state;
        } else {
          doc.state = unitFold.evolve(doc.state, eventOf(event as Envelope<UnitEvent>)) ?? doc.state;
        }
      },
    },
  ],
};
