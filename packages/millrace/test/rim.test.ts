import * as TE from 'fp-ts/lib/TaskEither.js';
import { MillraceError, run } from 'millrace';
import { expect, test } from 'vitest';

test('what succeeds resolves', async () => {
  expect(await run(TE.right(1))).toBe(1);
});

test('what fails rejects with an error that carries the typed one', async () => {
  const reason = { type: 'UnknownStage', stage: 'cold', stages: ['prospect'] } as const;
  const error = await run(TE.left(reason)).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(MillraceError);
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: 'MillraceError',
    reason,
    message: 'UnknownStage: {"type":"UnknownStage","stage":"cold","stages":["prospect"]}',
  });
});

test('nothing runs before it is asked to', async () => {
  let runs = 0;
  const task = async () => {
    runs += 1;
    return TE.right(runs)();
  };
  expect(runs).toBe(0);
  expect([await run(task), await run(task)]).toEqual([1, 2]);
});
