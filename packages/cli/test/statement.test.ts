import { dealership, type Term } from '@millrace/sales';
import { expect, test } from 'vitest';
import { at, closed, cny, embedded, MARCH, operator, sale, worked } from './support/performance.js';
import type { Sandbox } from './support/sandbox.js';

const people = ['ada', 'bob', 'cyd', 'mia'];

const statementOf = (person: string) => ['statement', '--period', MARCH, '--person', person];

interface Statement {
  readonly statement: object;
  readonly statedAt: number;
  readonly addendum: ReadonlyArray<{ readonly id: string; readonly entries: ReadonlyArray<{ readonly type: string }> }>;
  readonly knownAt: number;
}

const read = async ({ json }: Sandbox, person: string): Promise<Statement> =>
  (await json(...statementOf(person))) as Statement;

/** Payment, consent, refund, late sale, adjustment, back-dated membership, renaming, new playbook. */
const later = (made: Sandbox): Promise<void> =>
  embedded(made, async ({ does, millrace, set }) => {
    await does(at(4, 4), { type: 'PayReward', period: MARCH, person: 'ada', amount: cny(2_000), reference: 'r1' });
    await does(at(4, 4), { type: 'ConsentToDonation', period: MARCH, person: 'bob' }, { actor: 'bob', role: 'seller' });
    await does(at(4, 5), {
      type: 'ReceiveDonation',
      period: MARCH,
      person: 'bob',
      amount: cny(20_000),
      reference: 'd',
    });
    await does(at(4, 5), { type: 'ReverseCredit', sale: 's1', credit: 1, amount: cny(1), reason: 'returned' });
    await does(at(4, 5), sale('s9', 50_000, ['bob', 1]), operator, at(3, 31));
    await does(at(4, 6), { type: 'LeaveTeam', person: 'ada', unit: 'north' }, operator, at(3, 1));
    await does(at(4, 6), { type: 'JoinTeam', person: 'ada', unit: 'south' }, operator, at(3, 1));
    for (const person of people) await does(at(4, 7), { type: 'RenamePerson', person, name: `${person} II` });
    await does(at(4, 8), { type: 'PublishPlaybook', playbook: { ...dealership, name: 'second' as Term, zone: 'UTC' } });
    set(at(5, 2));
    await millrace.settle({ period: '2026-04' }, operator)();
  });

test('of a closed period, as known at its closing, is the same bytes after everything that is recorded later PLG-6 PLG-17', async () => {
  const made = await closed();
  const before = new Map<string, string>();
  for (const person of people) before.set(person, (await made.run(...statementOf(person), '--json')).out);
  const { statedAt } = await read(made, 'ada');
  await later(made);
  for (const person of people) {
    const then = await made.run(...statementOf(person), '--json', '--known-at', String(statedAt));
    expect(then.out).toBe(before.get(person));
    const now = await read(made, person);
    expect(JSON.stringify(now.statement)).toBe(JSON.stringify((JSON.parse(then.out) as Statement).statement));
    expect(now).toMatchObject({ statedAt });
  }
  const ada = await read(made, 'ada');
  expect(ada.addendum[0]?.entries.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['RewardPaid', 'SettlementAdjusted']),
  );
  const bob = await read(made, 'bob');
  expect(bob.addendum[0]?.entries.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['DonationConsented', 'DonationReceived', 'SettlementAdjusted']),
  );
});

test('has the event of every number, and what came later apart ORG-49', async () => {
  const made = await closed();
  await later(made);
  const { out } = await made.run(...statementOf('ada'));
  const [stated = '', addendum = ''] = out.split('Addendum: ');
  expect(stated).toContain('Settlement statement of ADA (ada) for 2026-03');
  expect(stated).toContain('Cut off by period-2026-03#2.');
  expect(stated).toContain('Closed by period-2026-03#5: final.');
  expect(stated).toMatch(/│ Target +│ CNY 2,000\.00 │ .* │ pledge-2026-03\/ada#0 │/);
  expect(stated).toMatch(/│ Achieved +│ CNY 2,000\.00 │ met +│ pledge-2026-03\/ada#1 │/);
  expect(stated).toMatch(/│ Reward spring +│ +CNY 20\.00 │ +│ pledge-2026-03\/ada#2 │/);
  expect(stated).toMatch(/│ s1 +│ ada +│ 2,000\.00 │ .* │ sale-s1#0 │/);
  expect(addendum).toMatch(/│ RewardPaid +│ +20\.00 │ .* │ pledge-2026-03\/ada#3 │/);
  expect(addendum).toMatch(/│ s1 +│ ada +│ +-0\.01 │ .* │ sale-s1#1 │/);
  const bob = (await made.run(...statementOf('bob'), '--lang', 'zh')).out;
  expect(bob).toContain('BOB（bob）2026-03 结算单');
  expect(bob).toMatch(/│ 乐捐 +│ +CNY 200\.00 │ 待同意 +│ pledge-2026-03\/bob#2 │/);
  expect(bob).toContain('附录：');
});

test('names the event by which the donation stands where it stands', async () => {
  const made = await worked();
  await embedded(made, async ({ does, millrace, set }) => {
    set(at(4, 2));
    await millrace.settle({ period: MARCH }, operator)();
    await does(at(4, 3), { type: 'ConsentToDonation', period: MARCH, person: 'bob' }, { actor: 'bob', role: 'seller' });
  });
  const { out } = await made.run(...statementOf('bob'));
  expect(out).toMatch(/│ Donation +│ +CNY 200\.00 │ consented +│ pledge-2026-03\/bob#3 │/);
  expect(out).not.toContain('Addendum');
});

test('before the cut-off says that it is not final; who swore nothing has nothing in it', async () => {
  const { run } = await worked();
  const { out } = await run(...statementOf('ada'));
  expect(out).toContain('Not cut off yet.');
  expect(out).toContain('Not closed yet: not final.');
  expect((await run(...statementOf('cyd'))).out).toContain('No pledge was sworn.');
  for (const person of ['eve', '../eve']) {
    const { code, err } = await run(...statementOf(person));
    expect([code, err]).toEqual([2, expect.stringContaining(`There is no person "${person}"`)]);
  }
});
