import { customerModule, projectModule } from '@millrace/sales';
import { expect, test } from 'vitest';
import { recipeCommands } from '../src/recipe/commands.js';
import { recipeOf } from './support/planned.js';
import { sandbox } from './support/sandbox.js';

/** What each command is told, `{who}`, `{a}` and `{b}` being columns of its row. */
const fields: { readonly [command: string]: object } = {
  JoinStaff: { person: '{who}', name: '{a}' },
  RenamePerson: { person: '{who}', name: '{a}' },
  GrantRole: { person: '{who}', role: '{a}' },
  RevokeRole: { person: '{who}', role: '{a}' },
  JoinTeam: { person: '{who}', unit: '{a}', until: { $optional: { $time: '{b}' } } },
  LeaveTeam: { person: '{who}', unit: '{a}' },
  QualifyForPost: { person: '{who}', post: '{a}' },
  ExpireQualification: { person: '{who}', post: '{a}' },
  AcceptDataTerms: { person: '{who}', terms: '{a}' },
  ResignSeller: { person: '{who}', reason: '{a}' },
  OpenUnit: { unit: '{who}', unitKind: '{a}', name: '{who}', parent: { $optional: '{b}' } },
  RenameUnit: { unit: '{who}', name: '{a}' },
  AppointUnitLeader: { unit: '{who}', leader: '{a}' },
  ReleaseUnitLeader: { unit: '{who}' },
  CloseUnit: { unit: '{who}' },
  OpenPeriod: { period: '{who}' },
  SetTarget: {
    period: '{who}',
    of: { person: '{a}' },
    levels: { measure: 'sales', target: { $money: '{b}' } },
  },
  HoldPledgeMeeting: { period: '{who}', meeting: '{a}', chairs: ['{b}'], mode: 'inPerson' },
  SwearPledge: { period: '{a}', person: '{who}', target: { $money: '{b}' }, donation: { $money: '0' } },
  WithdrawPledge: { period: '{a}', person: '{who}' },
  CreditSale: { sale: '{who}', amount: { $money: '{b}' }, revenue: [{ person: '{a}', weight: 1 }] },
  ReverseCredit: { sale: '{who}', reason: '{a}', amount: { $optional: { $money: '{b}' } } },
};

const rows = [
  '2025-01-01,JoinStaff,ann,Ann,',
  '2025-01-01,JoinStaff,bob,Bob,',
  '2025-01-02,RenamePerson,ann,Anna,',
  '2025-01-02,GrantRole,ann,seller,',
  '2025-01-02,OpenUnit,north,branch,',
  '2025-01-02,OpenUnit,inner,department,north',
  '2025-01-03,RenameUnit,inner,Inner,',
  '2025-01-03,JoinTeam,ann,inner,2025-06-01',
  '2025-01-03,JoinTeam,bob,north,',
  '2025-01-03,AppointUnitLeader,north,bob,',
  '2025-01-03,QualifyForPost,ann,seller,',
  '2025-01-03,AcceptDataTerms,ann,v1,',
  '2025-01-04,OpenPeriod,2025-02,,',
  '2025-01-05,SetTarget,2025-02,ann,100.00',
  '2025-01-06,HoldPledgeMeeting,2025-02,m1,bob',
  '2025-01-06,SwearPledge,ann,2025-02,80.00',
  '2025-01-06,SwearPledge,bob,2025-02,80.00',
  '2025-01-07,WithdrawPledge,bob,2025-02,',
  '2025-02-03,CreditSale,o1,ann,50.00',
  '2025-02-04,ReverseCredit,o1,priceReduced,20.00',
  '2025-02-05,ReleaseUnitLeader,north,,',
  '2025-02-05,LeaveTeam,bob,north,',
  '2025-02-06,RevokeRole,ann,seller,',
  '2025-02-06,ExpireQualification,ann,seller,',
  '2025-02-06,ResignSeller,bob,ownWish,',
  '2025-07-01,CloseUnit,inner,,',
];

const recipe = recipeOf([
  {
    path: 'rows.csv',
    time: { column: 'at' },
    commands: Object.entries(fields).map(([command, told]) => ({
      when: [{ column: 'what', is: [command] }],
      command,
      fields: told,
    })),
  },
]);

test('every command of people, units, periods, pledges and sales that a recipe has can be imported', async () => {
  const ofOthers = new Set<string>([...customerModule.commands.types, ...projectModule.commands.types]);
  expect(Object.keys(fields).sort()).toEqual(recipeCommands.filter((type) => !ofOthers.has(type)).sort());
  const told = new Set(rows.map((row) => row.split(',')[1]));
  expect(Object.keys(fields).filter((type) => !told.has(type))).toEqual([]);

  const csv = ['at,what,who,a,b', ...rows, ''].join('\n');
  const { json } = await sandbox({ 'recipe.json': recipe, 'rows.csv': csv });
  const imported = await json('import', 'recipe.json');
  expect(imported).toMatchObject({ rows: rows.length, recorded: rows.length + 1, unchanged: 0, rejected: [] });
  expect(await json('import', 'recipe.json')).toMatchObject({ recorded: 0, already: rows.length + 1, rejected: [] });
  expect(await json('history', 'sale-o1')).toMatchObject([
    { type: 'SaleCredited', data: { amount: { minor: 5_000, currency: 'CNY' } } },
    { type: 'SaleCreditReversed', data: { remaining: { minor: 3_000, currency: 'CNY' } } },
  ]);
});
