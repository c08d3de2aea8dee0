import { type Ask, createEngine, type Engine } from '@millrace/engine';
import { customerModule, dealership, playbookModule } from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { ask, emptyStore, id, jarEngine, label, left, lines, logOf, NOW, put, right } from './support/engines.js';

const bad = async (asked: unknown, engine: Engine = jarEngine(emptyStore())) => {
  const refusal = left(await engine.execute(asked as Ask)());
  expect(await logOf(engine.store)).toEqual([]);
  return refusal;
};

describe('a command that is not JSON', () => {
  test('LAW-40 a lone surrogate in a field that is not personal is a typed error that names the place', async () => {
    expect(await bad(ask({ ...label('a', 'x'), tags: ['fine', '\ud800'] }))).toEqual({
      type: 'InvalidCommand',
      command: 'LabelJar',
      cause: { type: 'NotJson', path: ['tags', 1], reason: 'loneSurrogate' },
    });
  });

  test('LAW-40 so is one in a personal field, before any rule sees it', async () => {
    expect(await bad(ask(label('a', '\udc00')))).toMatchObject({
      cause: { type: 'NotJson', path: ['label'], reason: 'loneSurrogate' },
    });
  });

  test('LAW-40 a sheet that cannot be stored never reaches the comparison of two sheets', async () => {
    const store = emptyStore();
    const engine = createEngine({ store, modules: [playbookModule, customerModule], clock: () => NOW });
    const collect = (mobile: string) => ({
      type: 'CollectProspect',
      customer: 'c1',
      collectedBy: 'ada',
      sheet: { source: 'walkIn', mobile },
    });
    right(await engine.execute(ask({ type: 'PublishPlaybook', playbook: dealership }))());
    right(await engine.execute(ask(collect('139')))());
    expect(left(await engine.execute(ask(collect('\ud800')))())).toMatchObject({
      type: 'InvalidCommand',
      cause: { type: 'NotJson', path: ['sheet', 'mobile'], reason: 'loneSurrogate' },
    });
  });

  test.each([
    ['NaN', Number.NaN, 'notFinite'],
    ['-0', -0, 'negativeZero'],
    ['undefined', undefined, 'undefined'],
    ['a bigint', 1n, 'bigint'],
    ['a function', () => 1, 'function'],
    ['a symbol', Symbol('s'), 'symbol'],
    ['a date', new Date(0), 'toJSON'],
    ['a map', new Map(), 'notPlain'],
  ])('LAW-40 %s is refused, not repaired', async (_, colour, reason) => {
    expect(await bad(ask({ ...label('a', 'x'), colour }))).toMatchObject({
      type: 'InvalidCommand',
      cause: { type: 'NotJson', path: ['colour'], reason },
    });
  });

  test('LAW-40 what holds itself is too deep', async () => {
    const tags: Array<unknown> = [];
    tags.push(tags);
    expect(await bad(ask({ ...label('a', 'x'), tags }))).toMatchObject({
      cause: { type: 'NotJson', reason: 'tooDeep' },
    });
  });

  test('LAW-40 what throws when it is read is no command', async () => {
    const trap = {
      type: 'LabelJar',
      get jar(): string {
        throw new Error('no');
      },
    };
    expect(await bad(ask(trap))).toEqual({
      type: 'InvalidCommand',
      command: 'LabelJar',
      cause: { type: 'NotJson', path: [], reason: 'notPlain' },
    });
    const { proxy, revoke } = Proxy.revocable({ type: 'PutCoins' }, {});
    revoke();
    expect(await bad(ask(proxy))).toMatchObject({ type: 'InvalidCommand', command: '', cause: { type: 'NotJson' } });
  });
});

describe('what is no command', () => {
  test.each([
    ['null', null, ''],
    ['an array', [], ''],
    ['a text', 'PutCoins', ''],
    ['no type', {}, ''],
    ['a type that is no text', { type: 7 }, ''],
    ['another type', { type: 'FillJar' }, 'FillJar'],
    ['a name of every object', { type: 'toString' }, 'toString'],
    ['the name of the prototype', { type: '__proto__' }, '__proto__'],
  ])('%s is an InvalidCommand', async (_, command, name) => {
    expect(await bad({ ...ask(put('a', 1)), command })).toEqual({
      type: 'InvalidCommand',
      command: name,
      cause: { type: 'UnknownCommand', name },
    });
  });

  test('nothing at all is one too', async () => {
    expect(await bad({ ...ask(put('a', 1)), command: undefined })).toMatchObject({
      type: 'InvalidCommand',
      command: '',
    });
  });

  test('a field that is missing, wrong or too many is named', async () => {
    expect(await bad(ask({ type: 'PutCoins', jar: 'a' }))).toMatchObject({
      type: 'InvalidCommand',
      command: 'PutCoins',
      cause: { type: 'Mismatch', path: 'coins' },
    });
    expect(await bad(ask({ ...put('a', 1), actor: 'bob' }))).toEqual({
      type: 'InvalidCommand',
      command: 'PutCoins',
      cause: { type: 'UnknownField', path: 'actor' },
    });
  });
});

describe('who asks', () => {
  test.each([
    ['commandId', undefined],
    ['commandId', 'x'],
    ['commandId', 'A0000000-0000-4000-8000-000000000001'],
    ['actor', undefined],
    ['actor', ''],
    ['actor', '__proto__'],
    ['actor', 'a'.repeat(257)],
    ['role', undefined],
    ['role', '\u0000'],
    ['effectiveAt', '2026-11-24'],
    ['effectiveAt', null],
    ['correlationId', 5],
    ['correlationId', ''],
    ['correlationId', '\ud800'],
    ['correlationId', 'a\u0000'],
    ['correlationId', 'é'.repeat(129)],
    ['causationId', {}],
    ['causationId', ''],
    ['causationId', 'a'.repeat(257)],
  ])('AU-3 a wrong %s (%j) is a typed error, and nothing is recorded', async (field, value) => {
    expect(await bad({ ...ask(put('a', 1)), [field]: value })).toMatchObject({ type: 'InvalidAsk', field });
  });

  test('what was found is told in at most 100 characters', async () => {
    expect(await bad({ ...ask(put('a', 1)), actor: ' '.repeat(300) })).toEqual({
      type: 'InvalidAsk',
      field: 'actor',
      found: ' '.repeat(100),
    });
    expect(await bad({ ...ask(put('a', 1)), actor: Object.create(null) })).toMatchObject({ found: 'object' });
    expect(await bad({ ...ask(put('a', 1)), actor: () => 'ada' })).toMatchObject({ found: 'function' });
    expect(await bad({ ...ask(put('a', 1)), role: Symbol('s') })).toMatchObject({ found: 'Symbol(s)' });
  });

  test('LAW-40 no ask at all, or one that throws when it is read, is a typed error', async () => {
    for (const asked of [
      null,
      undefined,
      7,
      {
        get actor(): string {
          throw new Error('no');
        },
      },
    ]) {
      expect(await bad(asked)).toEqual({ type: 'InvalidAsk', field: 'commandId', found: 'undefined' });
    }
  });

  test('ids of the longest length and in any script are kept as they are', async () => {
    const store = emptyStore();
    const correlationId = `${'订'.repeat(85)}x`;
    right(await jarEngine(store).execute(ask(put('a', 1), { actor: '王伟', correlationId, causationId: 'a' }))());
    expect((await logOf(store))[0]?.meta).toMatchObject({ actor: '王伟', correlationId, causationId: 'a' });
  });
});

test('LAW-40 whatever is asked, the answer is typed and the log can be read', async () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
  const asked = fc.record(
    {
      command: fc.oneof(
        anything,
        fc.record({ type: fc.constantFrom('PutCoins', 'LabelJar'), jar: anything, coins: anything, label: anything }),
      ),
      commandId: fc.oneof(anything, fc.constant(id(1))),
      actor: fc.oneof(anything, fc.constant('ada')),
      role: fc.oneof(anything, fc.constant('seller')),
      correlationId: fc.oneof(anything, fc.string({ unit: 'binary' })),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(asked, async (one) => {
      const engine = jarEngine(emptyStore());
      const answer = await engine.execute(one as Ask)();
      if (E.isLeft(answer)) expect(['InvalidAsk', 'InvalidCommand', 'Refused']).toContain(answer.left.type);
      expect(await lines(engine.store)).toHaveLength(E.isRight(answer) ? 1 : 0);
    }),
  );
});

test('what the caller does to the command afterwards changes nothing, and the command is not frozen', async () => {
  const store = emptyStore();
  const engine = jarEngine(store);
  const tags = ['one'];
  const command = { ...label('a', 'x'), tags };
  const pending = engine.execute(ask(command))();
  tags.push('two');
  right(await pending);
  expect((await logOf(store))[0]?.data).toEqual({ label: 'x', tags: ['one'] });
  tags.push('three');
  right(await engine.execute(ask(put('a', 1)))());
  expect(Object.isFrozen(tags)).toBe(false);
});
