import type { Ask } from '@millrace/engine';
import type { Period } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Millrace, SettlementError } from 'millrace';
import type { Progress } from '../render/progress.js';
import { type RowError, type Sent, type StoreFault, sendAll } from '../send.js';
import { salesPeriods } from './calendar.js';
import { afterSettlement, settledAt } from './settled.js';
import { simulate } from './simulate.js';
import { instantAt, YEAR } from './staff.js';
import { OPERATOR, type Timed } from './step.js';

/** What came of the year. */
export interface Played {
  readonly recorded: number;
  readonly already: number;
  /** Why commands were turned down. */
  readonly faults: ReadonlyArray<RowError>;
}

/** Plays the year in order of time; each period is settled by what was recorded until then. */
export const playYear = async (
  { engine, settle }: Millrace,
  progress: Progress,
): Promise<E.Either<StoreFault | RowError | SettlementError, Played>> => {
  const counts = { recorded: 0, already: 0 };
  const faults: Array<RowError> = [];
  const onSent = ({ answer }: Sent<Ask>): void => {
    if (E.isLeft(answer)) faults.push(answer.left);
    else if (answer.right.type !== 'AlreadySo') {
      counts[answer.right.type === 'Recorded' ? 'recorded' : 'already'] += answer.right.events.length;
    }
  };
  let sent = 0;
  const within: Progress = { at: (n) => progress.at(sent + n), end: () => undefined };
  const send = async (steps: ReadonlyArray<Timed>) => {
    const told = await sendAll(
      engine,
      steps.map(({ ask }) => ask),
      onSent,
      within,
    );
    sent += steps.length;
    return told;
  };

  let rest: ReadonlyArray<Timed> = simulate();
  for (const period of settled) {
    const due = settledAt(period);
    const before = await send(rest.filter(({ at }) => at < due));
    if (E.isLeft(before)) return before;
    const settlement = await settle({ period: period.label, cutOffAt: instantAt(due) }, OPERATOR)();
    if (E.isLeft(settlement)) return settlement;
    counts.recorded += settlement.right.recorded;
    counts.already += settlement.right.already;
    const following = afterSettlement(period, settlement.right).filter(({ at }) => at < YEAR.end);
    rest = [...rest.filter(({ at }) => at >= due), ...following].sort((a, b) => a.at - b.at);
  }
  const last = await send(rest);
  progress.end();
  return E.isLeft(last) ? last : E.right({ ...counts, faults });
};

/** Those that end early enough to be settled within the year, in order. */
const settled: ReadonlyArray<Period> = salesPeriods
  .filter((period) => settledAt(period) < YEAR.end)
  .sort((a, b) => settledAt(a) - settledAt(b));
