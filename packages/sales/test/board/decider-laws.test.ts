import { boardEvents, boardModule } from '@millrace/sales';
import { deciderLaws } from '@millrace/testing';
import { expect, test } from 'vitest';
import { boardCommands, boardContext } from '../support/performance-laws.js';

const { cases, reach } = deciderLaws({
  name: 'board',
  decider: boardModule.decider,
  events: boardEvents,
  commands: boardCommands,
  context: boardContext,
  length: 12,
  repeatable: () => true,
  runs: 60,
});

for (const { name, run } of cases) test(name, run);

test('the commands reach what the laws are about', () => {
  expect(
    reach.below(5, {
      PublishLeaderboard: ['recorded', 'nothing', 'BoardAlreadyPublished', 'NotAPeriod'],
      CorrectLeaderboard: ['recorded', 'nothing', 'NothingToCorrect', 'BoardNotPublished'],
    }),
  ).toEqual([]);
});
