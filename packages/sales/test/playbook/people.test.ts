import {
  dealership,
  type Playbook,
  type PlaybookFault,
  playbookModule,
  type RolePermissions,
  salesOrganisation,
} from '@millrace/sales';
import { given, publishedPlaybook } from '@millrace/testing';
import { describe, expect, test } from 'vitest';
import { peopleWith } from '../support/staff-story.js';
import { day, on } from '../support/story.js';
import type { FaultOfPeople } from './people-faults.js';

const { playbook: _, other: __, ...moment } = on(30);
const published = (playbook: Playbook) => {
  const state = publishedPlaybook(playbook);
  if (state.phase !== 'published') throw new Error('not published');
  const { version, hash } = state;
  return { type: 'PlaybookPublished' as const, data: { version, hash, playbook }, effectiveAt: day(1) };
};
const asked = (playbook: Playbook, before?: Playbook) =>
  given(
    playbookModule.decider,
    moment,
  )(...(before === undefined ? [] : [published(before)])).when({
    type: 'PublishPlaybook',
    playbook,
  });
const isPublished = (playbook: Playbook, before?: Playbook) =>
  asked(playbook, before).thenEvents({ ...published(playbook), effectiveAt: day(30) });

const listed = dealership.permissions.allow === 'listed' ? dealership.permissions.roles : [];
const withRoles = (...roles: ReadonlyArray<RolePermissions>): Playbook => ({
  ...dealership,
  permissions: { allow: 'listed', roles },
});
const role = (
  id: string,
  commands: RolePermissions['commands'] | ReadonlyArray<string>,
  holder: RolePermissions['holder'] = 'person',
) => ({ role: id, name: { en: id, zh: id }, holder, commands }) as RolePermissions;
const operator = role('operator', 'all', 'system');

const performs = (more: Partial<Playbook['performance']>): Playbook => ({
  ...dealership,
  performance: { ...dealership.performance, ...more },
});
const shows = (visibility: Playbook['performance']['boards']['visibility']): Playbook =>
  performs({ boards: { ...dealership.performance.boards, visibility } });

type Case<Fault> = { readonly playbook: Playbook; readonly fault: Fault };

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in FaultOfPeople]: Case<Extract<PlaybookFault, { type: Type }>> } = {
  SystemRoleOfPersons: {
    playbook: withRoles(operator, role('import', ['JoinStaff'])),
    fault: { type: 'SystemRoleOfPersons', role: 'import' },
  },
  CommandUnheardOf: {
    playbook: withRoles(operator, role('seller', ['SwearPledge', 'SwearOath'])),
    fault: { type: 'CommandUnheardOf', role: 'seller', command: 'SwearOath' },
  },
  CommandDoubled: {
    playbook: withRoles(operator, role('seller', ['SwearPledge', 'LogContact', 'SwearPledge'])),
    fault: { type: 'CommandDoubled', role: 'seller', command: 'SwearPledge' },
  },
  NobodyMayPublish: {
    playbook: withRoles(role('operator', ['JoinStaff'], 'system'), role('seller', ['SwearPledge'])),
    fault: { type: 'NobodyMayPublish' },
  },
  SettlementDueBeforeEnd: {
    playbook: performs({ settlementDueDays: -1 }),
    fault: { type: 'SettlementDueBeforeEnd', settlementDueDays: -1 },
  },
  NoRowsShown: { playbook: shows({ show: 'top', rows: 0 }), fault: { type: 'NoRowsShown', rows: 0 } },
};

describe('what a playbook says of people is checked before it is published', () => {
  test.each(Object.entries(cases))('%s', (_name, { playbook, fault }) => asked(playbook).thenRefused(fault));
});

describe('permissions REL-12', () => {
  test('a role stands once', () =>
    asked(withRoles(operator, role('seller', []), role('seller', []))).thenRefused({
      type: 'DoubledTerm',
      list: 'roles',
      id: 'seller',
    }));

  test('operator and import are no persons; any other role may be either', () => {
    asked(withRoles(role('operator', 'all'))).thenRefused({ type: 'SystemRoleOfPersons', role: 'operator' });
    isPublished(withRoles(operator, role('import', [], 'system'), role('website', ['LogContact'], 'system')));
  });

  test('somebody may publish the next, by name or by being permitted everything', () => {
    isPublished(withRoles(role('head', ['PublishPlaybook'])));
    isPublished(withRoles(operator));
    asked(withRoles()).thenRefused({ type: 'NobodyMayPublish' });
    isPublished({ ...dealership, permissions: { allow: 'all' } });
  });

  test('a role that was granted is never removed, its commands may change', () => {
    const fewer = listed.map((one) => (one.role === 'seller' ? { ...one, commands: [] } : one));
    isPublished(withRoles(...fewer), dealership);
    asked(withRoles(...listed.filter((one) => one.role !== 'seller')), dealership).thenRefused({
      type: 'TermRemoved',
      list: 'roles',
      id: 'seller',
    });
  });
});

describe('people ORG-12', () => {
  test('there is a post to qualify for where anything asks for it', () => {
    asked(peopleWith({ qualifiedFor: ['pledge'], posts: [] })).thenRefused({ type: 'EmptyList', list: 'posts' });
    isPublished(peopleWith({ qualifiedFor: [], posts: [] }));
    isPublished(peopleWith({ qualifiedFor: ['pledge'] }));
  });

  test('reasons to resign, to refund and to waive can be given', () => {
    asked(peopleWith({ resignation: [] })).thenRefused({ type: 'EmptyList', list: 'resignation' });
    asked(performs({ refund: [] })).thenRefused({ type: 'EmptyList', list: 'refund' });
    asked(performs({ waiver: [] })).thenRefused({ type: 'EmptyList', list: 'waiver' });
  });

  test('a term stands once in each list, and stays', () => {
    const { posts, resignation } = dealership.people;
    asked(peopleWith({ posts: [...posts, ...posts] })).thenRefused({
      type: 'DoubledTerm',
      list: 'posts',
      id: 'seller',
    });
    asked(peopleWith({ resignation: resignation.slice(1) }), dealership).thenRefused({
      type: 'TermRemoved',
      list: 'resignation',
      id: 'ownWish',
    });
  });
});

describe('performance', () => {
  test('a settlement meeting is due on the last day or later ORG-48', () =>
    isPublished(performs({ settlementDueDays: 0 })));

  test('a board that cuts off shows a row at least ORG-47', () => {
    for (const show of ['top', 'anonymousTail'] as const) {
      asked(shows({ show, rows: -1 })).thenRefused({ type: 'NoRowsShown', rows: -1 });
      isPublished(shows({ show, rows: 1 }));
    }
    isPublished(shows({ show: 'own' }));
  });
});

describe('the sales organisation’s preset', () => {
  test('is fit to be published, after a dealership’s too', () => {
    isPublished(salesOrganisation);
    isPublished(salesOrganisation, dealership);
  });

  test('asks for qualification and data terms, where the dealership asks for neither ORG-12 DLR-33', () => {
    expect(salesOrganisation.people).toMatchObject({ qualifiedFor: ['custody', 'pledge'], dataTermsFor: ['custody'] });
    expect(dealership.people).toMatchObject({ qualifiedFor: [], dataTermsFor: [] });
  });
});
