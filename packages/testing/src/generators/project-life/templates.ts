/** Three processes, in two versions of a playbook, and ways to tailor them. */
import {
  dealership,
  type Gate,
  keyAccount,
  type Phase,
  type Playbook,
  type PlaybookInForce,
  type PlaybookState,
  type ProcessTemplate,
  plainProcess,
  type Stage,
  type TailoredProcess,
} from '@millrace/sales';
import { publishedPlaybook } from '../customer-context.js';
import { named, term } from '../terms.js';

const phase = (id: string, more: Partial<Phase> = {}): Phase => ({
  ...named(id),
  activities: [{ ...named(`${id}Work`), steps: [named(`${id}First`), named(`${id}Second`)] }],
  checklist: [],
  ...more,
});

const phases = [
  phase('lead', { checklist: [named('called')] }),
  ...['study', 'offer', 'delivery', 'care'].map((id) => phase(id)),
];

/** Five phases, of which the third ends in signing; nothing between them but a checklist and the contract. */
const free: ProcessTemplate = {
  ...named('free'),
  phases,
  gates: [],
  signedIn: term('offer'),
  flows: [],
  layers: [],
  sizes: [named('small')],
};

const gate = (id: string, guards: Gate['guards']): Gate => ({
  ...named(id),
  guards,
  criteria: [{ ...named(`${id}Judged`), must: true, test: { by: 'reviewers' } }],
  reviewerRoles: [term('reviewer')],
  form: 'meeting',
  reviewers: 1,
  simplifications: [{ size: term('small'), form: 'circulation', reviewers: 1 }],
});

/** The same with a gate at the end of its first phase. */
const screened: ProcessTemplate = {
  ...free,
  ...named('screened'),
  gates: [gate('screen', { at: 'exit', phase: term('lead') })],
};

/** The same with a gate before the contract is signed. */
const guarded: ProcessTemplate = { ...free, ...named('guarded'), gates: [gate('terms', { at: 'signing' })] };

const playbook = (name: string, processes: ReadonlyArray<ProcessTemplate>): Playbook => ({
  ...keyAccount,
  name: term(name),
  ...(keyAccount.projects === undefined ? {} : { projects: { ...keyAccount.projects, processes } }),
});

const published = (of: Playbook): PlaybookInForce => {
  const state: PlaybookState = publishedPlaybook(of);
  if (state.phase !== 'published') throw new Error('a playbook that is not in force');
  return state;
};

const first = published(playbook('first', [free, screened, guarded]));

/** One phase more, and a process with a gate that lacks the checklist. */
const second = published(
  playbook('second', [
    { ...free, phases: [...phases, phase('renewal')] },
    { ...guarded, phases: phases.map((one) => ({ ...one, checklist: [] })) },
    screened,
  ]),
);

const projects = { ...first.projects, ...second.projects };

/** The playbook in force before, and the one that follows it; both know what either says of projects. */
export const versions: readonly [PlaybookInForce, PlaybookInForce] = [
  { ...first, projects },
  { ...second, projects },
];

/** A playbook that speaks of no projects any more. */
export const withoutProjects: PlaybookInForce = { ...published(dealership), projects };

/** A process in which the stages at a place and after it are one, with the gates between them at their end. */
const merged = ({ stages, gates }: TailoredProcess, place: number): TailoredProcess => {
  const [one, other] = [stages[place], stages[place + 1]];
  if (one === undefined || other === undefined) return { stages, gates };
  const stage: Stage = {
    phases: [...one.phases, ...other.phases],
    activities: [...one.activities, ...other.activities],
    checklist: [...one.checklist, ...other.checklist],
  };
  const last = stage.phases.at(-1) ?? term('lead');
  return {
    stages: [...stages.slice(0, place), stage, ...stages.slice(place + 2)],
    gates: gates.map((gate) =>
      gate.guards.at === 'exit' && one.phases.includes(gate.guards.phase)
        ? { ...gate, guards: { at: 'exit', phase: last } }
        : gate,
    ),
  };
};

const simple = ({ stages, gates }: TailoredProcess): TailoredProcess => ({
  stages,
  gates: gates.map((gate) => ({ ...gate, form: 'circulation' })),
});

const dropped = ({ stages, gates }: TailoredProcess): TailoredProcess => ({
  stages: stages.map((stage, place) => (place === 3 ? { ...stage, activities: [] } : stage)),
  gates,
});

const [ofFree, ofScreened, ofGuarded] = [plainProcess(free), plainProcess(screened), plainProcess(guarded)];

/** As they are, merged here or there (also across signing), simpler in form, and without an activity. */
export const tailorings: ReadonlyArray<TailoredProcess> = [
  ofFree,
  merged(ofFree, 3),
  merged(ofFree, 1),
  merged(merged(ofFree, 3), 0),
  merged(ofFree, 2),
  dropped(ofFree),
  ofScreened,
  simple(ofScreened),
  simple(merged(ofScreened, 1)),
  simple(ofGuarded),
  merged(ofGuarded, 3),
];
