import { describe, expect, test } from 'vitest';
import { operator, writerOf } from '../src/sender.js';
import { leftOf, rightOf } from './support/compiled.js';
import { recipeOf } from './support/planned.js';
import { sandbox } from './support/sandbox.js';

describe('who writes', () => {
  test('is whom --as names, in the role of --role; else who writes anyway', () => {
    expect(rightOf(writerOf({ as: 'ada', role: 'manager' }))).toEqual({ actor: 'ada', role: 'manager' });
    expect(rightOf(writerOf({}))).toEqual(operator);
    expect(rightOf(writerOf({}, { actor: 'import', role: 'import' }))).toEqual({ actor: 'import', role: 'import' });
  });

  test('is not guessed from one of them', () => {
    expect(leftOf(writerOf({ as: 'ada' }))).toMatchObject({ type: 'BadOption', option: '--as', found: 'ada' });
    expect(leftOf(writerOf({ role: 'manager' }))).toMatchObject({ type: 'BadOption', option: '--role' });
  });
});

describe('an import', () => {
  const join = [
    { command: 'JoinStaff', fields: { person: '{who}', name: '{who}' } },
    { when: [{ column: 'role', blank: false }], command: 'GrantRole', fields: { person: '{who}', role: '{role}' } },
  ];
  const files = {
    'people.json': { ...recipeOf([{ path: 'people.csv', time: { column: 'at' }, commands: join }]), id: 'people' },
    'people.csv': 'who,at,role\nada,2025-01-01,manager\nbob,2025-01-01,\n',
    'periods.json': {
      ...recipeOf([
        {
          path: 'periods.csv',
          time: { column: 'at' },
          commands: [{ command: 'OpenPeriod', fields: { period: { $period: '{at}', cadence: 'month' } } }],
        },
      ]),
      id: 'periods',
    },
    'periods.csv': 'at\n2025-02-01\n',
  };

  test('REL-12: is by `import`, or by a person who holds the role; every event says so', async () => {
    const { json } = await sandbox(files);
    await json('import', 'people.json');
    await json('import', 'periods.json', '--as', 'ada', '--role', 'manager');
    expect(await json('history', 'person-ada')).toMatchObject([
      { type: 'StaffJoined', meta: { actor: 'import', role: 'import' } },
      { type: 'RoleGranted', meta: { actor: 'import', role: 'import' } },
    ]);
    expect(await json('history', 'period-2025-02')).toMatchObject([
      { type: 'PeriodOpened', meta: { actor: 'ada', role: 'manager' } },
    ]);
  });

  test.each([
    ['who does not hold the role', 'bob', 'manager', 'RoleNotHeld'],
    ['in a role that may not', 'bob', 'seller', 'NotPermitted'],
    ['in the name of another system', 'bob', 'import', 'RoleNotHeld'],
    ['in a role that there is not', 'ada', 'king', 'NotPermitted'],
  ])('REL-12: by somebody %s records nothing', async (_, person, role, refusal) => {
    const { json, run } = await sandbox(files);
    await json('import', 'people.json');
    const { code, out } = await run('import', 'periods.json', '--as', person, '--role', role, '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ recorded: 0, rejected: [{ reason: expect.stringContaining(refusal) }] });
  });

  test('by a person in no role ends before it begins', async () => {
    const { run } = await sandbox(files);
    expect(await run('import', 'people.json', '--as', 'ada')).toEqual({
      code: 2,
      out: '',
      err: '--as: expected --as PERSON --role ROLE, found "ada"\n',
    });
  });
});
