import type { BusinessId } from '@millrace/kernel';
import type { CustomerCommand, Term } from '@millrace/sales';
import fc from 'fast-check';
import { customerIds, managerIds, sellerIds } from './people.js';

/**
 * The commands that bring a customer through the front door, or part of the way: most are entered,
 * some into the pool, some after a rejection, some are still pending, accepted or rejected.
 */
export const customerOpening = (customer: BusinessId = customerIds[0]): fc.Arbitrary<ReadonlyArray<CustomerCommand>> =>
  fc
    .record({
      seller: fc.constantFrom(...sellerIds),
      screenedBy: fc.constantFrom(...managerIds),
      source: fc.constantFrom('referral', 'walkIn', 'internet') as fc.Arbitrary<Term>,
      rejected: fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      intoPool: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      /** Commands left out at the end. */
      short: fc.oneof(
        { weight: 10, arbitrary: fc.constant(0) },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
      ),
    })
    .map(({ seller, screenedBy, source, rejected, intoPool, short }) => {
      const commands: ReadonlyArray<CustomerCommand> = [
        { type: 'CollectProspect', customer, collectedBy: seller, sheet: { source, mobile: '139' } },
        ...(rejected ? rejectedOnce(customer, seller, screenedBy) : []),
        { type: 'AcceptProspect', customer, screenedBy },
        { type: 'EnterCustomer', customer, ...(intoPool ? {} : { custodian: seller }) },
      ];
      return commands.slice(0, Math.max(0, commands.length - short));
    });

const rejectedOnce = (customer: BusinessId, seller: BusinessId, screenedBy: BusinessId): Array<CustomerCommand> => [
  { type: 'RejectProspect', customer, screenedBy, reason: 'incomplete' as Term },
  { type: 'ResubmitProspect', customer, resubmittedBy: seller },
];
