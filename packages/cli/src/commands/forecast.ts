import * as E from 'fp-ts/lib/Either.js';
import type { ForecastAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { readStretch } from '../options.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, reading, type Session } from '../session.js';
import { printForecast } from './print-forecast.js';

export interface ForecastOptions extends AskingOptions {
  readonly period: string;
}

/** `millrace forecast`. */
export const forecast = async (session: Session, options: ForecastOptions): Promise<Ended> => {
  const period = readStretch(options.period);
  if (E.isLeft(period)) return period;
  const answered = await reading(session, options, (millrace, asking) =>
    millrace.forecast({ ...asking, period: period.right })(),
  );
  return E.map((answer: Answer<ForecastAnswer>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else printForecast(session, answer);
    return EXIT.ok;
  })(answered);
};
