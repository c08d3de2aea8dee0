import type { Tenant } from '@millrace/kernel';
import { keyAccount } from '@millrace/sales';
import { openSqlite } from '@millrace/store-sqlite';
import { open, run } from 'millrace';
import { expect, test } from 'vitest';
import { type Sandbox, sandbox } from './support/sandbox.js';

type Asked = Parameters<Awaited<ReturnType<typeof opened>>['execute']>[0];

const opened = async (file: string) => {
  const database = await run(openSqlite({ file }));
  const publisher = { actor: 'operator', role: 'operator', effectiveAt: '2025-01-01T00:00:00.000Z' };
  const millrace = await run(open(database.tenant('main' as Tenant), { playbook: keyAccount, publisher }));
  return { execute: millrace.execute, close: database.close };
};

/** A database in which things were done, one a day from 2 January on, by the operator. */
const told = async (...commands: ReadonlyArray<Asked>): Promise<Sandbox> => {
  const made = await sandbox();
  const { execute, close } = await opened(made.path('x.db'));
  for (const [i, command] of commands.entries()) {
    const effectiveAt = `2025-01-${String(i + 2).padStart(2, '0')}T04:00:00.000Z`;
    await run(execute(command, { actor: 'operator', role: 'operator', effectiveAt }));
  }
  await close();
  return made;
};

const people: ReadonlyArray<Asked> = ['ada', 'bob'].map((person) => ({ type: 'JoinStaff', person, name: person }));
const found = (project: string): Asked => ({
  type: 'DiscoverOpportunity',
  project,
  channel: 'bidding',
  discoveredBy: 'ada',
});
const begun = (project: string): Asked => ({ type: 'OpenProject', project, template: 'keyAccount', owner: 'ada' });

/** The cells of each line of what was printed. */
const rowsOf = (text: string): ReadonlyArray<ReadonlyArray<string>> =>
  text
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('│')
        .map((cell) => cell.trim()),
    );

const dossierOf = async ({ run: ask }: Sandbox, project: string, lang = 'en') => {
  const { code, out } = await ask('project', project, '--db', 'x.db', '--as-of', '2025-02-01', '--lang', lang);
  expect(code).toBe(0);
  return rowsOf(out);
};

test('PRJ-40 Q38: of an opportunity that was not opened there is where it came from, and nothing else', async () => {
  const made = await told(...people, found('p1'));
  expect(await dossierOf(made, 'p1')).toEqual([
    ['Standing', ''],
    ['State', 'open'],
    ['Discovered', '2025-01-04, ada'],
    ['First channel', 'Bidding'],
    ['History', 'What', 'Revision'],
    ['2025-01-04', 'opportunity discovered', '#0'],
  ]);
});

test('PRJ-40: a lost project says why, and to whom', async () => {
  const lost: Asked = {
    type: 'CloseProject',
    project: 'p1',
    outcome: 'lost',
    reason: 'price',
    competitor: 'Northlight',
  };
  const made = await told(...people, found('p1'), begun('p1'), lost);
  const english = await dossierOf(made, 'p1');
  expect(english).toContainEqual(['State', 'lost, 2025-01-06']);
  expect(english).toContainEqual(['', 'closed, 2025-01-06']);
  expect(english).toContainEqual(['Reason', 'Price']);
  expect(english).toContainEqual(['Competitor', 'Northlight']);
  expect(await dossierOf(made, 'p1', 'zh')).toContainEqual(['原因', '价格']);
});

test('PRJ-40: dormant for a reason that customers have; a duplicate names the other', async () => {
  const rests: Asked = { type: 'CloseProject', project: 'p1', outcome: 'dormant', reason: 'noAnswer' };
  const doubled: Asked = { type: 'CloseProject', project: 'p2', outcome: 'duplicate', duplicateOf: 'p1' };
  const made = await told(...people, found('p1'), rests, found('p2'), doubled);
  expect(await dossierOf(made, 'p1')).toContainEqual(['Reason', 'No answer']);
  expect(await dossierOf(made, 'p2')).toContainEqual(['Duplicate of', 'p1']);
});

test('PRJ-37: who reviewed himself stands in the dossier and in the gate log, and who joined since', async () => {
  const steps: ReadonlyArray<Asked> = [
    'problem',
    'productOrService',
    'reason',
    'budgetedAndPlanned',
    'realNeed',
    'downstreamNeed',
  ].map((step) => ({ type: 'DoStep', project: 'p1', activity: 'customerNeed', step, by: 'ada' }));
  const made = await told(
    ...people,
    found('p1'),
    begun('p1'),
    ...steps,
    { type: 'FinishActivity', project: 'p1', activity: 'customerNeed', by: 'ada' },
    { type: 'RequestGateReview', project: 'p1', review: 'r1', gate: 'preliminary', requestedBy: 'ada' },
    {
      type: 'DecideGate',
      project: 'p1',
      review: 'r1',
      decision: 'go',
      chair: 'ada',
      reviewers: [{ person: 'ada', role: 'reviewer' }],
      criteria: [
        { criterion: 'regionKnown', met: false, comment: 'later' },
        { criterion: 'worthAProject', met: true },
      ],
      evidence: [{ revision: 8 }],
    },
    { type: 'JoinProjectTeam', project: 'p1', person: 'bob' },
  );
  const lines = [
    'reviewed by ada; self-reviewed; joined since: bob',
    '2 of 3 criteria met',
    'unmet: Information was collected beforehand (later)',
  ];
  const dossier = await dossierOf(made, 'p1');
  expect(dossier).toContainEqual(['2025-01-14  Preliminary review', 'go  #10']);
  for (const line of [...lines, 'rests on activity done #8']) expect(dossier).toContainEqual(['', line]);
  expect(dossier).toContainEqual(['2025-01-15', 'joined the team, self-review flagged', '#12–13']);
  const { out } = await made.run('gates', '--db', 'x.db');
  expect(rowsOf(out)).toContainEqual(['2025-01-14 12:00:00', 'p1', 'Preliminary review: go  #10']);
  for (const line of [...lines, 'rests on #8']) expect(rowsOf(out)).toContainEqual(['', '', line]);
});
