import { type Documents, type Instant, type LocalDate, periodFinder } from '@millrace/kernel';
import { byProject, entriesUntil, isOf, type ProjectDocument, type ProjectEntry } from '../projects/index.js';

/** When something was planned, and when it was; null for what is not known or not so yet. */
export interface PlanLine {
  readonly id: string;
  readonly plannedFrom: LocalDate | null;
  readonly plannedTo: LocalDate | null;
  /** First entered, or begun. */
  readonly from: LocalDate | null;
  /** Left, or done. */
  readonly to: LocalDate | null;
  /** Its planned end is past, and it is not done; or it was done after it. */
  readonly overdue: boolean;
}

export interface ActivityLine extends PlanLine {
  readonly responsible: string;
  readonly accountable: string | null;
}

/** The plan in force, against what happened. @source PRJ-1, PRJ-31 */
export interface PlanReport {
  readonly project: string;
  readonly goal: string;
  /** Revision of the baseline in force. */
  readonly baseline: number;
  readonly phases: ReadonlyArray<PlanLine>;
  readonly activities: ReadonlyArray<ActivityLine>;
}

export interface PlanQuestion {
  readonly asOf: Instant;
  /** In which days are counted. */
  readonly zone: string;
}

/** The day of an instant in a zone. */
const dayFinder = (zone: string): ((at: Instant) => LocalDate) => {
  const periodOf = periodFinder('day', zone);
  return (at) => periodOf(at).label as LocalDate;
};

/** The plan of every project that has one, by project. */
export const plansOf = (documents: Documents<ProjectDocument>, question: PlanQuestion): ReadonlyArray<PlanReport> =>
  byProject(documents).flatMap(([project, document]) => planOf(project, document, question) ?? []);

/** The plan of one project; none before its first baseline. */
export const planOf = (
  project: string,
  document: ProjectDocument,
  { asOf, zone }: PlanQuestion,
): PlanReport | undefined => {
  const entries = entriesUntil(document, asOf);
  const plan = entries.findLast(isOf('PlanBaselined'));
  if (plan === undefined) return undefined;
  const dayOf = dayFinder(zone);
  const day = dayOf(asOf);
  const stays = staysIn(entries);
  const { goal, phases, activities } = plan.event.data;
  return {
    project,
    goal,
    baseline: plan.by,
    phases: phases.map(({ phase: id, from, to }) => lineOf({ id, from, to }, stays.get(id) ?? {}, day, dayOf)),
    activities: activities.map(({ activity: id, responsible, accountable, from, to }) => ({
      ...lineOf({ id, from, to }, workOn(entries, id), day, dayOf),
      responsible,
      accountable: accountable ?? null,
    })),
  };
};

interface Stay {
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

const lineOf = (
  planned: { readonly id: string; readonly from: LocalDate; readonly to: LocalDate },
  { from, to }: Stay,
  day: LocalDate,
  dayOf: (at: Instant) => LocalDate,
): PlanLine => {
  const end = to === undefined ? null : dayOf(to);
  return {
    id: planned.id,
    plannedFrom: planned.from,
    plannedTo: planned.to,
    from: from === undefined ? null : dayOf(from),
    to: end,
    overdue: (end ?? day) > planned.to,
  };
};

/** When each phase was first entered, and last left; one that the project stands in is not left. */
const staysIn = (entries: ReadonlyArray<ProjectEntry>): ReadonlyMap<string, Stay> => {
  const stays = new Map<string, Stay>();
  let standing: ReadonlyArray<string> = [];
  const moveTo = (phases: ReadonlyArray<string>, at: Instant): void => {
    for (const phase of standing) stays.set(phase, { ...stays.get(phase), to: at });
    for (const phase of phases) stays.set(phase, { from: stays.get(phase)?.from ?? at });
    standing = phases;
  };
  for (const { event, at } of entries.filter(isOf('ProjectOpened', 'PhaseEntered', 'ProjectClosed'))) {
    if (event.type === 'ProjectOpened') moveTo(event.data.process.stages[0]?.phases ?? [], at);
    else if (event.type === 'PhaseEntered') moveTo(event.data.phases, at);
    else moveTo([], at);
  }
  return stays;
};

/** From its first step or part on to when it was last done, or waived; what a recycle asks for again is not done. */
const workOn = (entries: ReadonlyArray<ProjectEntry>, activity: string): Stay => {
  const work = entries.filter(isOf('StepDone', 'AnalysisRecorded', 'ActivityDone', 'ActivityWaived'));
  const its = work.filter(({ event }) => event.data.activity === activity);
  const first = its.reduce<Instant | undefined>(
    (least, { at }) => (least === undefined || at < least ? at : least),
    undefined,
  );
  const again = entries
    .filter(isOf('GateDecided'))
    .findLast(({ event }) => event.data.redo?.some((one) => one === activity) ?? false);
  const done = its
    .filter(isOf('ActivityDone', 'ActivityWaived'))
    .findLast(({ by }) => again === undefined || by > again.by);
  return { from: first, to: done?.at };
};
