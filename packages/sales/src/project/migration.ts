/** What another template must have, so that nothing done is lost. @source PRJ-36, ADR 0021 */
import { ok, refuse } from '../checks.js';
import type { ProcessTemplate } from '../process/index.js';
import { phasesNow } from './boundary.js';
import type { LostPart } from './life-refusals.js';
import type { Check } from './refusals.js';
import { stageOfGate } from './standing.js';
import type { OpenedProject } from './state.js';

/** Whether a project finds in a template everything it has done, where it did it; or the first thing it does not. */
export const keepsAll = (project: OpenedProject, template: ProcessTemplate): Check => {
  for (const rule of rules) {
    const lost = rule(project, template);
    if (lost !== undefined) return refuse({ type: 'MigrationLoses', ...lost });
  }
  return ok;
};

type Rule = (project: OpenedProject, template: ProcessTemplate) => LostPart | undefined;

const part = (what: LostPart['what'], id: string | undefined): LostPart | undefined =>
  id === undefined ? undefined : { what, id };

const idsOf = (all: ReadonlyArray<{ readonly id: string }>): ReadonlySet<string> => new Set(all.map(({ id }) => id));

/** The phases entered are the first of the template, in the order the project has them. */
const phasesEntered: Rule = ({ process, entered }, { phases }) => {
  const ever = new Set<string>(entered.map(({ phase }) => phase));
  const order = process.stages.flatMap((stage) => stage.phases).filter((phase) => ever.has(phase));
  return part(
    'phase',
    order.find((phase, place) => phases[place]?.id !== phase),
  );
};

/** Money stands at phases, whether they were entered or not. */
const phasesPaid: Rule = ({ money }, { phases }) => {
  const there = idsOf(phases);
  return part('phase', money.find(({ phase }) => !there.has(phase))?.phase);
};

/** A contract that was signed stays signed where it was; one to come is not behind the project. */
const signing: Rule = ({ entered, ended, signedIn: was }, { phases, signedIn }) => {
  const before = phases.findIndex(({ id }) => id === signedIn) < entered.length - 1;
  const lost = ended?.outcome === 'won' ? was !== signedIn : before;
  return lost ? { what: 'signing', id: was } : undefined;
};

const gatesAsked: Rule = ({ reviews }, { gates }) => {
  const there = idsOf(gates);
  return part(
    'gate',
    reviews.flatMap((review) => review.gates).find((gate) => !there.has(gate)),
  );
};

/** A template's gates stand apart: the go of a review of several, asked for when they were merged, would pass them all. */
const reviewsOpen: Rule = ({ reviews }) => {
  const open = reviews.filter(({ decided }) => decided === undefined || (decided.open.length > 0 && !decided.lapsed));
  return part('review', open.find(({ gates }) => gates.length > 1)?.id);
};

/** A gate that was passed, or will be by its conditions, does not come to stand at a later boundary: its go was of an earlier one. */
const gatesPassed: Rule = ({ passed, reviews, process, signedIn }, { phases, gates, signedIn: next }) => {
  const placeOf = (phase: string | undefined) => phases.findIndex(({ id }) => id === phase);
  const waiting = reviews.filter(({ decided }) => decided !== undefined && decided.open.length > 0 && !decided.lapsed);
  const given = [...passed.map(({ gate }) => gate), ...waiting.flatMap((review) => review.gates)];
  const moved = given.find((gate) => {
    const was = process.gates.find((one) => one.gates.includes(gate));
    const is = gates.find(({ id }) => id === gate);
    if (was === undefined || is === undefined) return true;
    const last = process.stages[stageOfGate({ process, signedIn }, was)]?.phases.at(-1);
    return placeOf(is.guards.at === 'exit' ? is.guards.phase : next) > placeOf(last);
  });
  return part('gate', moved);
};

/** No gate comes to stand behind the project that was not passed: nobody would ask for it any more. */
const gatesBehind: Rule = (project, { phases, gates, signedIn }) => {
  const [standing] = phasesNow(project);
  const before = phases.slice(
    0,
    Math.max(
      0,
      phases.findIndex(({ id }) => id === standing),
    ),
  );
  const passed = new Set<string>(project.passed.map(({ gate }) => gate));
  const behind = gates.filter(({ guards }) =>
    before.some(({ id }) => id === (guards.at === 'exit' ? guards.phase : signedIn)),
  );
  return part('gate', behind.find(({ id }) => !passed.has(id))?.id);
};

const activitiesDone: Rule = ({ activities }, { phases }) => {
  const there = new Map(phases.flatMap((phase) => phase.activities).map((one) => [one.id as string, one]));
  for (const [id, { steps }] of Object.entries(activities)) {
    const activity = there.get(id);
    if (activity === undefined) return { what: 'activity', id };
    const known = idsOf(activity.steps);
    const step = steps.find((one) => !known.has(one));
    if (step !== undefined) return { what: 'step', id: step };
  }
  return undefined;
};

const analysesRecorded: Rule = ({ need }, { phases }) => {
  const there = phases.some(({ activities }) => activities.some(({ analysis }) => analysis === 'customer'));
  return need === undefined || there ? undefined : { what: 'analysis', id: 'customer' };
};

const itemsConfirmed: Rule = ({ confirmed }, { phases }) => {
  const there = idsOf(phases.flatMap(({ checklist }) => checklist));
  return part(
    'checklistItem',
    confirmed.find((item) => !there.has(item)),
  );
};

const documentsRecorded: Rule = ({ documents }, { phases }) => {
  const there = idsOf(phases.flatMap(({ activities }) => activities.flatMap(({ deliverables = [] }) => deliverables)));
  return part(
    'document',
    Object.keys(documents).find((document) => !there.has(document)),
  );
};

const peopleMapped: Rule = ({ stakeholders }, { layers }) => {
  const there = idsOf(layers);
  return part('layer', stakeholders.find(({ layer }) => !there.has(layer))?.layer);
};

const stepsObserved: Rule = ({ observed }, { flows }) => {
  for (const [id, step] of Object.entries(observed)) {
    const flow = flows.find((one) => one.id === id);
    if (!flow?.steps.some((one) => one.id === step)) return { what: 'flow', id };
  }
  return undefined;
};

const rules: ReadonlyArray<Rule> = [
  phasesEntered,
  phasesPaid,
  signing,
  gatesAsked,
  reviewsOpen,
  gatesPassed,
  gatesBehind,
  activitiesDone,
  analysesRecorded,
  itemsConfirmed,
  documentsRecorded,
  peopleMapped,
  stepsObserved,
];
