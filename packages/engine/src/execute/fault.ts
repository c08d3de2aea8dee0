import type { Unavailable } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ExecuteError } from './errors.js';
import type { Answer } from './execute.js';

/** An error that says nothing of the command: it is to be asked again. */
export type Fault = Extract<
  ExecuteError,
  { readonly type: 'Unavailable' | 'OutcomeUnknown' | 'StoreDamaged' | 'Contended' }
>;

/** The fault in an answer, if it is one. */
export const faultIn = (answer: Answer): Fault | undefined => {
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

/** What a command is told that was not tried after a fault: nothing happened. */
export const notTriedAfter = (fault: Fault): Unavailable =>
  fault.type === 'Unavailable'
    ? fault
    : { type: 'Unavailable', reason: 'failed', message: `not tried: a command before it ended in ${fault.type}` };
