import { type Ask, commandIdOf, type Engine, type ExecuteError } from '@millrace/engine';
import type { Instant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

/** Who does it, and in which role. */
export interface By {
  readonly actor: string;
  readonly role: string;
}

/** Events recorded now, and events that had been recorded before. */
export interface Recorded {
  readonly recorded: number;
  readonly already: number;
}

const nothing: Recorded = { recorded: 0, already: 0 };

export const plus = (a: Recorded, b: Recorded): Recorded => ({
  recorded: a.recorded + b.recorded,
  already: a.already + b.already,
});

/** A step of a process: the command, and what makes its id the same whenever the process is run again. */
export interface Step {
  readonly of: ReadonlyArray<string | number>;
  readonly command: { readonly type: string; readonly [field: string]: unknown };
  readonly effectiveAt?: Instant | undefined;
  /** Most events that it makes; one, when left out. */
  readonly atMost?: number;
}

/** No batch makes more events than this. @source requirements ORG-48, stores.md section 1 */
const BATCH = 1_000;

/**
 * Sends the steps of a process in order, in batches; a step that was taken before is recognised by its
 * id, so a process that was cut short goes on where it stopped.
 */
export const sendSteps = async (
  engine: Engine,
  steps: ReadonlyArray<Step>,
  by: By,
): Promise<E.Either<ExecuteError, Recorded>> => {
  let counts = nothing;
  for (const batch of batchesOf(steps)) {
    for (const answer of await engine.executeAll(batch.map((step) => askOf(step, by)))()) {
      if (E.isLeft(answer)) return answer;
      const { right: outcome } = answer;
      if (outcome.type === 'AlreadySo') continue;
      const { length } = outcome.events;
      counts = plus(
        counts,
        outcome.type === 'Recorded' ? { recorded: length, already: 0 } : { recorded: 0, already: length },
      );
    }
  }
  return E.right(counts);
};

/** As many steps at a time as make no more events than a batch may have; never less than one. */
export const batchesOf = (steps: ReadonlyArray<Step>): ReadonlyArray<ReadonlyArray<Step>> => {
  const batches: Array<Array<Step>> = [];
  let events = BATCH;
  for (const step of steps) {
    const { atMost = 1 } = step;
    if (events + atMost > BATCH) {
      batches.push([]);
      events = 0;
    }
    batches.at(-1)?.push(step);
    events += atMost;
  }
  return batches;
};

const askOf = ({ of, command, effectiveAt }: Step, by: By): Ask => ({
  ...by,
  command,
  commandId: commandIdOf(...of),
  ...(effectiveAt === undefined ? {} : { effectiveAt }),
});
