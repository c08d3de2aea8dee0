import {
  type Activity,
  type Gate,
  type Named,
  type Phase,
  type ProcessTemplate,
  plainProcess,
  type Stage,
  type TailoredGate,
  type TailoringAsked,
  type Term,
} from '@millrace/sales';

const named = (id: string): Named => ({ id: id as Term, name: { en: id, zh: id } });
const list = <A>(length: number, make: (n: number) => A): ReadonlyArray<A> => Array.from({ length }, (_, n) => make(n));

const IN_PHASE = 10;

/** A process with so many activities of two steps each, ten to a phase, a gate after each phase, the last at signing. */
const templateOf = (activities: number): ProcessTemplate => {
  const phases = list(Math.max(2, activities / IN_PHASE), phaseOf);
  return {
    ...named('large'),
    phases,
    gates: phases.map((phase, place) => gateAfter(phase, place === phases.length - 1)),
    signedIn: `p${phases.length - 1}` as Term,
    flows: [],
    layers: [],
    sizes: [],
  };
};

const phaseOf = (place: number): Phase => ({
  ...named(`p${place}`),
  activities: list(
    IN_PHASE,
    (n): Activity => ({ ...named(`a${place}.${n}`), steps: list(2, (step) => named(`s${step}`)) }),
  ),
  checklist: list(2, (n) => named(`c${place}.${n}`)),
});

const gateAfter = ({ id }: Phase, last: boolean): Gate => ({
  ...named(`after.${id}`),
  guards: last ? { at: 'signing' } : { at: 'exit', phase: id },
  criteria: list(4, (n) => ({ ...named(`${id}.${n}`), must: true, test: { by: 'reviewers' } })),
  reviewerRoles: ['manager' as Term, 'reviewer' as Term],
  form: 'meeting',
  reviewers: 2,
  simplifications: [],
});

/** A project half way through such a process merges the phases of the other half two by two. */
export const tailoringOf = (activities: number): TailoringAsked => {
  const template = copied(templateOf(activities));
  const standing = plainProcess(template);
  const half = 2 * Math.ceil(standing.stages.length / 4);
  return {
    template,
    standing,
    proposed: copied({
      stages: [...standing.stages.slice(0, half), ...pairs(standing.stages.slice(half)).map(mergedStage)],
      gates: [...standing.gates.slice(0, half), ...pairs(standing.gates.slice(half)).flatMap(mergedGate)],
    }),
    size: undefined,
    entered: new Set(template.phases.slice(0, half).map(({ id }) => id)),
    requested: new Set(template.gates.slice(0, half).map(({ id }) => id)),
  };
};

/** As events and commands bring it: read from a text, so that no two share anything. */
const copied = <A>(value: A): A => JSON.parse(JSON.stringify(value));

const pairs = <A>(all: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  list(Math.ceil(all.length / 2), (n) => all.slice(2 * n, 2 * n + 2));

const mergedStage = (stages: ReadonlyArray<Stage>): Stage => ({
  phases: stages.flatMap(({ phases }) => phases),
  activities: stages.flatMap(({ activities }) => activities).toReversed(),
  checklist: stages.flatMap(({ checklist }) => checklist),
});

/** Two gates that ask the same roles, at the boundary of the last. */
const mergedGate = (gates: ReadonlyArray<TailoredGate>): ReadonlyArray<TailoredGate> =>
  gates.slice(-1).map((last) => ({
    ...last,
    gates: gates.flatMap((gate) => gate.gates),
    criteria: gates.flatMap(({ criteria }) => criteria),
  }));
