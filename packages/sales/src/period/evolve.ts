import type { BusinessId, Evolve, Instant } from '@millrace/kernel';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import type { PeriodEvent } from './events.js';
import type { IncentiveRule } from './incentive.js';
import type { TargetLevels, TargetOf } from './target.js';
import type { AgendaItem, MeetingMode } from './terms.js';

/** What decisions must know of a period. */
export type SalesPeriod = { readonly phase: 'unopened' } | OpenedPeriod;

export interface Target {
  readonly of: TargetOf;
  readonly levels: TargetLevels;
}

export interface Meeting {
  readonly id: BusinessId;
  readonly heldAt: Instant;
  readonly chairs: ReadonlyArray<BusinessId>;
  readonly mode: MeetingMode;
}

export interface Incentive {
  readonly incentive: BusinessId;
  readonly audience: 'seller' | 'manager';
  readonly by: ReadonlyArray<BusinessId>;
  readonly rule: IncentiveRule;
  readonly meeting?: BusinessId;
  readonly announcedAt: Instant;
  /** By position: what was announced after the cut-off pays nothing. @source PLG-8 */
  readonly beforeCutOff: boolean;
}

export interface OpenedPeriod {
  readonly phase: 'opened';
  readonly cadence: 'month' | 'quarter';
  readonly start: Instant;
  readonly end: Instant;
  readonly openedAt: Instant;
  readonly targets: ReadonlyArray<Target>;
  readonly meetings: ReadonlyArray<Meeting>;
  readonly incentives: ReadonlyArray<Incentive>;
  readonly cutOffAt?: Instant;
  readonly settlement?: {
    readonly pledges: number;
    readonly met: number;
    readonly missed: number;
    readonly cutOff: number;
  };
  readonly settlementMeeting?: {
    readonly heldAt: Instant;
    readonly items: ReadonlyArray<AgendaItem>;
    readonly minutes: string;
  };
  readonly closing?: {
    readonly at: Instant;
    readonly summary: string;
    readonly analysis: string;
    readonly plan: string;
  };
}

export const initial: SalesPeriod = { phase: 'unopened' };

export const evolve: Evolve<SalesPeriod, PeriodEvent> = (period, event) => {
  const at = event.effectiveAt;
  if (event.type === 'PeriodOpened') {
    const { cadence, start, end } = event.data;
    return { phase: 'opened', cadence, start, end, openedAt: at, targets: [], meetings: [], incentives: [] };
  }
  if (period.phase !== 'opened') return undefined;
  switch (event.type) {
    case 'TargetSet': {
      const { of, levels } = event.data;
      period.targets = [...period.targets.filter((target) => !isFor(target, of, levels)), { of, levels }] as Draft<
        Target[]
      >;
      return undefined;
    }
    case 'PledgeMeetingHeld': {
      const { meeting, chairs, mode } = event.data;
      period.meetings.push({ id: meeting, heldAt: at, chairs: [...chairs], mode });
      return undefined;
    }
    case 'IncentiveAnnounced': {
      const { incentive, audience, by, rule, meeting } = event.data;
      period.incentives.push({
        incentive,
        audience,
        by: [...by],
        rule: rule as Draft<IncentiveRule>,
        announcedAt: at,
        beforeCutOff: period.cutOffAt === undefined,
        ...(meeting === undefined ? {} : { meeting }),
      });
      return undefined;
    }
    case 'PeriodCutOff':
      period.cutOffAt = at;
      return undefined;
    case 'SettlementCompleted':
      period.settlement = { ...event.data };
      return undefined;
    case 'SettlementMeetingHeld':
      period.settlementMeeting = {
        heldAt: at,
        items: event.data.agenda.map(({ item }) => item),
        minutes: event.data.minutes.hash,
      };
      return undefined;
    case 'PeriodClosed': {
      const { summary, analysis, plan } = event.data;
      period.closing = { at, summary: summary.hash, analysis: analysis.hash, plan: plan.hash };
      return undefined;
    }
    default:
      return absurd(event);
  }
};

/** Whether a target stands for the same person or unit and the same measure. */
export const isFor = (target: Target, of: TargetOf, { measure }: TargetLevels): boolean =>
  target.levels.measure === measure &&
  ('person' in of
    ? 'person' in target.of && target.of.person === of.person
    : 'unit' in target.of && target.of.unit === of.unit);
