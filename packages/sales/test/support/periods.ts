/** Generated sales periods, played once for all laws of a file. */
import type { Envelope } from '@millrace/kernel';
import { type PledgeEvent, type PledgeName, pledgeStream } from '@millrace/sales';
import {
  type Played,
  playSalesPeriod,
  pledgesIn,
  type SalesEvent,
  type SalesPeriodScript,
  salesPeriodScripts,
} from '@millrace/testing';
import fc from 'fast-check';

const RUNS = 20;
const seed = Math.floor(Math.random() * 2 ** 31);
const sampled = fc.sample(salesPeriodScripts(), { numRuns: RUNS, seed });
const played = new Map<SalesPeriodScript, Played>();

const historyOf = (script: SalesPeriodScript): Played => {
  const history = played.get(script) ?? playSalesPeriod(script);
  played.set(script, history);
  return history;
};

/** Holds a law over generated histories, the same for all laws of a file; a broken one names the seed. */
export const forEveryPlayed = (law: (history: Played, script: SalesPeriodScript) => void, runs = RUNS): void => {
  for (const [i, script] of sampled.slice(0, runs).entries()) {
    try {
      law(historyOf(script), script);
    } catch (cause) {
      throw new Error(`history ${i} of seed ${seed}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    }
  }
};

/** An envelope of a pledge's event, its data told by its type. */
export type PledgeEnvelope = {
  readonly [Type in PledgeEvent['type']]: Omit<Envelope, 'type' | 'data'> & {
    readonly type: Type;
    readonly data: Extract<PledgeEvent, { type: Type }>['data'];
  };
}[PledgeEvent['type']];

/** Every pledge of a log, with its events. */
export const pledgeStories = (
  log: ReadonlyArray<Envelope<SalesEvent>>,
): ReadonlyArray<{ readonly name: PledgeName; readonly story: ReadonlyArray<PledgeEnvelope> }> =>
  pledgesIn(log, () => true).map((name) => ({
    name,
    story: log.filter(({ stream }) => stream === pledgeStream(name)) as unknown as ReadonlyArray<PledgeEnvelope>,
  }));

/** The events of one type. */
export const only = <Type extends PledgeEvent['type']>(
  story: ReadonlyArray<PledgeEnvelope>,
  type: Type,
): ReadonlyArray<Extract<PledgeEnvelope, { type: Type }>> =>
  story.filter((one): one is Extract<PledgeEnvelope, { type: Type }> => one.type === type);
