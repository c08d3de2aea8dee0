import type { Documents, Instant } from '@millrace/kernel';
import type { Behaviours } from '@millrace/sales';
import { byTextOf } from '../count.js';
import {
  byProject,
  entriesUntil,
  isOf,
  type ProjectDocument,
  type ProjectEntry,
  projectReceipt,
} from '../projects/index.js';
import type { EventRef } from '../receipt.js';

/** A way of selling that costs the house more than it brings. @source PRJ-3 */
export type Pattern = 'storyteller' | 'pusher' | 'earlySpender';

/** A person who sells in such a way: the share, its parts, and the events behind it. */
export interface PatternLine {
  readonly pattern: Pattern;
  readonly person: string;
  /** Projects it was seen in; at least the minimum sample. */
  readonly projects: number;
  /** Projects taken further, work done when signing was near, or cost booked early. */
  readonly part: number;
  /** Of so many. */
  readonly whole: number;
  /** The share from which, or up to which, it is pointed out. @units basis points */
  readonly thresholdBp: number;
  /** What counts towards `whole`, by project and as recorded. */
  readonly events: ReadonlyArray<EventRef>;
}

export interface BehaviourQuestion {
  readonly asOf: Instant;
  readonly behaviours: Behaviours;
}

/** What one person did in one project, towards one pattern. */
interface Tally {
  readonly project: string;
  readonly part: number;
  readonly whole: number;
  readonly events: ReadonlyArray<EventRef>;
}

const WHOLE_BP = 10_000n;

/**
 * Who tells of ever new projects, who pushes only when signing is near, and who spends at once.
 *
 * Storyteller: of the projects a person opened as owner, few ever went past the first stage. Pusher: of
 * the steps, activities and analyses a person did before signing, most were done in the stage of signing.
 * Early spender: of the cost a person booked, most went into the first two phases of the template.
 *
 * @source PRJ-3
 */
export const patternsOf = (
  documents: Documents<ProjectDocument>,
  { asOf, behaviours }: BehaviourQuestion,
): ReadonlyArray<PatternLine> => {
  const { minimumProjects, storytellerAdvancedAtMostBp, pusherSigningAtLeastBp, earlySpenderAtLeastBp } = behaviours;
  const told = new Map<string, Array<Tally>>();
  const pushed = new Map<string, Array<Tally>>();
  const spent = new Map<string, Array<Tally>>();
  for (const [project, document] of byProject(documents)) {
    const entries = entriesUntil(document, asOf);
    const opening = entries.find(isOf('ProjectOpened'));
    if (opening === undefined) continue;
    collect(told, story(project, opening, entries));
    collect(pushed, pushes(project, opening, entries));
    collect(spent, spending(project, opening, entries));
  }
  const lines = (
    pattern: Pattern,
    tallies: ReadonlyMap<string, ReadonlyArray<Tally>>,
    thresholdBp: number,
    shows: (part: bigint, whole: bigint) => boolean,
  ): ReadonlyArray<PatternLine> =>
    [...tallies].flatMap(([person, of]) => {
      const part = total(of, ({ part: one }) => one);
      const whole = total(of, ({ whole: one }) => one);
      if (of.length < minimumProjects || whole === 0 || !shows(BigInt(part), BigInt(whole))) return [];
      const events = of.flatMap((one) => one.events);
      return [{ pattern, person, projects: of.length, part, whole, thresholdBp, events }];
    });
  return [
    ...lines(
      'storyteller',
      told,
      storytellerAdvancedAtMostBp,
      (part, whole) => part * WHOLE_BP <= whole * BigInt(storytellerAdvancedAtMostBp),
    ),
    ...lines(
      'pusher',
      pushed,
      pusherSigningAtLeastBp,
      (part, whole) => part * WHOLE_BP >= whole * BigInt(pusherSigningAtLeastBp),
    ),
    ...lines(
      'earlySpender',
      spent,
      earlySpenderAtLeastBp,
      (part, whole) => part * WHOLE_BP >= whole * BigInt(earlySpenderAtLeastBp),
    ),
  ].sort(byTextOf(({ pattern, person }) => `${pattern}/${person}`));
};

const collect = (into: Map<string, Array<Tally>>, tallies: ReadonlyMap<string, Tally>): void => {
  for (const [person, tally] of tallies) into.set(person, [...(into.get(person) ?? []), tally]);
};

const total = (tallies: ReadonlyArray<Tally>, of: (tally: Tally) => number): number =>
  tallies.reduce((all, tally) => all + of(tally), 0);

type Opening = ProjectEntry & { readonly event: Extract<ProjectEntry['event'], { readonly type: 'ProjectOpened' }> };

const story = (project: string, opening: Opening, entries: ReadonlyArray<ProjectEntry>): ReadonlyMap<string, Tally> => {
  const first = opening.event.data.process.stages[0]?.phases ?? [];
  const advanced = entries
    .filter(isOf('PhaseEntered'))
    .some(({ event }) => !event.data.phases.every((one) => first.includes(one)));
  const events = [projectReceipt(project, opening)];
  return new Map([[opening.event.data.owner, { project, part: advanced ? 1 : 0, whole: 1, events }]]);
};

/** Work before signing, by who did it; that in the stage of signing apart. */
const pushes = (
  project: string,
  opening: Opening,
  entries: ReadonlyArray<ProjectEntry>,
): ReadonlyMap<string, Tally> => {
  const tallies = new Map<string, Tally>();
  let { signedIn } = opening.event.data;
  let standing: ReadonlyArray<string> = opening.event.data.process.stages[0]?.phases ?? [];
  for (const entry of entries) {
    const { event } = entry;
    if (event.type === 'ProcessMigrated') signedIn = event.data.signedIn;
    if (event.type === 'PhaseEntered') standing = event.data.phases;
    if (event.type === 'ContractSigned') break;
    if (event.type !== 'StepDone' && event.type !== 'ActivityDone' && event.type !== 'AnalysisRecorded') continue;
    add(tallies, event.data.by, {
      project,
      part: standing.includes(signedIn) ? 1 : 0,
      whole: 1,
      events: [projectReceipt(project, entry)],
    });
  }
  return tallies;
};

/** Cost by who booked it; that of the first two phases apart. @units minor units */
const spending = (
  project: string,
  opening: Opening,
  entries: ReadonlyArray<ProjectEntry>,
): ReadonlyMap<string, Tally> => {
  const tallies = new Map<string, Tally>();
  const early: ReadonlyArray<string> = opening.event.data.process.stages.flatMap(({ phases }) => phases).slice(0, 2);
  for (const entry of entries.filter(isOf('CostIncurred'))) {
    const { by, phase, amount } = entry.event.data;
    add(tallies, by, {
      project,
      part: early.includes(phase) ? amount.minor : 0,
      whole: amount.minor,
      events: [projectReceipt(project, entry)],
    });
  }
  return tallies;
};

const add = (tallies: Map<string, Tally>, person: string, { project, part, whole, events }: Tally): void => {
  const before = tallies.get(person) ?? { project, part: 0, whole: 0, events: [] };
  tallies.set(person, {
    project,
    part: before.part + part,
    whole: before.whole + whole,
    events: [...before.events, ...events],
  });
};
