import { pledgeEvents, pledgeModule } from '@millrace/sales';
import { deciderLaws } from '@millrace/testing';
import { expect, test } from 'vitest';
import { pledgeCommands, pledgeContext, pledgeOpening } from '../support/performance-laws.js';

const { cases, reach } = deciderLaws({
  name: 'pledge',
  decider: pledgeModule.decider,
  events: pledgeEvents,
  commands: pledgeCommands,
  opening: pledgeOpening,
  context: pledgeContext,
  length: 30,
  repeatable: ({ type }) => !type.startsWith('Pay') && !type.startsWith('Receive') && !type.startsWith('Return'),
  runs: 60,
});

for (const { name, run } of cases) test(name, run);

test('the commands reach what the laws are about', () => {
  expect(
    reach.below(5, {
      SwearPledge: ['recorded', 'AlreadyPledged', 'nothing'],
      SettlePledge: ['recorded', 'AlreadySettled'],
      AdjustSettlement: ['recorded', 'nothing'],
      PayReward: ['recorded', 'RewardExceedsEntitlement', 'AmountNotPositive'],
      ConsentToDonation: ['recorded', 'nothing', 'ConsentNotByPledger', 'DonationNotProposed'],
      DeclineDonation: ['recorded'],
      WaiveDonation: ['recorded', 'UndefinedTerm'],
      ReceiveDonation: ['recorded', 'DonationNotAsConsented', 'DonationNotConsented'],
      ReturnDonation: ['NothingDueBack'],
    }),
  ).toEqual([]);
});
