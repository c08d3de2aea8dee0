/** From a script to a log: every wish asked through the real deciders, settlements worked out as they come. */
import type { Envelope, Position } from '@millrace/kernel';
import {
  type OpenedPeriod,
  periodStream,
  pledgeStream,
  readablePeriod,
  readablePledge,
  type Settled,
  type Terms,
} from '@millrace/sales';
import type fc from 'fast-check';
import { achievedOf, type Counted } from './achieved.js';
import { type Aimed, aimed } from './aim.js';
import { cny } from './commands.js';
import { type NamedPledge, pledgesIn } from './pledges.js';
import { type SalesPeriodOptions, type SalesPeriodScript, salesPeriodScripts } from './script.js';
import { emptyWorld, type SalesEvent, type When, type World } from './world.js';

/** What a script led to. */
export type Played = Pick<World, 'log' | 'asked' | 'stateOf' | 'askAgain'>;

/** Asks everything of a script in turn; what is refused leaves no trace in the log. */
export const playSalesPeriod = ({ lines }: SalesPeriodScript): Played => {
  const world = emptyWorld();
  for (const line of lines) {
    if (line.wish.type === 'settle') settle(world, line.wish.period, line);
    else ask(world, aimed(world, line.wish, line));
  }
  return world;
};

const ask = (world: World, { command, when }: Aimed): void => {
  world.ask(command, when);
};

/** The logs of generated scripts. */
export const salesPeriodHistories = (
  options: SalesPeriodOptions = {},
): fc.Arbitrary<ReadonlyArray<Envelope<SalesEvent>>> =>
  salesPeriodScripts(options).map((script) => playSalesPeriod(script).log);

/** The position of a period's cut-off. */
export const cutOffOf = (log: ReadonlyArray<Envelope<SalesEvent>>, label: string): Position | undefined =>
  log.find(({ stream, type }) => stream === periodStream(label) && type === 'PeriodCutOff')?.position;

/** As the settlement of a period is worked: cut off, settle every pledge, post what came late to earlier ones. */
const settle = (world: World, label: string, when: When): void => {
  const { log, ask, stateOf } = world;
  ask({ type: 'CutOffPeriod', period: label as never }, when);
  const cutOff = cutOffOf(log, label);
  const period = stateOf(periodStream(label), readablePeriod);
  if (cutOff === undefined || period.phase !== 'opened') return;

  const pledges = pledgesIn(log, (one) => one === label);
  for (const name of pledges) {
    const pledge = stateOf(pledgeStream(name), readablePledge);
    if (pledge.phase !== 'sworn') continue;
    const achieved = cny(achievedOf(log, counted(name, pledge.terms, period), cutOff));
    ask({ type: 'SettlePledge', ...name, achieved, cutOff }, when);
  }

  const sameCadence = (one: string) => one < label && one.includes('Q') === label.includes('Q');
  for (const name of pledgesIn(log, sameCadence)) {
    const pledge = stateOf(pledgeStream(name), readablePledge);
    const earlier = stateOf(periodStream(name.period), readablePeriod);
    if (pledge.phase !== 'settled' || earlier.phase !== 'opened') continue;
    const known = cutOffOf(log, name.period);
    const achieved = cny(achievedOf(log, counted(name, pledge.terms, earlier), cutOff, known));
    ask({ type: 'AdjustSettlement', ...name, postedIn: label as never, cutOff, achieved }, when);
  }

  const settled = pledges.map((name) => stateOf(pledgeStream(name), readablePledge)).filter(isSettled);
  const met = settled.filter((pledge) => pledge.met).length;
  ask(
    {
      type: 'CompleteSettlement',
      period: label as never,
      pledges: settled.length,
      met,
      missed: settled.length - met,
      cutOff,
    },
    when,
  );
};

const isSettled = (pledge: { readonly phase: string }): pledge is Settled => pledge.phase === 'settled';

/** What counts for a pledge of an opened period. */
export const counted = (
  { person, unit }: NamedPledge,
  { creditBasis }: Terms,
  { start, end }: OpenedPeriod,
): Counted => ({
  person,
  unit,
  basis: creditBasis,
  start,
  end,
});
