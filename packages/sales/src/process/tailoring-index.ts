/** Everything is looked up by its id once, for all rules: that is most of what a check costs. */
import type { TailoredProcess } from './tailored.js';
import type { Beside, Ids, IndexedTailoring, Placed, TailoringAsked, TemplateIndex } from './tailoring-asked.js';
import type { Activity, Gate, ProcessTemplate } from './template.js';

export const indexed = (asking: TailoringAsked): IndexedTailoring => {
  const of = indexOf(asking.template);
  const parts = partsOf(asking);
  return { ...asking, of, parts, steps: stepsOf(asking.proposed, of, parts.activity) };
};

const partsOf = ({ template, proposed: { stages, gates } }: TailoringAsked): IndexedTailoring['parts'] => ({
  phase: beside(
    gathered(stages, ({ phases }) => phases),
    idsOf(template.phases),
  ),
  activity: beside(
    gathered(stages, ({ activities }) => activities.map(({ activity }) => activity)),
    gathered(template.phases, ({ activities }) => idsOf(activities)),
  ),
  checklistItem: beside(
    gathered(stages, ({ checklist }) => checklist),
    gathered(template.phases, ({ checklist }) => idsOf(checklist)),
  ),
  gate: beside(
    gathered(gates, (gate) => gate.gates),
    idsOf(template.gates),
  ),
  criterion: beside(
    gathered(gates, ({ criteria }) => criteria),
    gathered(template.gates, ({ criteria }) => idsOf(criteria)),
  ),
});

const idsOf = (all: ReadonlyArray<{ readonly id: string }>): Ids => all.map(({ id }) => id);

/** As `flatMap`, in half the time. */
const gathered = <A>(all: ReadonlyArray<A>, idsIn: (one: A) => Ids): Ids => {
  const ids: Array<string> = [];
  for (const one of all) ids.push(...idsIn(one));
  return ids;
};

const beside = (given: Ids, due: Ids): Beside => {
  const order = new Map<string, number>();
  for (const [place, id] of due.entries()) order.set(id, place);
  return { given, due, found: given.map((id) => order.get(id) ?? -1) };
};

const stepsOf = (
  { stages }: TailoredProcess,
  { activities: known }: TemplateIndex,
  { found }: Beside,
): IndexedTailoring['steps'] => {
  const otherwise: Array<IndexedTailoring['steps'][number]> = [];
  let place = 0;
  for (const { activities } of stages) {
    for (const { activity, steps } of activities) {
      const due = known[found[place++] ?? -1]?.it.steps ?? [];
      if (steps.length === due.length && due.every(({ id }, n) => id === steps[n])) continue;
      otherwise.push({ activity, ...beside(steps, idsOf(due)) });
    }
  }
  return otherwise;
};

const indexOf = ({ phases, gates, signedIn }: ProcessTemplate): TemplateIndex => {
  const index = {
    phases: new Map<string, number>(),
    activities: [] as Placed<Activity>[],
    checklist: [] as number[],
    gates: new Map<string, Placed<Gate>>(),
    criteria: new Map<string, Gate>(),
  };
  for (const [place, { id: phase, activities, checklist }] of phases.entries()) {
    index.phases.set(phase, place);
    for (const it of activities) index.activities.push({ it, place });
    for (const _ of checklist) index.checklist.push(place);
  }
  const gateFrom: Array<Placed<Gate> | undefined> = phases.map(() => undefined);
  for (const it of gates) {
    const place = index.phases.get(it.guards.at === 'exit' ? it.guards.phase : signedIn) ?? phases.length;
    const gate = { it, place };
    index.gates.set(it.id, gate);
    gateFrom[place] = gate;
    for (const { id } of it.criteria) index.criteria.set(id, it);
  }
  for (let place = phases.length - 2; place >= 0; place--) gateFrom[place] ??= gateFrom[place + 1];
  return { ...index, gateFrom };
};
