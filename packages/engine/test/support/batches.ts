import type { Engine } from '@millrace/engine';
import * as E from 'fp-ts/lib/Either.js';
import { ask } from './engines.js';

/** What a batch is answered. */
type Answers = Awaited<ReturnType<ReturnType<Engine['executeAll']>>>;

/** The answers in one word each: what was recorded, or why not. */
export const words = (answers: Answers): ReadonlyArray<string> =>
  answers.map((answer) => {
    if (E.isRight(answer)) return answer.right.type;
    return answer.left.type === 'Refused' ? answer.left.refusal.type : answer.left.type;
  });

/** The answers to commands executed together. */
export const all = (engine: Engine, ...commands: ReadonlyArray<object>): Promise<Answers> =>
  engine.executeAll(commands.map((command) => ask(command)))();
