import * as E from 'fp-ts/lib/Either.js';
import type { Answer } from './execute.js';
import { type Fault, faultIn, notTriedAfter } from './fault.js';
import { foreseeRun, type MaybeAsk, settleRun } from './run.js';
import type { Wiring } from './wiring.js';

/**
 * Executes commands in order, each on what the earlier ones lead to, their appends sent without
 * waiting for each other: a store that groups commits writes many in one transaction.
 *
 * Where nothing conflicts and nothing fails, positions follow the order of the commands and a kill
 * leaves a prefix of them. What conflicts, because somebody else wrote meanwhile, is executed anew
 * once everything sent is answered, and so is, in order, whatever was decided on what it would have
 * written; commands of other streams that did not rest on it may then stand before it. Commands of
 * one stream, and those that write it from another, take effect in their order, always.
 *
 * A refusal hinders nothing. After a fault of the store nothing more is executed, lest a command
 * overtake one that has to be asked again: what had been sent is told as it went, the rest was not
 * tried.
 */
export const executeMany = async (asks: ReadonlyArray<MaybeAsk>, wiring: Wiring): Promise<ReadonlyArray<Answer>> => {
  const answers: Array<Answer> = [];
  let fault: Fault | undefined;
  while (answers.length < asks.length && fault === undefined) {
    const run = await foreseeRun(asks.slice(answers.length), wiring);
    const told = await settleRun(run, wiring);
    answers.push(...told);
    fault = told.map(faultIn).find((one) => one !== undefined);
  }
  if (fault === undefined) return answers;
  const notTried = E.left(notTriedAfter(fault));
  return [...answers, ...asks.slice(answers.length).map((ask) => (E.isLeft(ask) ? ask : notTried))];
};
