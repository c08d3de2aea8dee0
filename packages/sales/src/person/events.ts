/**
 * What can have happened to a person of the organisation.
 *
 * Storage format: append-only; a new meaning is a new event.
 *
 * @source requirements ORG-12, ORG-14, DLR-33, DLR-44
 */
import { BusinessId, type EventOf, eventSet, Instant, personal, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Term } from '../terms.js';

/** Direct seller ("army") or sales manager ("air force"). @source ORG-14 */
export const Talent = t.keyof({ directSeller: null, salesManager: null }, 'Talent');
export type Talent = t.TypeOf<typeof Talent>;

const specs = {
  StaffJoined: { data: struct({ person: BusinessId, name: personal(t.string) }, { talent: Talent }) },
  PersonRenamed: { data: struct({ name: personal(t.string) }) },
  /** From the event's effective time on, up to `until` where one is given. */
  RoleGranted: { data: struct({ role: Term }, { until: Instant }) },
  RoleRevoked: { data: struct({ role: Term }) },
  TeamJoined: { data: struct({ unit: BusinessId }, { until: Instant }) },
  TeamLeft: { data: struct({ unit: BusinessId }) },
  PostQualified: { data: struct({ post: Term }, { until: Instant }) },
  PostQualificationExpired: { data: struct({ post: Term }) },
  DataTermsAccepted: { data: struct({ terms: t.string }) },
  SellerResigned: { data: struct({ reason: Term }) },
};

export type PersonEvent = EventOf<typeof specs>;
export const personEvents = eventSet('person', specs);
