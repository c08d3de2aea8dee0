import { commandIdOf, type Engine, type ExecuteError } from '@millrace/engine';
import type { Instant, MoneyError, Position } from '@millrace/kernel';
import { type PlannedSettlement, settlementPlan } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { LogError } from '../questions/asking.js';
import { type KnownPeriod, type PeriodNotOpened, readPeriod } from '../questions/period.js';
import { readPledges } from '../questions/pledge-documents.js';
import { type Adjustment, adjustmentsIn, type EarlierNotSettled } from './adjustments.js';
import { type By, plus, type Recorded, type Step, sendSteps } from './sending.js';

/** Which period is settled. */
export interface SettlementAsking {
  /** A month or quarter: `2026-11`, `2026-Q4`. */
  readonly period: string;
  /** When it is cut off, where it is not yet; now, when left out. */
  readonly cutOffAt?: Instant;
}

/** How a period is settled. */
export interface Settlement {
  readonly period: string;
  /** Position of the cut-off that it rests on; null where there is none yet, and everything known counts. */
  readonly cutOff: Position | null;
  readonly pledges: ReadonlyArray<PlannedSettlement>;
  /** Pledges of earlier periods that late entries, posted in this one, change. */
  readonly adjustments: ReadonlyArray<Adjustment>;
  readonly totals: { readonly pledges: number; readonly met: number; readonly missed: number };
}

/** Why a period cannot be settled. */
export type SettlementError = LogError | PeriodNotOpened | EarlierNotSettled | MoneyError;

/** How a period would be settled: at its cut-off, or as if it were cut off now. Nothing is recorded. */
export const planSettlement =
  (engine: Engine, { period }: SettlementAsking): TaskEither<SettlementError, Settlement> =>
  async () => {
    const known = await readPeriod(engine, period)();
    return E.isLeft(known) ? known : settlementOf(engine, period, known.right.cutOff);
  };

const settlementOf = async (
  engine: Engine,
  period: string,
  cutOff: Position | undefined,
): Promise<E.Either<SettlementError, Settlement>> => {
  const read = await readPledges(engine, cutOff === undefined ? {} : { knownAt: { position: cutOff } }, cutOff)();
  if (E.isLeft(read)) return read;
  const plan = settlementPlan(read.right.documents, period);
  if (E.isLeft(plan)) return plan;
  const adjustments = await adjustmentsIn(engine, period, read.right.documents);
  if (E.isLeft(adjustments)) return adjustments;
  const pledges = plan.right;
  const met = pledges.filter((pledge) => pledge.met).length;
  const totals = { pledges: pledges.length, met, missed: pledges.length - met };
  return E.right({ period, cutOff: cutOff ?? null, pledges, adjustments: adjustments.right, totals });
};

/** A settlement that was recorded. */
export interface SettlementRecord extends Settlement, Recorded {
  readonly cutOff: Position;
}

/**
 * Settles a period: cuts it off where it is not, settles every pledge by what was recorded before the
 * cut-off, adjusts earlier ones by what came late, and says that it is done.
 *
 * Everything it does is decided by the cut-off's position and dated at the cut-off, and every command
 * has an id made of what it is about: run again, after a crash or by another, it records nothing twice.
 *
 * @source ORG-48, PLG-1, PLG-6, design.md decision 12
 */
export const settle =
  (
    engine: Engine,
    { period, cutOffAt }: SettlementAsking,
    by: By,
  ): TaskEither<SettlementError | ExecuteError, SettlementRecord> =>
  async () => {
    const first = await readPeriod(engine, period)();
    if (E.isLeft(first)) return first;
    const cut = await cutOffOf(engine, { period, cutOffAt }, first.right, by);
    if (E.isLeft(cut)) return cut;
    const { cutOff, effectiveAt, counts } = cut.right;
    const settlement = await settlementOf(engine, period, cutOff);
    if (E.isLeft(settlement)) return settlement;
    const sent = await sendSteps(engine, stepsOf(settlement.right, cutOff, effectiveAt), by);
    if (E.isLeft(sent)) return sent;
    return E.right({ ...settlement.right, cutOff, ...plus(counts, sent.right) });
  };

interface CutOff {
  readonly cutOff: Position;
  readonly effectiveAt: Instant;
  readonly counts: Recorded;
}

/** The period's cut-off, made now where there is none. */
const cutOffOf = async (
  engine: Engine,
  { period, cutOffAt }: { readonly period: string; readonly cutOffAt: Instant | undefined },
  known: KnownPeriod,
  by: By,
): Promise<E.Either<SettlementError | ExecuteError, CutOff>> => {
  const standing = cutOffIn(known);
  if (standing !== undefined) return E.right({ ...standing, counts: { recorded: 0, already: 1 } });
  const step: Step = {
    of: ['settle', period, 'cutOff'],
    command: { type: 'CutOffPeriod', period },
    effectiveAt: cutOffAt,
  };
  const sent = await sendSteps(engine, [step], by);
  if (E.isLeft(sent)) return sent;
  const after = await readPeriod(engine, period)();
  if (E.isLeft(after)) return after;
  const made = cutOffIn(after.right);
  if (made === undefined) throw new RangeError(`${period} was cut off and is not: ${commandIdOf(...step.of)}`);
  return E.right({ ...made, counts: sent.right });
};

const cutOffIn = ({ period, cutOff }: KnownPeriod): Omit<CutOff, 'counts'> | undefined =>
  cutOff === undefined || period.cutOffAt === undefined ? undefined : { cutOff, effectiveAt: period.cutOffAt };

const stepsOf = (
  { period, pledges, adjustments, totals }: Settlement,
  cutOff: Position,
  effectiveAt: Instant,
): ReadonlyArray<Step> => [
  ...pledges.map(({ id, name, achieved, rewards }) => ({
    of: ['settle', period, 'pledge', id],
    command: { type: 'SettlePledge', ...name, achieved, cutOff },
    effectiveAt,
    atMost: 2 + rewards.length,
  })),
  ...adjustments.map(({ id, name, achieved }) => ({
    of: ['settle', period, 'adjustment', id],
    command: { type: 'AdjustSettlement', ...name, postedIn: period, cutOff, achieved },
    effectiveAt,
    atMost: 2,
  })),
  {
    of: ['settle', period, 'completed'],
    command: { type: 'CompleteSettlement', period, ...totals, cutOff },
    effectiveAt,
  },
];
