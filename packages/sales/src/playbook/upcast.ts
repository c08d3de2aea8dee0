/** How playbooks of older schemas read. */
import type { Json, JsonObject, Upcaster } from '@millrace/kernel';

/**
 * Before there were people and pledges, everybody was allowed everything, and nothing asked for a
 * qualification or for data terms.
 */
const withPeople: Upcaster = (data) => ({
  ...(data as JsonObject),
  playbook: {
    ...((data as JsonObject)['playbook'] as JsonObject),
    people: { qualifiedFor: [], dataTermsFor: [], posts: [], resignation: [] },
    permissions: { allow: 'all' },
    performance: {
      creditBasis: 'contract',
      donationRule: 'allOrNothing',
      settlementDueDays: 5,
      boards: { ranking: 'competition', tieBreak: 'id', participants: 'all', visibility: { show: 'all' } },
      refund: [],
      waiver: [],
    } satisfies Json,
  },
});

/** From version 1 on, in order. */
export const playbookUpcasters: ReadonlyArray<Upcaster> = [withPeople];
