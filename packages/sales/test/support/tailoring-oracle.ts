/**
 * Whether a tailoring is one, found in another way than the decider does: everything is written out as
 * rows or as points of a line, and compared whole. Slow, and only yes or no.
 */
import type { Gate, ProcessTemplate, Stage, TailoredGate, TailoredProcess, TailoringAsked } from '@millrace/sales';

/** GAT-4, PRJ-36 */
export const isTailoring = (asked: TailoringAsked): boolean =>
  sameRows(workOf(asked.proposed), workIn(asked.template)) &&
  phasesOf(asked.proposed) === asked.template.phases.map(({ id }) => id).join() &&
  asked.proposed.stages.every((stage) => isStageOf(asked.template, stage)) &&
  noneComesPast(asked) &&
  sameRows(asked.proposed.gates.map(gateRow), gateRowsDue(asked)) &&
  asked.proposed.gates.every((gate) => hasBegun(asked, gate) || isHeldAs(asked, gate)) &&
  [...asked.entered].every((id) => stageRow(asked.standing, id) === stageRow(asked.proposed, id)) &&
  [...asked.requested].every((id) => wholeGateRow(asked.standing, id) === wholeGateRow(asked.proposed, id));

const sameRows = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.toSorted().join('\n') === b.toSorted().join('\n');

/** An activity is one row with its steps in their order. */
const workOf = ({ stages }: TailoredProcess) =>
  stages.flatMap(({ activities }) => activities.map(({ activity, steps }) => `${activity}: ${steps.join(' > ')}`));

const workIn = ({ phases }: ProcessTemplate) =>
  phases.flatMap(({ activities }) =>
    activities.map(({ id, steps }) => `${id}: ${steps.map((step) => step.id).join(' > ')}`),
  );

const phasesOf = ({ stages }: TailoredProcess) => stages.flatMap(({ phases }) => phases).join();

/** It has the checklists of its phases, of which there is one, and ends with signing where it has it. */
const isStageOf = ({ phases, signedIn }: ProcessTemplate, stage: Stage): boolean => {
  const due = phases.filter(({ id }) => stage.phases.includes(id)).flatMap(({ checklist }) => checklist);
  return (
    stage.phases.length > 0 &&
    !stage.phases.slice(0, -1).includes(signedIn) &&
    sameRows(
      stage.checklist,
      due.map(({ id }) => id),
    )
  );
};

/** The line of a template, walked from its start: `+a` is an activity, `|g` a gate. */
const lineOf = (template: ProcessTemplate): ReadonlyArray<string> =>
  template.phases.flatMap(({ id, activities }) => [
    ...activities.map((activity) => `+${activity.id}`),
    ...template.gates.filter((gate) => endOf(template, gate) === id).map((gate) => `|${gate.id}`),
  ]);

/** The same line after the merges, every gate at the end of the stage in which it fell. */
const lineAfter = ({ template, proposed }: TailoringAsked): ReadonlyArray<string> =>
  proposed.stages.flatMap((stage) => [
    ...stage.activities.map(({ activity }) => `+${activity}`),
    ...gatesIn(template, stage).map(({ id }) => `|${id}`),
  ]);

const endOf = ({ signedIn }: ProcessTemplate, { guards }: Gate): string =>
  guards.at === 'signing' ? signedIn : guards.phase;

const gatesIn = (template: ProcessTemplate, { phases }: Stage) =>
  template.gates.filter((gate) => phases.some((id) => id === endOf(template, gate)));

/** An activity is on the same side of each gate on both lines, unless it is at home in its stage. */
const noneComesPast = (asked: TailoringAsked): boolean => {
  const { template, proposed } = asked;
  const [before, after] = [lineOf(template), lineAfter(asked)];
  const atHome = (activity: string): boolean =>
    template.phases.some(
      ({ id, activities }) =>
        activities.some((one) => one.id === activity) &&
        proposed.stages.some(
          (stage) => stage.phases.includes(id) && stage.activities.some((one) => one.activity === activity),
        ),
    );
  const sideOf = (line: ReadonlyArray<string>, activity: string, gate: string) =>
    line.indexOf(`+${activity}`) < line.indexOf(`|${gate}`);
  return proposed.stages
    .flatMap(({ activities }) => activities)
    .every(
      ({ activity }) =>
        atHome(activity) ||
        template.gates.every(({ id }) => sideOf(before, activity, id) === sideOf(after, activity, id)),
    );
};

/** What a gate is but for its form. */
const gateRow = ({ gates, guards, criteria, reviewerRoles }: TailoredGate): string =>
  [gates, criteria, reviewerRoles].map((ids) => ids.toSorted().join()).join(' / ') +
  (guards.at === 'exit' ? ` at ${guards.phase}` : ' at signing');

/** The gates there must be: one at the end of each stage in which any fell. */
const gateRowsDue = ({ template, proposed }: TailoringAsked): ReadonlyArray<string> =>
  proposed.stages.flatMap((stage) => {
    const parts = gatesIn(template, stage);
    if (parts.length === 0) return [];
    const union = {
      gates: parts.map(({ id }) => id),
      criteria: parts.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
      reviewerRoles: [...new Set(parts.flatMap((gate) => gate.reviewerRoles))],
    };
    const signing = parts.some(({ guards }) => guards.at === 'signing');
    const [phase] = stage.phases.slice(-1);
    if (phase === undefined) return [];
    const guards = signing ? ({ at: 'signing' } as const) : ({ at: 'exit', phase } as const);
    return [gateRow({ ...union, guards, form: 'meeting', reviewers: 1 })];
  });

const hasBegun = ({ requested }: TailoringAsked, { gates }: TailoredGate) => gates.some((id) => requested.has(id));

/** Each way to hold the parts is tried: a meeting meets for all, and as many review as the part that takes most. */
const isHeldAs = ({ template, size }: TailoringAsked, { gates, form, reviewers }: TailoredGate): boolean => {
  let ways = [{ meets: false, most: 0 }];
  for (const id of gates) {
    const gate = template.gates.find((one) => one.id === id);
    const forms = gate === undefined ? [] : [gate, ...gate.simplifications.filter((one) => one.size === size)];
    ways = ways.flatMap(({ meets, most }) =>
      forms.map((one) => ({ meets: meets || one.form === 'meeting', most: Math.max(most, one.reviewers) })),
    );
  }
  return ways.some(({ meets, most }) => meets === (form === 'meeting') && most === reviewers);
};

/** A stage written out, found by a phase. */
const stageRow = ({ stages }: TailoredProcess, phase: string): string => {
  const found = stages.find(({ phases }) => phases.some((id) => id === phase));
  return JSON.stringify([
    found?.phases,
    found?.checklist.toSorted(),
    workOf({ stages: found ? [found] : [], gates: [] }).sort(),
  ]);
};

/** A gate written out with its form, found by one of its parts. */
const wholeGateRow = ({ gates }: TailoredProcess, part: string): string => {
  const found = gates.find((gate) => gate.gates.some((id) => id === part));
  return found === undefined ? '' : `${gateRow(found)} ${found.form} of ${found.reviewers}`;
};
