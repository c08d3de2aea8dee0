import { saleEvents, saleModule } from '@millrace/sales';
import { deciderLaws } from '@millrace/testing';
import { expect, test } from 'vitest';
import { saleCommands, saleContext } from '../support/performance-laws.js';

const { cases, reach } = deciderLaws({
  name: 'sale',
  decider: saleModule.decider,
  events: saleEvents,
  commands: saleCommands,
  context: saleContext,
  length: 20,
  repeatable: ({ type }) => type === 'CreditSale',
  runs: 60,
});

for (const { name, run } of cases) test(name, run);

test('the commands reach what the laws are about', () => {
  expect(
    reach.below(5, {
      CreditSale: [
        'recorded',
        'AmountNotPositive',
        'NoShares',
        'NotAWeight',
        'ExchangeMissing',
        'ExchangeNotNeeded',
        'CreditOutOfOrder',
        'CreditAlreadyRecorded',
      ],
      ReverseCredit: [
        'recorded',
        'nothing',
        'CreditUnknown',
        'RefundExceedsCredit',
        'MixedCurrencies',
        'AmountNotPositive',
      ],
    }),
  ).toEqual([]);
});
