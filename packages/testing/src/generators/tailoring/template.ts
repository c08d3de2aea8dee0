import type { Activity, Gate, Named, Phase, ProcessTemplate, Simplification, Term } from '@millrace/sales';
import type fc from 'fast-check';
import { named, reviewerRoles } from '../terms.js';
import { type Draw, drawn } from './draw.js';

const PHASES = 8;
const UP_TO_FOUR = 5;

const sizes = ['small', 'large'].map((id) => named(id));

/** Process templates that the `keyAccount` preset could carry, with gates and signing anywhere. */
export const anyTemplate: fc.Arbitrary<ProcessTemplate> = drawn((draw) => templateOf(draw));

/** So many names whose alphabet says nothing of their order, the same for phases, activities and gates. */
const names = (draw: Draw, count: number): ReadonlyArray<Named> =>
  draw.shuffled(Array.from({ length: count }, (_, n) => named(`x${n}`)));

const templateOf = (draw: Draw): ProcessTemplate => {
  const phases = phasesOf(draw);
  const signed = draw.below(phases.length);
  return {
    ...named('drawn'),
    phases,
    gates: draw.shuffled(gatesOf(draw, phases, signed)),
    signedIn: phases[signed]?.id as Term,
    flows: [],
    layers: [],
    sizes,
  };
};

const phasesOf = (draw: Draw): ReadonlyArray<Phase> => {
  const phases = names(draw, 1 + draw.below(PHASES));
  const counts = phases.map(() => ({ activities: draw.below(UP_TO_FOUR), items: draw.below(3) }));
  const activities = names(draw, sum(counts.map((count) => count.activities)));
  const items = names(draw, sum(counts.map((count) => count.items)));
  return phases.map((phase, place) => ({
    ...phase,
    activities: slice(
      activities,
      place,
      counts.map((count) => count.activities),
    ).map((one) => activityOf(draw, one)),
    checklist: slice(
      items,
      place,
      counts.map((count) => count.items),
    ),
  }));
};

const activityOf = (draw: Draw, name: Named): Activity => ({ ...name, steps: names(draw, draw.below(UP_TO_FOUR)) });

const gatesOf = (draw: Draw, phases: ReadonlyArray<Phase>, signed: number): ReadonlyArray<Gate> => {
  const places = phases
    .map((_, place) => place)
    .filter((place) => (place < phases.length - 1 || place === signed) && draw.chance(1, 2));
  const counts = places.map(() => draw.below(4));
  const criteria = names(draw, sum(counts));
  const gates = names(draw, places.length);
  return places.map((place, index) => {
    const atSigning = place === signed && (place === phases.length - 1 || draw.chance(2, 3));
    const before = phases.slice(0, place + 1).flatMap(({ activities }) => activities);
    return {
      ...(gates[index] ?? named('gate')),
      guards: atSigning ? { at: 'signing' } : { at: 'exit', phase: phases[place]?.id as Term },
      criteria: slice(criteria, index, counts).map((name) => ({
        ...name,
        must: draw.chance(1, 2),
        test:
          before.length > 0 && draw.chance(1, 3)
            ? { by: 'activity', activity: draw.pick(before).id }
            : { by: 'reviewers' },
      })),
      reviewerRoles: draw.shuffled(reviewerRoles).slice(draw.below(reviewerRoles.length)),
      ...formOf(draw),
      simplifications: Array.from({ length: draw.below(4) }, () => ({ size: draw.pick(sizes).id, ...formOf(draw) })),
    };
  });
};

const formOf = (draw: Draw): Omit<Simplification, 'size'> => ({
  form: draw.pick(['meeting', 'circulation']),
  reviewers: 1 + draw.below(3),
});

/** The part of a list that belongs to a place, if each place has so many. */
const slice = <A>(all: ReadonlyArray<A>, place: number, counts: ReadonlyArray<number>): ReadonlyArray<A> => {
  const start = sum(counts.slice(0, place));
  return all.slice(start, start + (counts[place] ?? 0));
};

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, number) => total + number, 0);
