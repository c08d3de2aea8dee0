/** The four analyses, part by part. @source PRJ-7, PRJ-11..14, PRJ-21..23 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { EventTo } from './events.js';
import { templateOf } from './policy.js';
import type { Check, Decision } from './refusals.js';
import { saidAlready } from './said.js';
import type { OpenedProject } from './state.js';
import {
  afterLastStep,
  doneBy,
  doneOf,
  inEnteredStage,
  isNextStep,
  recordable,
  stepsLeft,
  type Work,
} from './work-policy.js';

type Asked = CommandTo<'RecordAnalysis'>;

/** In every activity that is this analysis and takes the part now; the last part completes the activity. */
export const recordAnalysis = (command: Asked, project: OpenedProject, context: Ruled): Decision => {
  const { kind: analysis, part, need } = command;
  const template = templateOf(project, context);
  if (E.isLeft(template)) return template;
  const works = template.right.phases.flatMap((phase) =>
    phase.activities
      .filter((planned) => planned.analysis === analysis)
      .map((planned): Work => ({ planned, phase, done: doneOf(project, planned.id) })),
  );
  const [first] = works;
  if (first === undefined) return refuse({ type: 'AnalysisUnknown', analysis });
  if (need !== undefined && analysis !== 'customer') return refuse({ type: 'NeedNotOfCustomer', analysis });
  const having = works.filter(({ planned }) => planned.steps.some(({ id }) => id === part));
  if (having.length === 0) return refuse({ type: 'StepUnknown', activity: first.planned.id, step: part });
  const answers = having.map((work) => recordPart(command, work, project, context));
  const taken = answers.filter(E.isRight);
  return taken.length === 0 ? (answers[0] ?? E.right([])) : E.right(taken.flatMap(({ right }) => right));
};

const recordPart = (command: Asked, work: Work, project: OpenedProject, context: Ruled): Decision => {
  const { kind, part, finding, by, need } = command;
  const { effectiveAt } = context;
  const { id: activity } = work.planned;
  const recorded: EventTo<'AnalysisRecorded'> = {
    type: 'AnalysisRecorded',
    data: { kind, activity, part, finding, by, ...defined({ need }) },
    effectiveAt,
  };
  const common = [...recordable(project, context), ...doneBy(by, context)];
  if (work.done.steps.includes(part)) {
    return saidAlready(project, recorded) ? E.right([]) : unless(common, () => [recorded]);
  }
  const isLast = stepsLeft(work).length === 1;
  return unless(
    [
      ...common,
      inEnteredStage(project, work),
      isNextStep(work, part),
      afterLastStep(work, context),
      isLast ? needRecorded(command, activity, project) : ok,
    ],
    () => [
      recorded,
      ...(isLast ? [{ type: 'ActivityDone' as const, data: { activity, by, evidence: [] }, effectiveAt }] : []),
    ],
  );
};

/** PRJ-12: the customer is not analysed before the need is known. */
const needRecorded = ({ kind, need }: Asked, activity: string, project: OpenedProject): Check =>
  kind !== 'customer' || (need ?? project.need) !== undefined ? ok : refuse({ type: 'NeedMissing', activity });
