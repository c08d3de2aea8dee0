/**
 * The playbook of a sales organisation that swears pledges: the customers of a dealership, and nobody
 * takes on custody or swears before being qualified for the post.
 *
 * @source requirements ORG-12, ORG-23..28, ORG-45..50, DLR-33
 */
import type { Playbook } from '../playbook/index.js';
import { dealership } from './dealership.js';
import { named, term } from './words.js';

export const salesOrganisation: Playbook = {
  ...dealership,
  name: term('salesOrganisation'),
  people: {
    ...dealership.people,
    qualifiedFor: ['custody', 'pledge'],
    dataTermsFor: ['custody'],
    posts: [named('seller', 'Seller', '销售员'), named('manager', 'Sales manager', '销售管理员')],
  },
};
