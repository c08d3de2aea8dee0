/** What cannot be guessed when a script is drawn: which pledge has something to answer, and what is owed. */
import type { BusinessId, Money } from '@millrace/kernel';
import {
  type Pledge,
  type PledgeCommand,
  pledgeStream,
  readablePledge,
  readableSale,
  type SaleEvent,
  type Settled,
  saleStream,
} from '@millrace/sales';
import { cny, roleOf } from './commands.js';
import type { Line } from './line.js';
import { pledgesIn } from './pledges.js';
import type { SalesCommand, When, World } from './world.js';

/** A command, and when and by whom it is asked. */
export interface Aimed {
  readonly command: SalesCommand;
  readonly when: When;
}

/** Three times in four a refund is of something sold, and an answer about a donation or a reward that is due. */
export const aimed = (world: World, command: SalesCommand, line: Line): Aimed => {
  const { roll, now } = line;
  if (roll % 4 === 0) return { command, when: line };
  if (command.type === 'ReverseCredit') return { command: refundOf(world, command, roll >> 2), when: line };
  const isDue = due.get(command.type);
  if (isDue === undefined) return { command, when: line };

  const waiting = pledgesIn(world.log, () => true).filter((name) =>
    isDue(world.stateOf(pledgeStream(name), readablePledge)),
  );
  const named = waiting[(roll >> 2) % waiting.length];
  if (named === undefined) return { command, when: line };
  const { period, person, unit } = named;
  const about = { ...command, period, person, unit } as Answer;
  if (unit === undefined) delete (about as { unit?: BusinessId }).unit;
  const own = line.actor === (command as Answer).person;
  const pledge = world.stateOf(pledgeStream(named), readablePledge);
  return {
    command: pledge.phase === 'settled' ? inFull(about, pledge) : about,
    when: {
      ...line,
      effectiveAt: roll % 8 === 1 ? line.effectiveAt : now,
      ...(own ? { actor: person, role: roleOf(person) } : {}),
    },
  };
};

type Answer = Extract<PledgeCommand, { readonly person: BusinessId }>;

/** Of which pledges something may be asked with effect. */
const due: ReadonlyMap<string, (pledge: Pledge) => boolean> = new Map<string, (pledge: Pledge) => boolean>([
  ['WithdrawPledge', ({ phase }) => phase === 'sworn'],
  ['ConsentToDonation', (pledge) => donationIs(pledge, 'proposed')],
  ['DeclineDonation', (pledge) => donationIs(pledge, 'proposed')],
  ['WaiveDonation', (pledge) => donationIs(pledge, 'proposed') || donationIs(pledge, 'consented')],
  ['ReceiveDonation', (pledge) => donationIs(pledge, 'consented')],
  ['ReturnDonation', (pledge) => donationIs(pledge, 'dueBack')],
  ['PayReward', (pledge) => pledge.phase === 'settled' && owed(pledge).minor > 0],
]);

const donationIs = (pledge: Pledge, state: Settled['donation']['state']): boolean =>
  pledge.phase === 'settled' && pledge.donation.state === state;

/** Payments of all that is owed. */
const inFull = (command: Answer, pledge: Settled): Answer => {
  switch (command.type) {
    case 'ReceiveDonation':
      return { ...command, amount: pledge.donation.amount };
    case 'ReturnDonation':
      return { ...command, amount: pledge.donation.dueBack };
    case 'PayReward':
      return { ...command, amount: owed(pledge) };
    default:
      return command;
  }
};

const owed = ({ rewards, paid }: Settled): Money =>
  cny(rewards.reduce((sum, { entitled }) => sum + entitled.minor, 0) - paid.minor);

/** A refund of a credit that there is, in its own currency. */
const refundOf = (
  { log, stateOf }: World,
  command: Extract<SalesCommand, { type: 'ReverseCredit' }>,
  roll: number,
): SalesCommand => {
  const credited = log.filter(({ type }) => type === 'SaleCredited');
  const found = credited[roll % credited.length]?.data as SaleEvent['data'] | undefined;
  if (found === undefined) return command;
  const { sale, credit: number } = found;
  const credit = stateOf(saleStream(sale), readableSale).credits.find((one) => one.number === number);
  const { currency } = credit?.original?.amount ?? credit?.amount ?? found.amount;
  const { amount } = command;
  return { ...command, sale, credit: number, ...(amount === undefined ? {} : { amount: { ...amount, currency } }) };
};
