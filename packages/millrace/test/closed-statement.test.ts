/** A period that is closed, and everything that is recorded after it. */
import type { Position } from '@millrace/kernel';
import { dealership, type Playbook, type Term } from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { open, run } from 'millrace';
import { expect, test } from 'vitest';
import { at, cny, MARCH, type Organisation, operator, type Plain, sale, worked } from './support/organisation.js';

const document = (name: string) => ({
  hash: name.padEnd(64, '0').replace(/[^0-9a-f]/g, 'a'),
  name,
  figures: [{ query: `settlement ${MARCH}`, asOf: at(4, 2), knownAt: 1 }],
});
const items = ['attainment', 'causes', 'lessons', 'rewards', 'penalties', 'nextPlan'];

/** March with an incentive, settled, met about and closed. */
const closed = async (): Promise<Organisation> => {
  const one = await worked();
  const { does, millrace, set } = one;
  await does(at(3, 2), {
    type: 'AnnounceIncentive',
    period: MARCH,
    incentive: 'spring',
    audience: 'seller',
    by: ['mia'],
    rule: { mode: 'marginal', tiers: [{ from: 0, to: null, rateBp: 100 }] },
  });
  set(at(4, 2));
  await run(millrace.settle({ period: MARCH }, operator));
  await does(at(4, 3), {
    type: 'HoldSettlementMeeting',
    period: MARCH,
    mode: 'inPerson',
    chairs: ['mia'],
    agenda: items.map((item) => ({ item, record: 'said' })),
    minutes: document('minutes'),
  });
  const documents = { summary: document('summary'), analysis: document('analysis'), plan: document('plan') };
  await does(at(4, 3), { type: 'ClosePeriod', period: MARCH, ...documents });
  return one;
};

const people = ['ada', 'bob', 'cyd', 'mia'];

/** The statements of everybody as bytes. */
const statements = async ({ millrace }: Pick<Organisation, 'millrace'>): Promise<string> => {
  const all: Array<unknown> = [];
  for (const person of people) all.push((await run(millrace.statement({ person, period: MARCH }))).statement);
  return JSON.stringify(all);
};

const renamed = (n: number): Playbook => ({ ...dealership, name: `edition${n}` as Term });

interface Later {
  readonly what: number;
  readonly who: number;
  readonly amount: number;
}

/** Something that is recorded later; whatever is refused records nothing. */
const laterCommand = ({ what, who, amount }: Later, n: number): readonly [Plain, string, string] => {
  const person = people[who % people.length] ?? 'ada';
  const by = [person, person === 'mia' ? 'manager' : 'seller'] as const;
  switch (what) {
    case 0:
      return [{ type: 'ConsentToDonation', period: MARCH, person }, ...by];
    case 1:
      return [
        { type: 'PayReward', period: MARCH, person, amount: cny(amount), reference: `r${n}` },
        'operator',
        'operator',
      ];
    case 2:
      return [
        { type: 'ReceiveDonation', period: MARCH, person, amount: cny(20_000), reference: `d${n}` },
        'operator',
        'operator',
      ];
    case 3:
      return [{ type: 'RenamePerson', person, name: `${person} ${n}` }, 'operator', 'operator'];
    case 4:
      return [{ type: 'LeaveTeam', person, unit: who % 2 === 0 ? 'north' : 'south' }, 'operator', 'operator'];
    case 5:
      return [{ type: 'JoinTeam', person, unit: who % 2 === 0 ? 'north' : 'south' }, 'operator', 'operator'];
    case 6:
      return [{ type: 'PublishPlaybook', playbook: renamed(n) }, 'operator', 'operator'];
    case 7:
      return [{ type: 'DeclineDonation', period: MARCH, person }, ...by];
    default:
      return [sale(`later-${n}`, amount, [person, 1]), 'operator', 'operator'];
  }
};

const later = fc.record({
  what: fc.nat({ max: 11 }),
  who: fc.nat({ max: 7 }),
  amount: fc.integer({ min: 1, max: 9_999 }),
});

const EVENTS = 10_000;

test('of a closed period the statement is the same bytes after 10,000 later events, and after a rebuild PLG-6 PLG-17', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(later, { minLength: 400, maxLength: 400 }), async (script) => {
      const one = await closed();
      const { millrace, set, store } = one;
      const before = await statements(one);
      const position = async (): Promise<number> => (await run(millrace.ownership())).knownAt;
      const start = await position();
      const recorded = new Set<string>();
      let sent = 0;
      let adjusted = false;
      while ((await position()) - start < EVENTS) {
        set(at(4, 5, sent % 24));
        const asks = script.map((step, i) => {
          const [command, actor, role] = laterCommand(step, sent + i);
          const dated =
            command.type === 'PublishPlaybook' || (sent + i) % 3 === 0
              ? {}
              : { effectiveAt: at(3, 6 + ((sent + i) % 20)) };
          return {
            command,
            commandId: `00000000-0000-4000-8000-${String(sent + i).padStart(12, '0')}`,
            actor,
            role,
            ...dated,
          };
        });
        for (const answer of await millrace.engine.executeAll(asks)()) {
          if (E.isRight(answer) && answer.right.type === 'Recorded') {
            for (const { type } of answer.right.events) recorded.add(type);
          }
        }
        sent += script.length;
        if (!adjusted) {
          set(at(5, 2));
          const april = await run(millrace.settle({ period: '2026-04' }, operator));
          expect(april.adjustments.length).toBeGreaterThan(0);
          adjusted = true;
        }
      }
      for (const type of [
        'TeamJoined',
        'TeamLeft',
        'PersonRenamed',
        'PlaybookPublished',
        'SaleCredited',
        'RewardPaid',
      ]) {
        expect(recorded).toContain(type);
      }
      expect(['DonationConsented', 'DonationDeclined'].some((type) => recorded.has(type))).toBe(true);
      expect(await statements(one)).toBe(before);
      const rebuilt = await run(open(store, {}));
      expect(await statements({ millrace: rebuilt })).toBe(before);

      const { addendum, statedAt } = await run(millrace.statement({ person: 'ada', period: MARCH }));
      expect(statedAt).toBe(start);
      expect(addendum).not.toEqual([]);
      const then = await run(
        millrace.statement({ person: 'ada', period: MARCH, knownAt: { position: statedAt as Position } }),
      );
      expect(then.addendum).toEqual([]);
    }),
    { numRuns: 1 },
  );
}, 240_000);
