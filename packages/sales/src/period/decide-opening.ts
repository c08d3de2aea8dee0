/** Opening a period: targets, the mobilisation meeting, incentives. @source ORG-23, 24, 28, DLR-13 */
import { parsePeriod, periodAt } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { defined, refuse, unless } from '../checks.js';
import { sameJson } from '../same.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { isFor, type OpenedPeriod, type SalesPeriod } from './evolve.js';
import { afterOpening, contiguous, levelsRise, meetingHeld, notCutOff, somebody } from './policy.js';
import type { Check, Decision } from './refusals.js';

/** Q39: a month or a quarter of the organisation's calendar, in its zone; both may be open at once. */
export const open = ({ period: label }: CommandTo<'OpenPeriod'>, period: SalesPeriod, context: Ruled): Decision => {
  const { zone } = context.rules.playbook;
  const found = parsePeriod(label, zone);
  if (E.isLeft(found)) return refuse({ type: 'NotAPeriod', period: label });
  const { start, end, cadence } = found.right;
  if (period.phase === 'opened') {
    // Of another zone, where the playbook's was changed since.
    return period.start === start && period.end === end
      ? E.right([])
      : refuse({ type: 'PeriodAlreadyOpened', start: period.start, end: period.end });
  }
  if (context.effectiveAt >= end) return refuse({ type: 'PeriodOver', period: label, end });
  return E.right([
    {
      type: 'PeriodOpened',
      data: { period: label, cadence: cadence === 'quarter' ? 'quarter' : 'month', zone, start, end },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

export const setTarget = ({ of, levels }: CommandTo<'SetTarget'>, period: OpenedPeriod, context: Ruled): Decision => {
  const { effectiveAt, rules } = context;
  const standing = period.targets.find((target) => isFor(target, of, levels));
  if (standing !== undefined && sameJson(standing.levels, levels)) return E.right([]);
  return unless(
    [
      known(of, context),
      levelsRise({ levels, currency: rules.playbook.currency }),
      afterOpening(period, context),
      notCutOff(period),
    ],
    () => [{ type: 'TargetSet', data: { of, levels }, effectiveAt }],
  );
};

/** DLR-13: a target is somebody's. */
const known = (of: CommandTo<'SetTarget'>['of'], { person, unit }: Ruled): Check => {
  if ('person' in of) {
    return person?.phase === 'staff' ? E.right(undefined) : refuse({ type: 'PersonUnknown', person: of.person });
  }
  return unit?.phase === 'opened' ? E.right(undefined) : refuse({ type: 'UnitUnknown', unit: of.unit });
};

export const holdPledgeMeeting = (
  { meeting, chairs, mode }: CommandTo<'HoldPledgeMeeting'>,
  period: OpenedPeriod,
  context: Ruled,
): Decision => {
  const { effectiveAt } = context;
  const held = period.meetings.find(({ id }) => id === meeting);
  if (held !== undefined) {
    return sameJson(held, { id: meeting, heldAt: effectiveAt, chairs, mode })
      ? E.right([])
      : refuse({ type: 'MeetingAlreadyHeld', meeting, heldAt: held.heldAt });
  }
  return unless([somebody('chairs', chairs), afterOpening(period, context), notCutOff(period)], () => [
    { type: 'PledgeMeetingHeld', data: { meeting, chairs, mode }, effectiveAt },
  ]);
};

/** ORG-28: at the meeting, after the pledges; announced later or elsewhere it is marked. */
export const announce = (
  { incentive, meeting, audience, by, rule }: CommandTo<'AnnounceIncentive'>,
  period: OpenedPeriod,
  context: Ruled,
): Decision => {
  const { effectiveAt } = context;
  const standing = period.incentives.find((one) => one.incentive === incentive);
  if (standing !== undefined) {
    const { announcedAt, beforeCutOff: _, ...said } = standing;
    return sameJson(said, { incentive, audience, by, rule, ...defined({ meeting }) })
      ? E.right([])
      : refuse({ type: 'IncentiveAlreadyAnnounced', incentive, announcedAt });
  }
  return unless(
    [somebody('by', by), contiguous(rule.tiers), meetingHeld(period, meeting), afterOpening(period, context)],
    () => [
      {
        type: 'IncentiveAnnounced',
        data: {
          incentive,
          audience,
          by,
          rule,
          outsideMeeting: outside(period, meeting, context),
          ...defined({ meeting }),
        },
        effectiveAt,
      },
    ],
  );
};

/** Without a meeting, or on another day than its. */
const outside = ({ meetings }: OpenedPeriod, meeting: string | undefined, { effectiveAt, rules }: Ruled): boolean => {
  const held = meetings.find(({ id }) => id === meeting);
  const dayOf = (at: typeof effectiveAt) => periodAt(at, 'day', rules.playbook.zone).label;
  return held === undefined || dayOf(held.heldAt) !== dayOf(effectiveAt);
};
