import type { AppendError, Receipt, StreamId, Unavailable } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import type { ExecuteError } from './errors.js';
import { type Answer, executeOne } from './execute.js';
import { answered, type Foreseen, foresee, type Sent, type Standing } from './foresee.js';
import { recorded } from './outcome.js';
import { settled } from './settle.js';
import type { Wiring } from './wiring.js';

/**
 * Executes commands in order, each on what the earlier ones lead to, their appends sent without
 * waiting for each other: a store that groups commits writes many in one transaction.
 *
 * Where nothing conflicts and nothing fails, positions follow the order of the commands and a kill
 * leaves a prefix of them. What conflicts, because somebody else wrote meanwhile, is executed anew
 * once everything sent is answered, and so is, in order, whatever was decided on what it would have
 * written; commands that did not rest on it may then stand before it.
 *
 * A refusal hinders nothing. After a fault of the store nothing more is executed, lest a command
 * overtake one that has to be asked again: what had been sent is told as it went, the rest was not
 * tried.
 */
export const executeMany = async (
  asks: ReadonlyArray<E.Either<ExecuteError, ReadAsk>>,
  wiring: Wiring,
): Promise<ReadonlyArray<Answer>> => {
  const streams = new Map<StreamId, Standing>();
  const foreseen: Array<Foreseen> = [];
  let broken = false;
  for (const ask of asks) {
    const one = await foreseeUnless(broken, ask, streams, wiring);
    broken ||= one.type === 'Answered' && faultIn(one.answer) !== undefined;
    foreseen.push(one);
  }

  const happened = new Set<Sent>();
  for (const one of foreseen) if (one.type === 'Sent') note(one, await one.receipt, happened);
  for (const [stream, standing] of streams) {
    if (standing.last === undefined || happened.has(standing.last)) wiring.cache.set(stream, standing);
  }

  const answers: Array<Answer> = [];
  let fault: Fault | undefined;
  for (const [i, one] of foreseen.entries()) {
    const ask = asks[i];
    if (ask === undefined) throw new RangeError('there is an ask for everything foreseen');
    const answer = E.isLeft(ask) ? ask : await answerOf(ask.right, one, happened, fault, wiring);
    fault ??= faultIn(answer);
    answers.push(answer);
  }
  return answers;
};

const foreseeUnless = async (
  broken: boolean,
  ask: E.Either<ExecuteError, ReadAsk>,
  streams: Map<StreamId, Standing>,
  wiring: Wiring,
): Promise<Foreseen> => {
  if (E.isLeft(ask)) return answered(ask);
  return broken ? { type: 'Later' } : foresee(ask.right, streams, wiring);
};

/** Notes an append that wrote what was foreseen, where it was foreseen. */
const note = (sent: Sent, receipt: E.Either<AppendError, Receipt>, happened: Set<Sent>): void => {
  const asForeseen = E.isRight(receipt) && receipt.right.firstRevision === sent.firstRevision;
  if (asForeseen && holds(sent, happened)) happened.add(sent);
};

/** Whether everything it rests on came as foreseen. */
const holds = ({ restsOn }: Pick<Sent, 'restsOn'>, happened: ReadonlySet<Sent>): boolean =>
  restsOn.every((sent) => happened.has(sent));

/** The answer as it stands, where it stands; else the command is executed anew. */
const answerOf = async (
  ask: ReadAsk,
  one: Foreseen,
  happened: Set<Sent>,
  fault: Fault | undefined,
  wiring: Wiring,
): Promise<Answer> => {
  const anew = async (): Promise<Answer> => (fault === undefined ? executeOne(ask, wiring) : E.left(notTried(fault)));
  if (one.type === 'Later') return anew();
  const sound = holds(one, happened);
  if (one.type === 'Answered') return sound ? one.answer : anew();

  const sent = await one.receipt;
  const receipt = sound && fault === undefined ? await settled(sent, one.decided.append, wiring.store) : sent;
  note(one, receipt, happened);
  if (E.isRight(receipt)) return E.right(recorded(one.decided, receipt.right));
  const { left } = receipt;
  if (left.type === 'OutcomeUnknown' && (sound || fault !== undefined)) return E.left(left);
  return left.type === 'Conflict' || !sound ? anew() : E.left(left);
};

/** Errors that say nothing of the command: it is to be asked again. */
type Fault = Extract<ExecuteError, { readonly type: 'Unavailable' | 'OutcomeUnknown' | 'StoreDamaged' | 'Contended' }>;

const faultIn = (answer: Answer): Fault | undefined => {
  if (E.isRight(answer)) return undefined;
  const { left } = answer;
  switch (left.type) {
    case 'Unavailable':
    case 'OutcomeUnknown':
    case 'StoreDamaged':
    case 'Contended':
      return left;
    default:
      return undefined;
  }
};

const notTried = (fault: Fault): Unavailable =>
  fault.type === 'Unavailable'
    ? fault
    : { type: 'Unavailable', reason: 'failed', message: `not tried: a command before it ended in ${fault.type}` };
