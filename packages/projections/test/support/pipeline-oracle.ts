/** The board counted again from the raw events, by the fold of the decider and plain loops. */
import { eventOf, type Instant, replay } from '@millrace/kernel';
import { type OpenedProject, type ProjectEvent, projectFold } from '@millrace/sales';
import { happenedTo, projectsIn, stateOf } from './project-histories.js';
import { deals, type ProjectLog } from './projects.js';

/** One project, as a person would write it on a card. */
export interface Card {
  readonly project: string;
  readonly outcome: string | undefined;
  readonly endedAt: string | undefined;
  readonly reason: string | undefined;
  readonly phase: string;
  /** The phase it stands in, or was decided in. */
  readonly decidedIn: string;
  readonly openedAt: string;
  readonly owner: string;
  readonly product: string | null;
  readonly closed: boolean;
  readonly terminated: boolean;
  readonly held: boolean;
  readonly minor: number | undefined;
  readonly bp: number | undefined;
}

type Mine = ReturnType<typeof happenedTo>;

/** The cards of the board's projects as of an instant. */
export const cardsOf = (log: ProjectLog, asOf: Instant): ReadonlyArray<Card> =>
  projectsIn(log).flatMap((project) => {
    const state = stateOf(log, project, asOf);
    return state.status === 'opened' && state.template === deals.id
      ? [cardOf(project, state, happenedTo(log, project, asOf))]
      : [];
  });

const cardOf = (project: string, state: OpenedProject, mine: Mine): Card => ({
  project,
  outcome: state.ended?.outcome,
  endedAt: state.ended?.at,
  reason: state.ended?.reason ?? (state.ended?.outcome === 'disqualified' ? 'gate' : undefined),
  phase: highest(state),
  decidedIn: state.ended === undefined ? highest(state) : decidedIn(mine),
  openedAt: state.openedAt,
  owner: state.team.owner,
  product: state.product ?? null,
  closed: state.closedAt !== undefined,
  terminated: state.terminatedAt !== undefined,
  held: state.hold !== undefined,
  minor: lastOf(mine, (event) => {
    switch (event.type) {
      case 'ProjectOpened':
      case 'ContractSigned':
        return event.data.amount?.minor;
      case 'AmountEstimated':
      case 'ContractAmended':
        return event.data.amount.minor;
      default:
        return undefined;
    }
  }),
  bp: lastOf(mine, (event) => (event.type === 'ProbabilityAssessed' ? event.data.bp : undefined)),
});

const highest = ({ process, stage }: OpenedProject): string => process.stages[stage]?.phases.at(-1) ?? '';

/** Where it stood before the event that decided the outcome that stands. */
const decidedIn = (mine: Mine): string => {
  const statusAfter = (events: number) => replay(projectFold, mine.slice(0, events).map(eventOf));
  for (let n = mine.length; n > 0; n--) {
    const before = statusAfter(n - 1);
    if (before.status !== 'opened' || before.ended === undefined)
      return before.status === 'opened' ? highest(before) : '';
  }
  return '';
};

/** Of what was said one after the other in effective time, the last. */
const lastOf = (mine: Mine, told: (event: ProjectEvent) => number | undefined): number | undefined => {
  let last: { readonly at: string; readonly value: number } | undefined;
  for (const envelope of mine) {
    const value = told(eventOf(envelope));
    const at = envelope.meta.effectiveAt;
    if (value !== undefined && (last === undefined || at >= last.at)) last = { at, value };
  }
  return last?.value;
};

/** Rounded half to even by looking at the digits. */
export const weighted = (cards: ReadonlyArray<Card>): number => {
  const digits = cards
    .reduce((all, { minor = 0, bp = 0 }) => all + BigInt(minor) * BigInt(bp), 0n)
    .toString()
    .padStart(5, '0');
  const [whole, rest] = [BigInt(digits.slice(0, -4)), Number(digits.slice(-4))];
  const up = rest > 5_000 || (rest === 5_000 && whole % 2n === 1n);
  return Number(up ? whole + 1n : whole);
};

/** Days of Shanghai, which has no summer time since 1991: eight hours ahead. */
export const shanghaiDay = (at: string): number => Math.floor((Date.parse(at) + 8 * 3_600_000) / 86_400_000);
