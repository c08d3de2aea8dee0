import { customerModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { recipeOf as read } from '../src/recipe/read.js';
import { undefinedTermIn } from '../src/recipe/vocabulary.js';
import { rightOf } from './support/compiled.js';
import { type Sandbox, sandbox } from './support/sandbox.js';

/** What each command is told, `{a}` and `{b}` being columns of its row. */
const fields: { readonly [command: string]: object } = {
  CollectProspect: { collectedBy: '{a}', sheet: { source: '{b}', mobile: '1' } },
  ResubmitProspect: { resubmittedBy: '{a}' },
  AcceptProspect: { screenedBy: '{a}' },
  RejectProspect: { screenedBy: '{a}', reason: '{b}' },
  EnterCustomer: { custodian: { $optional: '{a}' } },
  UpdateDataSheet: { changes: { source: '{a}', currentTrucks: ['{b}'] }, cleared: ['city'] },
  LogContact: { by: '{a}', contactType: '{b}' },
  OpenJourney: {},
  AdvanceStage: { to: '{a}', evidence: { note: '{b}', traits: ['definiteNeed'] } },
  RevertStage: { to: '{a}', reason: '{b}' },
  DecidePurchase: {},
  CompletePurchase: { amount: { $money: '{a}' } },
  CloseJourney: { outcome: '{a}', reason: '{b}' },
  CorrectJourneyMove: { target: { $integer: '{a}' }, reason: '{b}' },
  ObserveBuyerStep: { step: '{a}' },
  ProposeClass: { class: '{a}', proposedBy: '{b}' },
  ClassifyCustomer: { relationship: '{a}' },
  LinkDuplicate: { of: '{a}' },
  UnlinkDuplicate: {},
  AssignCustody: { to: '{a}', reason: { $optional: '{b}' } },
  TransferCustody: { to: '{a}', reason: '{b}' },
  ReleaseToPool: { reason: '{a}' },
  ClaimFromPool: { by: '{a}' },
  StartTemporaryCustody: { manager: '{a}', until: { $time: '{b}' } },
  EndTemporaryCustody: { to: { $optional: '{a}' } },
};

const recipe = {
  id: 'every-command',
  playbook: { preset: 'dealership', zone: 'UTC' },
  files: [
    {
      path: 'rows.csv',
      time: { column: 'at' },
      commands: Object.entries(fields).map(([command, told]) => ({
        when: [{ column: 'what', is: [command] }],
        command,
        fields: { customer: '{who}', ...told },
      })),
    },
  ],
};

const entered = (who: string, custodian = 's1') => [
  `${who},CollectProspect,s1,walkIn`,
  `${who},AcceptProspect,boss,`,
  `${who},EnterCustomer,${custodian},`,
];

const story = [
  ...entered('ann', ''),
  'ann,ClaimFromPool,s2,',
  'ann,TransferCustody,s3,workload',
  'ann,StartTemporaryCustody,boss,2026-01-01',
  'ann,EndTemporaryCustody,s4,',
  'ann,ReleaseToPool,noProgress,',
  'ann,AssignCustody,s5,territory',
  'ann,UpdateDataSheet,referral,MAN',
  'ann,LogContact,s5,call',
  'ann,ObserveBuyerStep,needRecognised,',
  'ann,AdvanceStage,shopper,asked',
  'ann,RevertStage,prospect,postponed',
  'ann,CloseJourney,dormant,later',
  'ann,OpenJourney,,',
  'ann,AdvanceStage,shopper,came back',
  'ann,DecidePurchase,,',
  'ann,CompletePurchase,1000000.00,',
  'ann,ProposeClass,major,s5',
  'ann,ClassifyCustomer,partner,',
  'bob,CollectProspect,s1,field',
  'bob,RejectProspect,boss,noNeed',
  'bob,ResubmitProspect,s1,',
  'bob,AcceptProspect,boss,',
  'bob,EnterCustomer,s1,',
  'bob,LinkDuplicate,ann,',
  ...entered('cyd'),
  'cyd,LinkDuplicate,ann,',
  'cyd,UnlinkDuplicate,,',
  'cyd,AdvanceStage,shopper,by mistake',
  'cyd,CorrectJourneyMove,6,misclassified',
  'cyd,CloseJourney,disqualified,outsideCategory',
  ...entered('dan', ''),
];

const csv = (rows: ReadonlyArray<string>): string => {
  const at = (i: number) => `2025-03-01T10:${String(i).padStart(2, '0')}:00Z`;
  return ['at,who,what,a,b', ...rows.map((row, i) => `${at(i)},${row}`), ''].join('\n');
};

const imported = async (): Promise<Sandbox> => {
  const made = await sandbox({ 'recipe.json': recipe, 'rows.csv': csv(story) });
  const report = await made.json('import', 'recipe.json');
  expect(report).toMatchObject({ rows: story.length, unchanged: 0, rejected: [] });
  return made;
};

test('every command of a customer can be imported, and every one is in this story', async () => {
  expect(Object.keys(fields)).toEqual([...customerModule.commands.types]);
  const told = new Set(story.map((row) => row.split(',')[1]));
  expect([...customerModule.commands.types].filter((type) => !told.has(type))).toEqual([]);
  const { json } = await imported();
  expect(await json('import', 'recipe.json')).toMatchObject({ recorded: 0, unchanged: 0 });
});

describe('what people read of it', () => {
  test('every way that custody begins, and why', async () => {
    const { run } = await imported();
    const { out } = await run('ownership', '--customer', 'ann');
    for (const cells of [
      ['pool', 'at entry', ''],
      ['s2', 'claimed', ''],
      ['s3', 'transferred', 'Workload'],
      ['boss', 'temporary', ''],
      ['s4', 'temporary ended', ''],
      ['pool', 'released', 'No progress'],
      ['s5', 'assigned', 'Territory'],
    ]) {
      expect(out).toMatch(new RegExp(`│ ${cells.map((cell) => `${cell} *`).join(' │ ')} │`));
    }
    expect((await run('--lang', 'zh', 'ownership', '--customer', 'ann')).out).toMatch(/│ 公海 +│ 释放 +│ 无进展 +│/);
  });

  test('every outcome by its name, duplicates apart', async () => {
    const { run } = await imported();
    const { out } = await run('funnel', '--by', 'custodian');
    for (const cells of [
      ['won', '', '1'],
      ['disqualified', 'Outside the product category', '1'],
      ['dormant', 'Later', '1'],
      ['duplicate', '', '1'],
    ]) {
      expect(out).toMatch(new RegExp(`│ ${cells.map((cell) => ` *${cell} *`).join('│')}│`));
    }
    expect(out).toMatch(/│ pool +│ +2 │ +0 │ +0 │ +1 │ +0 │ +0 │/);
  });

  test('a rate of nothing is a dash', async () => {
    const { run } = await imported();
    const { out } = await run('funnel', '--as-of', '2025-02-01', '--by', 'month');
    expect(out).toMatch(/│ Prospect → Shopper │ +0 │ +0 │ +0 │ – +│/);
  });
});

describe('words of the playbook in a recipe', () => {
  const { playbook } = rightOf(read(recipe, 'r.json'));
  const fault = (command: string, told: object) => undefinedTermIn({ command, fields: told as never }, playbook);
  const wrong = 'nowhere';

  /** Each place where a command names something, by what the rules call the list when they refuse it. */
  const places: ReadonlyArray<readonly [list: string, row: string, told: object, path: string]> = [
    ['sources', 'eve,CollectProspect,s1,nowhere', { sheet: { source: wrong } }, 'sheet/source'],
    ['sources', 'ann,UpdateDataSheet,nowhere,MAN', { changes: { source: wrong } }, 'changes/source'],
    ['rejection', 'fay,RejectProspect,boss,nowhere', { reason: wrong }, 'reason'],
    ['contactTypes', 'ann,LogContact,s1,nowhere', { contactType: wrong }, 'contactType'],
    ['stages', 'dan,AdvanceStage,nowhere,x', { to: wrong }, 'to'],
    ['stages', 'dan,RevertStage,nowhere,postponed', { to: wrong }, 'to'],
    ['correction', 'cyd,CorrectJourneyMove,8,nowhere', { reason: wrong }, 'reason'],
    ['buyerSteps', 'dan,ObserveBuyerStep,nowhere,', { step: wrong }, 'step'],
    ['classes', 'dan,ProposeClass,nowhere,s1', { class: wrong }, 'class'],
    ['relationships', 'dan,ClassifyCustomer,nowhere,', { relationship: wrong }, 'relationship'],
    ['transfer', 'dan,AssignCustody,s1,nowhere', { reason: wrong }, 'reason'],
    ['transfer', 'ann,TransferCustody,s1,nowhere', { reason: wrong }, 'reason'],
    ['release', 'ann,ReleaseToPool,nowhere,', { reason: wrong }, 'reason'],
    ['lost', 'dan,CloseJourney,lost,nowhere', { outcome: 'lost', reason: wrong }, 'reason'],
    ['disqualified', 'dan,CloseJourney,disqualified,nowhere', { outcome: 'disqualified', reason: wrong }, 'reason'],
    ['dormant', 'dan,CloseJourney,dormant,nowhere', { outcome: 'dormant', reason: wrong }, 'reason'],
  ];

  test.each(places)('%s are looked for where the rules do: %s', async (list, row, told, path) => {
    const command = row.split(',')[1] ?? '';
    expect(fault(command, told)).toMatchObject({ path: `fields/${path}`, found: '"nowhere"' });
    const rows = [...story, 'fay,CollectProspect,s1,walkIn', row];
    const { run } = await sandbox({ 'recipe.json': recipe, 'rows.csv': csv(rows) });
    const { out } = await run('import', 'recipe.json', '--json');
    const [rejected] = (JSON.parse(out) as { rejected: ReadonlyArray<{ row: number; reason: string }> }).rejected;
    expect(rejected?.row).toBe(rows.length + 1);
    expect(rejected?.reason).toMatch(
      list === 'stages' && command === 'RevertStage' ? /UndefinedTerm|StageNotBehind/ : /UndefinedTerm/,
    );
    expect(rejected?.reason).toContain(`among its ${list}`);
  });

  test.each([
    ['QualifyForPost', 'post', 'seller'],
    ['ExpireQualification', 'post', 'seller'],
    ['ResignSeller', 'reason', 'ownWish | dismissed'],
    ['ReverseCredit', 'reason', 'returned | cancelled | priceReduced | mistake'],
  ])('those of people and sales too: %s', (command, field, expected) => {
    expect(fault(command, { [field]: wrong })).toEqual({ path: `fields/${field}`, expected, found: '"nowhere"' });
  });

  test('those that come from a column, or that there are, are none of the recipe’s faults', () => {
    expect(fault('AdvanceStage', { to: '{stage}' })).toBeUndefined();
    expect(fault('AdvanceStage', { to: { $optional: 'x' } })).toBeUndefined();
    expect(fault('AdvanceStage', {})).toBeUndefined();
    expect(fault('AdvanceStage', { to: 'shopper' })).toBeUndefined();
    expect(fault('CloseJourney', { outcome: '{how}', reason: wrong })).toBeUndefined();
    expect(fault('OpenJourney', {})).toBeUndefined();
  });

  test('a list without terms leaves nothing to expect', () => {
    const lists = playbook.customer.lists.map((entry) => (entry.list === 'lost' ? { ...entry, terms: [] } : entry));
    const poor = { ...playbook, customer: { ...playbook.customer, lists } };
    const told = { command: 'CloseJourney', fields: { outcome: 'lost', reason: 'x' } };
    expect(undefinedTermIn(told, poor)).toMatchObject({ expected: 'nothing' });
  });
});
