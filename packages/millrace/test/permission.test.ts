import type { StreamId, Unbranded } from '@millrace/kernel';
import { salesOrganisation } from '@millrace/sales';
import { type Command, open, run } from 'millrace';
import { describe, expect, test } from 'vitest';
import { handClock, january, storeOf } from './support/embedded.js';

const operator = { actor: 'operator', role: 'operator' };
const ada = { actor: 'ada', role: 'seller' };

/** A sales organisation with ada, a qualified seller since the first of January. */
const organisation = async () => {
  const hand = handClock(january(1));
  const millrace = await run(open(storeOf(), { playbook: salesOrganisation, clock: hand.clock }));
  const ask = (command: Unbranded<Command>, by: typeof operator) => millrace.execute(command, by)();
  const done = async (command: Unbranded<Command>, by = operator): Promise<void> => {
    expect(await ask(command, by)).toMatchObject({ right: { type: 'Recorded' } });
  };
  await done({ type: 'JoinStaff', person: 'ada', name: 'Ada' });
  await done({ type: 'GrantRole', person: 'ada', role: 'seller' });
  await done({ type: 'QualifyForPost', person: 'ada', post: 'seller' });
  const pool = async (customer: string): Promise<void> => {
    await done({ type: 'CollectProspect', customer, collectedBy: 'ada', sheet: { source: 'walkIn', mobile: '139' } });
    await done({ type: 'AcceptProspect', customer, screenedBy: 'mia' });
    await done({ type: 'EnterCustomer', customer });
  };
  return { ...hand, ask, done, pool, history: (stream: string) => run(millrace.history(stream as StreamId)) };
};

const claim = (customer: string): Unbranded<Command> => ({ type: 'ClaimFromPool', customer, by: 'ada' });

describe('who acts, in which role', () => {
  test('stands in every event, and is who asked REL-12', async () => {
    const { done, history } = await organisation();
    await done({ type: 'AcceptDataTerms', person: 'ada', terms: '2026' }, ada);
    const by = (await history('person-ada')).map(({ type, meta: { actor, role } }) => ({ type, actor, role }));
    expect(by).toEqual([
      { type: 'StaffJoined', ...operator },
      { type: 'RoleGranted', ...operator },
      { type: 'PostQualified', ...operator },
      { type: 'DataTermsAccepted', ...ada },
    ]);
  });

  test('decides whether it is done: what is not listed is denied REL-12', async () => {
    const { ask } = await organisation();
    const refusalOf = async (command: Unbranded<Command>, by: typeof operator) => {
      const answer = await ask(command, by);
      return answer._tag === 'Left' && answer.left.type === 'Refused' ? answer.left.refusal : answer;
    };
    const settling: Unbranded<Command> = { type: 'CutOffPeriod', period: '2026-01' };
    expect(await refusalOf(settling, ada)).toEqual({ type: 'NotPermitted', role: 'seller', command: 'CutOffPeriod' });
    expect(await refusalOf(settling, { actor: 'ada', role: 'operator' })).toEqual({
      type: 'RoleNotHeld',
      actor: 'ada',
      role: 'operator',
    });
    expect(await refusalOf(claim('c1'), { actor: 'bob', role: 'seller' })).toEqual({
      type: 'RoleNotHeld',
      actor: 'bob',
      role: 'seller',
    });
  });
});

describe('custody in a sales organisation', () => {
  test('is for who passed and accepted the terms, as the records stand ORG-12 DLR-33 OWN-4', async () => {
    const { ask, done, pool, set } = await organisation();
    await pool('c1');
    await pool('c2');
    const refused = (refusal: object) => ({ left: { type: 'Refused', refusal } });
    expect(await ask(claim('c1'), ada)).toMatchObject(
      refused({ type: 'DataTermsNotAccepted', person: 'ada', undertaking: 'custody' }),
    );
    await done({ type: 'AcceptDataTerms', person: 'ada', terms: '2026' }, ada);
    await done(claim('c1'), ada);

    set(january(10));
    await done({ type: 'ResignSeller', person: 'ada', reason: 'ownWish' });
    expect(await ask(claim('c2'), ada)).toMatchObject(refused({ type: 'RoleNotHeld', actor: 'ada', role: 'seller' }));
    expect(await ask(claim('c2'), operator)).toMatchObject(
      refused({ type: 'PersonResigned', person: 'ada', since: january(10) }),
    );
  });
});
