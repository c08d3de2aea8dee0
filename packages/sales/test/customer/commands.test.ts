import { type CustomerCommand, customerModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { script } from '../support/script.js';
import { ask, known, on } from '../support/story.js';

const {
  commands,
  contextOf,
  decider: { initial },
  playbookOf,
  reads,
  streamOf,
} = customerModule;

/** Ids that nobody has: hostile, too long, or nothing. */
const hostile = ['__proto__', 'c\u00001', 'c\nd', ' c1', '=1+1', 'é'.repeat(129), '\ud800', '', 'a/b'];

/** The fields of a command that hold an id of a person or a customer. */
const idFields = (command: CustomerCommand): ReadonlyArray<string> =>
  Object.entries(command)
    .filter(
      ([name]) =>
        [
          'customer',
          'of',
          'by',
          'custodian',
          'manager',
          'collectedBy',
          'resubmittedBy',
          'screenedBy',
          'proposedBy',
        ].includes(name) ||
        (name === 'to' && command.type.includes('Custody')),
    )
    .map(([name]) => name);

/** One command of each type. */
const each = new Map(script.map((command) => [command.type, command]));

describe('commands from outside', () => {
  test('are of the types of the script', () => {
    expect([...each.keys()].sort()).toEqual([...commands.types].sort());
  });

  test.each([...each])('%s: a hostile id is refused, and the field named LAW-38 LAW-40', (_, command) => {
    expect(idFields(command)).toContain('customer');
    for (const field of idFields(command)) {
      for (const id of hostile) {
        expect(commands.read({ ...command, [field]: id })).toMatchObject({
          left: { type: 'Mismatch', path: field, expected: id.isWellFormed() ? 'BusinessId' : 'JSON' },
        });
      }
    }
  });

  test.each([...each])('%s: reads with exactly its own fields', (_, command) => {
    expect(commands.read(JSON.parse(JSON.stringify(command)))).toEqual({ _tag: 'Right', right: command });
    expect(commands.read({ ...command, colour: 'red' })).toEqual({
      _tag: 'Left',
      left: { type: 'UnknownField', path: 'colour' },
    });
    const poisoned = JSON.parse(JSON.stringify(command).replace('{', '{"__proto__":{"polluted":true},'));
    expect(commands.read(poisoned)).toEqual({ _tag: 'Left', left: { type: 'UnknownField', path: '__proto__' } });
    expect({}).not.toHaveProperty('polluted');
  });

  test('an id is accepted up to 256 bytes, in any script', () => {
    for (const customer of ['c'.repeat(256), 'é'.repeat(128), '客户-7', 'constructor', 'toString']) {
      expect(commands.read({ type: 'OpenJourney', customer })).toMatchObject({ _tag: 'Right' });
    }
    expect(commands.read({ type: 'OpenJourney', customer: 'c'.repeat(257) })).toMatchObject({ _tag: 'Left' });
  });

  test('a term is a word that a playbook could have', () => {
    for (const to of ['__proto__', '', '1st', 'a b', 'x'.repeat(65), '潜客']) {
      expect(commands.read({ type: 'AdvanceStage', customer: 'c1', to })).toMatchObject({
        left: { type: 'Mismatch', path: 'to', expected: 'Term' },
      });
    }
    expect(commands.read({ type: 'AdvanceStage', customer: 'c1', to: `x${'1'.repeat(63)}` })).toHaveProperty('right');
  });

  test('money is a safe integer of a currency that exists MON-11', () => {
    const amounts = [
      [{ minor: 0.5, currency: 'CNY' }, 'amount/minor'],
      [{ minor: 2 ** 53, currency: 'CNY' }, 'amount/minor'],
      [{ minor: 1, currency: 'XYZ' }, 'amount/currency'],
    ] as const;
    for (const [amount, path] of amounts) {
      expect(commands.read({ type: 'CompletePurchase', customer: 'c1', amount })).toMatchObject({
        left: { type: 'Mismatch', path },
      });
    }
  });
});

describe('the module', () => {
  test('has a stream for each customer, and reads the playbook for every decision', () => {
    for (const command of script) {
      expect(streamOf(command)).toBe('customer-c1');
      expect(reads(command, on(5), known(initial)).map(({ stream }) => stream)).toEqual(['playbook-main']);
    }
  });

  test('gives a decision the moment, the rules, and the other customer of a link', () => {
    const { playbook, other, ...moment } = on(5);
    const collected = { phase: 'unknown', events: 3 } as const;
    const link = ask('LinkDuplicate', { of: 'c2' });
    const read = known(initial, { 'playbook-main': playbook, 'customer-c2': collected });
    expect(contextOf(link, moment, read)).toEqual({ ...moment, playbook, other: collected });
    const open = ask('OpenJourney', {});
    expect(contextOf(open, moment, read)).toEqual({ ...moment, playbook, other });
  });

  test('names the version of the playbook a decision was taken under, where there is one', () => {
    const context = on(5);
    expect(playbookOf(context)).toBe(context.playbook.phase === 'published' ? context.playbook.version : '');
    expect(playbookOf({ ...context, playbook: { phase: 'unpublished' } })).toBeUndefined();
  });
});
