/** Who works a customer, and who owns the record: two things. @source DLR-33, OWN-1, OWN-3, design.md decision 9 */
import type { BusinessId, Instant } from '@millrace/kernel';

/** The dealer owns every record, whoever has custody. */
export const LEGAL_OWNER = 'dealer';

/** Who holds a customer: always exactly one of these. @source OWN-1 */
export type Holder =
  | { readonly kind: 'pool' }
  | { readonly kind: 'custodian'; readonly person: BusinessId }
  | {
      readonly kind: 'temporary';
      readonly manager: BusinessId;
      /** The custodian before; absent where it was the pool. */
      readonly before?: BusinessId;
      readonly until?: Instant;
    };

/** The custody of a person, or the pool where there is nobody. */
export const heldBy = (person: BusinessId | undefined): Holder =>
  person === undefined ? { kind: 'pool' } : { kind: 'custodian', person };
