/** What else can be asked of a sales organisation's month. */
import { sha256 } from '@millrace/engine';
import { certificateText } from '@millrace/sales';
import { run } from 'millrace';
import { expect, test } from 'vitest';
import { at, cny, MARCH, operator, worked } from './support/organisation.js';

test('a certificate says what was sworn, in two languages; its hashes leave the name open ORG-26 ORG-27 PLG-9', async () => {
  const { millrace, does } = await worked();
  await does(at(3, 2), { type: 'RenamePerson', person: 'ada', name: 'Ada L' });
  const { template, terms, name, hashes } = await run(millrace.certificate('2026-03/ada'));
  expect([name, terms.target, terms.donation]).toEqual(['ADA', cny(20_000_000), cny(50_000)]);
  for (const language of ['zh', 'en'] as const) {
    const text = certificateText(template, language, terms, name);
    expect(text).toContain('ADA');
    expect(sha256(text.replace('ADA', '{name}'))).toBe(hashes[language]);
  }
  await expect(run(millrace.certificate('2026-03/zoe'))).rejects.toMatchObject({
    reason: { type: 'PledgeUnknown', pledge: '2026-03/zoe' },
  });
});

test('a settlement meeting is overdue from the sixth day on, until it is held Q21 ORG-48', async () => {
  const { millrace, set } = await worked();
  set(at(4, 5));
  expect((await run(millrace.overdueSettlements())).overdue).toEqual([]);
  set(at(4, 7));
  expect((await run(millrace.overdueSettlements())).overdue).toMatchObject([{ period: MARCH, cutOff: false }]);
});

test('whether a target can be met is not guessed: without a mature sale there is no answer DLR-35', async () => {
  const { millrace } = await worked();
  await expect(run(millrace.feasibility({ period: MARCH, target: cny(50_000_000) as never }))).rejects.toMatchObject({
    reason: { type: 'NotEnoughMatureData', lacking: 'sale' },
  });
});

test('a statement of a month that is not closed is of what is known, and has no addendum ORG-49', async () => {
  const { millrace, set } = await worked();
  set(at(4, 2));
  await run(millrace.settle({ period: MARCH }, operator));
  const { statement, statedAt, knownAt, addendum } = await run(millrace.statement({ person: 'bob', period: MARCH }));
  expect([statedAt, addendum]).toEqual([knownAt, []]);
  expect(statement).toMatchObject({
    person: 'bob',
    closed: null,
    pledges: [{ achieved: cny(10_000_000), met: false, lines: [{ sale: 's2' }], donation: { state: 'proposed' } }],
  });
});
