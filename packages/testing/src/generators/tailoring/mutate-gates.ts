/** Faults of gates: their forms, their boundaries, their roles. */
import type { ProcessTemplate, TailoredGate, TailoredProcess } from '@millrace/sales';
import { reviewerRoles } from '../terms.js';
import type { Draw } from './draw.js';
import { at } from './lists.js';
import type { AskedMutation } from './mutate-stages.js';
import { united } from './process.js';

const ofGate =
  (change: (gate: TailoredGate, draw: Draw, template: ProcessTemplate) => Partial<TailoredGate>): AskedMutation =>
  (asked, draw) => {
    const { gates } = asked.proposed;
    if (gates.length === 0) return undefined;
    const place = draw.below(gates.length);
    const more = change(gates[place] as TailoredGate, draw, asked.template);
    return { ...asked, proposed: { ...asked.proposed, gates: at(gates, place, more) } };
  };

/** A gate was requested that may be one that changes. */
const touchRequested: AskedMutation = (asked, draw) => {
  const { gates } = asked.template;
  return gates.length === 0 ? undefined : { ...asked, requested: new Set([...asked.requested, draw.pick(gates).id]) };
};

/** Another form, which the size may allow. */
const changeForm: AskedMutation = ofGate((gate, draw) => {
  if (draw.chance(1, 2)) return { form: gate.form === 'meeting' ? 'circulation' : 'meeting' };
  return { reviewers: Math.max(1, gate.reviewers + draw.pick([-1, 1])) };
});

/** The forms stay, and the size may not allow them. */
const changeSize: AskedMutation = (asked, draw) => ({
  ...asked,
  size: draw.pick([undefined, ...asked.template.sizes.map(({ id }) => id)]),
});

/** A gate at another boundary, by chance its own. */
const changeGuards: AskedMutation = ofGate((_, draw, { phases }) => ({
  guards: draw.pick([{ at: 'signing' }, ...phases.map(({ id }) => ({ at: 'exit' as const, phase: id }))]),
}));

/** A role more, which may be there. */
const addRole: AskedMutation = ofGate(({ reviewerRoles: roles }, draw) => ({
  reviewerRoles: [...roles, draw.pick(reviewerRoles)],
}));

/** Two gates of one boundary are apart, each with what is its own. */
const splitGate: AskedMutation = (asked, draw) => {
  const open = asked.proposed.gates.filter(({ gates }) => gates.length > 1);
  if (open.length === 0) return undefined;
  const gate = draw.pick(open);
  const [first, ...others] = partsOf(asked.template, [gate]);
  const two = first === undefined ? [] : [united([first], gate.guards), united(others, gate.guards)];
  return { ...asked, proposed: withGates(asked.proposed, [gate], two) };
};

/** Gates of two boundaries are one, with all that is theirs, at one of the two. */
const mergeGates: AskedMutation = (asked, draw) => {
  const { gates } = asked.proposed;
  if (gates.length < 2) return undefined;
  const two = draw.shuffled(gates).slice(0, 2);
  const one = united(partsOf(asked.template, two), draw.pick(two).guards);
  return { ...asked, proposed: withGates(asked.proposed, two, [one]) };
};

const partsOf = ({ gates }: ProcessTemplate, tailored: ReadonlyArray<TailoredGate>) =>
  tailored.flatMap((one) => one.gates).flatMap((id) => gates.find((gate) => gate.id === id) ?? []);

const withGates = (
  process: TailoredProcess,
  gone: ReadonlyArray<TailoredGate>,
  come: ReadonlyArray<TailoredGate>,
): TailoredProcess => ({ ...process, gates: [...process.gates.filter((gate) => !gone.includes(gate)), ...come] });

export const gateMutations = {
  touchRequested,
  changeForm,
  changeSize,
  changeGuards,
  addRole,
  splitGate,
  mergeGates,
} satisfies { readonly [kind: string]: AskedMutation };
