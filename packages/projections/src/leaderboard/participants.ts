import type { Documents, Period } from '@millrace/kernel';
import type { Span, Terms } from '@millrace/sales';
import type { Achiever } from '../credits/index.js';
import { childrenOf, type LineOf, type OrganisationDocument } from '../organisation/index.js';
import type { BoardDocuments, BoardQuestion } from './question.js';
import { standingPledges } from './targets.js';

/** Who may stand on a board, under which id; and what was sworn, where it is a pledge. */
export interface Participant {
  readonly id: string;
  readonly of: Achiever;
  readonly terms?: Terms;
}

/**
 * Everybody who takes part, with something or with nothing: who was employed, the units that had
 * direct members, or the pledges that stand. Within a unit: who was a member of it or of a
 * descendant, the units right under it, and the pledges of those in it.
 *
 * @source LDB-10
 */
export const participantsOf = (
  { organisation, pledges }: BoardDocuments,
  { definition: { of, under, period: label }, asOf }: Pick<BoardQuestion, 'definition' | 'asOf'>,
  period: Period | undefined,
  lineOf: LineOf,
): ReadonlyArray<Participant> => {
  const there = whoWasThere(organisation, { asOf, period });
  const isInside = (unit: string): boolean => under === undefined || lineOf(unit).includes(under);
  const tookPart = ({ employed, units }: Presence): boolean =>
    under === undefined ? employed : units.some((unit) => isInside(unit));
  switch (of) {
    case 'person':
      return [...there]
        .filter(([, presence]) => tookPart(presence))
        .map(([person]) => ({ id: person, of: { person } }));
    case 'team': {
      const joined = new Set([...there.values()].flatMap(({ units }) => units));
      const units = under === undefined ? [...joined] : childrenOf(organisation, under);
      return units.map((unit) => ({ id: unit, of: { unit } }));
    }
    case 'pledge':
      return standingPledges(pledges, label).filter(({ of: pledger }) => {
        if ('unit' in pledger) return isInside(pledger.unit);
        const presence = there.get(pledger.person);
        return under === undefined || (presence !== undefined && tookPart(presence));
      });
  }
};

/** When people must have been there to take part. */
type Times = Pick<BoardQuestion, 'asOf'> & { readonly period: Period | undefined };

/** Whether somebody was employed, and the units joined. */
interface Presence {
  readonly employed: boolean;
  readonly units: ReadonlyArray<string>;
}

const whoWasThere = (organisation: Documents<OrganisationDocument>, times: Times): ReadonlyMap<string, Presence> => {
  const there = new Map<string, Presence>();
  for (const document of organisation.values()) {
    if (document.kind !== 'person' || document.state.phase !== 'staff') continue;
    const { employments, teams } = document.state;
    there.set(document.id, {
      employed: employments.some((span) => isDuring(span, times)),
      units: teams.filter((span) => isDuring(span, times)).map(({ what }) => what),
    });
  }
  return there;
};

/** Whether a stretch shares an instant with the period, up to the as-of time. */
const isDuring = ({ from, to }: Pick<Span<unknown>, 'from' | 'to'>, { period, asOf }: Times): boolean => {
  if (from > asOf) return false;
  return period === undefined || (from < period.end && (to === undefined || period.start < to));
};
