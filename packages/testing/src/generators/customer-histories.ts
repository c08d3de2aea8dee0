import { type BusinessId, type Envelope, replay, type StreamId } from '@millrace/kernel';
import { type Customer, type CustomerCommand, type CustomerEvent, customerModule } from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { customerCommands } from './customer-commands.js';
import { contextWith } from './customer-context.js';
import { customerOpening } from './customer-opening.js';
import { customerIds } from './people.js';
import { placed, recorded } from './recorded.js';

/** How far generated histories go. */
export interface HistoriesOptions {
  /** Customers at most, 1 to 4; 3 when left out. */
  readonly customers?: number;
  /** Commands after the openings at most; 80 when left out. */
  readonly length?: number;
}

interface Ask {
  readonly command: CustomerCommand;
  readonly roll: number;
}

const { decider, events, playbookOf, streamOf } = customerModule;

/**
 * Logs of several customers, one beside the other, as a store would hand them out: made by real
 * commands through the real `decide`, encoded and read again.
 *
 * Positions and `recordedAt` rise, with gaps and ties; some events are dated back. There are skips,
 * moves back, corrections, closings, new journeys, links and temporary custody.
 */
export const customerHistories = ({
  customers = 3,
  length = 80,
}: HistoriesOptions = {}): fc.Arbitrary<ReadonlyArray<Envelope<CustomerEvent>>> => {
  const ids = customerIds.slice(0, customers);
  const openings = fc.tuple(...ids.map((id) => customerOpening(id)));
  const command = fc.oneof(...ids.map((id) => customerCommands(id)));
  const asks = fc.array(fc.record({ command, roll: fc.nat({ max: 2 ** 31 - 1 }) }), { maxLength: length, size: 'max' });
  return fc.tuple(openings, asks).map(([first, rest]) => logOf(withOpenings(ids, first, rest)));
};

/** Each customer's opening is asked as soon as the customer is first spoken of. */
const withOpenings = (
  ids: ReadonlyArray<BusinessId>,
  openings: ReadonlyArray<ReadonlyArray<CustomerCommand>>,
  asks: ReadonlyArray<Ask>,
): ReadonlyArray<Ask> => {
  const waiting = new Map(ids.map((id, index) => [id, openings[index] ?? []]));
  return asks.flatMap((ask) => {
    const opening = waiting.get(ask.command.customer) ?? [];
    waiting.delete(ask.command.customer);
    return [...opening.map((command) => ({ command, roll: 0 })), ask];
  });
};

/** What the asks lead to in one log; refused ones leave no trace. */
const logOf = (asks: ReadonlyArray<Ask>): ReadonlyArray<Envelope<CustomerEvent>> => {
  const log: Array<Envelope<CustomerEvent>> = [];
  const states = new Map<StreamId, Customer>();
  const stateOf = (stream: StreamId): Customer => states.get(stream) ?? decider.initial;

  for (const [step, { command: asked, roll }] of asks.entries()) {
    const stream = streamOf(asked);
    const command = aimed(asked, stateOf(stream));
    const other =
      command.type === 'LinkDuplicate' ? stateOf(streamOf({ ...command, customer: command.of })) : undefined;
    const context = contextWith(other ?? decider.initial, step, roll);
    const state = stateOf(stream);
    const answer = decider.decide(command, state, context);
    if (E.isLeft(answer)) continue;

    states.set(stream, replay(decider, answer.right, state));
    // Every eighth command leaves a gap in front of it, as a sequence of a database may.
    const position = (log.at(-1)?.position ?? 0) + (roll % 8 === 0 ? 2 : 1);
    const happened = placed(stream, state.events, answer.right);
    const place = { position, recordedAt: context.now, step };
    log.push(...recorded(happened, command, context, { events, playbook: playbookOf(context) }, place));
  }
  return log;
};

/** A correction of a move that there is, where there is one: the numbers of moves cannot be guessed. */
const aimed = (command: CustomerCommand, customer: Customer): CustomerCommand => {
  if (command.type !== 'CorrectJourneyMove' || customer.phase !== 'entered') return command;
  const moves = customer.journeys.flatMap((journey) => journey.moves);
  return { ...command, target: moves[command.target % moves.length]?.revision ?? command.target };
};
