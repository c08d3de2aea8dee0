import type { AppendError, AppendReceipt, StreamId } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadAsk } from './ask.js';
import type { ExecuteError } from './errors.js';
import { type Answer, executeOne } from './execute.js';
import { type Fault, faultIn, notTriedAfter } from './fault.js';
import { answered, type Foreseen, foresee, type Sent, type Standing } from './foresee.js';
import { recorded } from './outcome.js';
import { settled } from './settle.js';
import type { Wiring } from './wiring.js';

/** An ask, or what is wrong with it. */
export type MaybeAsk = E.Either<ExecuteError, ReadAsk>;

/** Commands that were foreseen together. */
interface Run {
  readonly steps: ReadonlyArray<{ readonly ask: MaybeAsk; readonly foreseen: Foreseen }>;
  readonly streams: ReadonlyMap<StreamId, Standing>;
}

/** Foresees commands until one cannot be foreseen: it begins the next run, or is a run of its own. */
export const foreseeRun = async (asks: ReadonlyArray<MaybeAsk>, wiring: Wiring): Promise<Run> => {
  const streams = new Map<StreamId, Standing>();
  const steps: Array<Run['steps'][number]> = [];
  for (const ask of asks) {
    const foreseen = E.isLeft(ask) ? answered(ask) : await foresee(ask.right, streams, wiring);
    if (foreseen.type === 'Unforeseen' && steps.length > 0) break;
    steps.push({ ask, foreseen });
    if (foreseen.type === 'Unforeseen' || faultOf(foreseen) !== undefined) break;
  }
  return { steps, streams };
};

const faultOf = (foreseen: Foreseen): Fault | undefined =>
  foreseen.type === 'Answered' ? faultIn(foreseen.answer) : undefined;

/** The answers of a run, once everything sent is answered. */
export const settleRun = async ({ steps, streams }: Run, wiring: Wiring): Promise<ReadonlyArray<Answer>> => {
  const happened = new Set<Sent>();
  for (const { foreseen } of steps) {
    if (foreseen.type === 'Sent') note(foreseen, await foreseen.receipt, happened);
  }
  for (const standing of streams.values()) {
    if (standing.last === undefined || happened.has(standing.last)) wiring.cache.set(standing);
  }

  const answers: Array<Answer> = [];
  let fault: Fault | undefined;
  for (const { ask, foreseen } of steps) {
    const answer = E.isLeft(ask) ? ask : await answerOf(ask.right, foreseen, happened, fault, wiring);
    fault ??= faultIn(answer);
    answers.push(answer);
  }
  return answers;
};

/** Notes an append that wrote what was foreseen, where it was foreseen. */
const note = (sent: Sent, receipt: E.Either<AppendError, AppendReceipt>, happened: Set<Sent>): void => {
  const asForeseen = E.isRight(receipt) && receipt.right.firstRevision === sent.firstRevision;
  if (asForeseen && holds(sent, happened)) happened.add(sent);
};

/** Whether everything it rests on came as foreseen. */
const holds = ({ restsOn }: Pick<Sent, 'restsOn'>, happened: ReadonlySet<Sent>): boolean =>
  restsOn.every((sent) => happened.has(sent));

/** The answer as it stands, where it stands; else the command is executed anew, unless a fault came first. */
const answerOf = async (
  ask: ReadAsk,
  foreseen: Foreseen,
  happened: Set<Sent>,
  fault: Fault | undefined,
  wiring: Wiring,
): Promise<Answer> => {
  const anew = async (): Promise<Answer> =>
    fault === undefined ? executeOne(ask, wiring) : E.left(notTriedAfter(fault));
  if (foreseen.type === 'Unforeseen') return anew();
  const sound = holds(foreseen, happened);
  if (foreseen.type === 'Answered') return sound ? foreseen.answer : anew();

  const sent = await foreseen.receipt;
  const receipt = sound && fault === undefined ? await settled(sent, foreseen.decided.append, wiring.store) : sent;
  note(foreseen, receipt, happened);
  if (E.isRight(receipt)) return E.right(recorded(foreseen.decided, receipt.right));
  const { left } = receipt;
  if (left.type === 'OutcomeUnknown' && (sound || fault !== undefined)) return E.left(left);
  return left.type === 'Conflict' || !sound ? anew() : E.left(left);
};
