import * as E from 'fp-ts/lib/Either.js';
import type { ConformanceAnswer, GatesAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, reading, type Session } from '../session.js';
import { printConformance, printGates } from './print-gates.js';

export interface GatesOptions extends AskingOptions {
  readonly project?: string;
}

/** `millrace gates`: every decision, with what it rested on. */
export const gates = async (session: Session, options: GatesOptions): Promise<Ended> => {
  const { project } = options;
  const answered = await reading(session, options, (millrace, asking) =>
    millrace.gates({ ...asking, ...(project === undefined ? {} : { project }) })(),
  );
  return E.map((answer: Answer<GatesAnswer>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else printGates(session, answer);
    return EXIT.ok;
  })(answered);
};

/** `millrace conformance`: what went past a gate. */
export const conformance = async (session: Session, options: AskingOptions): Promise<Ended> => {
  const answered = await reading(session, options, (millrace, asking) => millrace.conformance(asking)());
  return E.map((answer: Answer<ConformanceAnswer>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else printConformance(session, answer);
    return EXIT.ok;
  })(answered);
};
