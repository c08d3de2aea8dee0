import { chen, lin, mei, operator, staff } from '../people.js';
import type { Step } from '../step.js';

export const customer = 'linjiang-telecom';

const joining = (by: typeof chen, [person, name, roles]: (typeof staff)[number]): ReadonlyArray<Step> => [
  by('01-05 09:00', { type: 'JoinStaff', person, name }),
  ...roles.map((role) => by('01-05 09:00', { type: 'GrantRole', person, role })),
];

/** The operator lets the head of the business in, who staffs the rest; then the customer is entered. */
export const founding: ReadonlyArray<Step> = [
  ...staff.flatMap((one) => joining(one[0] === chen.id ? operator : chen, one)),
  mei('01-05 14:00', { type: 'QualifyForPost', person: 'lin', post: 'seller' }),
  lin('01-05 15:00', { type: 'AcceptDataTerms', person: 'lin', terms: 'customer-data-1' }),
  lin('01-06 10:00', {
    type: 'CollectProspect',
    customer,
    collectedBy: 'lin',
    sheet: {
      source: 'exhibition',
      kind: 'organisation',
      businessName: 'Linjiang Telecom',
      officePhone: '0400 555 0100',
      primaryBusiness: 'Mobile and fixed networks of a province',
    },
  }),
  mei('01-07 09:00', { type: 'AcceptProspect', customer, screenedBy: 'mei' }),
  mei('01-07 09:30', { type: 'EnterCustomer', customer, custodian: 'lin' }),
];
