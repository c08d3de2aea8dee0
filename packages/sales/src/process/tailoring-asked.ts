/** What a tailoring is checked against, looked up once. */
import type { TailoredProcess } from './tailored.js';
import type { TailoringFault } from './tailoring-faults.js';
import type { Activity, Gate, ProcessTemplate } from './template.js';

/** A tailoring, and the project that asks for it. */
export interface TailoringAsked {
  readonly template: ProcessTemplate;
  /** The process in force. */
  readonly standing: TailoredProcess;
  readonly proposed: TailoredProcess;
  /** One of the template's classes of size; without one, no gate is simplified. */
  readonly size: string | undefined;
  /** Phases ever entered, the current one included. */
  readonly entered: ReadonlySet<string>;
  /** Gates for which a review was ever requested. */
  readonly requested: ReadonlySet<string>;
}

/** A rule of tailoring: the first fault it finds. A rule may rely on those before it. */
export type TailoringRule = (asked: IndexedTailoring) => TailoringFault | undefined;

export interface IndexedTailoring extends TailoringAsked {
  readonly of: TemplateIndex;
}

/** Where things stand in a template. Places are those of phases, from 0. */
export interface TemplateIndex {
  readonly phases: ReadonlyMap<string, number>;
  readonly activities: ReadonlyMap<string, Placed<Activity>>;
  readonly checklist: ReadonlyMap<string, number>;
  /** By the phase at whose end each stands. */
  readonly gates: ReadonlyMap<string, Placed<Gate>>;
  readonly criteria: ReadonlyMap<string, Gate>;
  /** For each place the gate at that phase's end, or else the next one after. */
  readonly gateFrom: ReadonlyArray<Placed<Gate> | undefined>;
}

export interface Placed<A> {
  readonly it: A;
  readonly place: number;
}

export const indexOf = ({ phases, gates, signedIn }: ProcessTemplate): TemplateIndex => {
  const placeOf = new Map(phases.map(({ id }, place) => [id as string, place]));
  const placed = gates.map((it) => ({
    it,
    place: placeOf.get(it.guards.at === 'exit' ? it.guards.phase : signedIn) ?? phases.length,
  }));
  return {
    phases: placeOf,
    activities: new Map(phases.flatMap(({ activities }, place) => activities.map((it) => [it.id, { it, place }]))),
    checklist: new Map(phases.flatMap(({ checklist }, place) => checklist.map(({ id }) => [id, place]))),
    gates: new Map(placed.map((gate) => [gate.it.id, gate])),
    criteria: new Map(gates.flatMap((gate) => gate.criteria.map(({ id }) => [id, gate]))),
    gateFrom: nextGates(placed, phases.length),
  };
};

const nextGates = (gates: ReadonlyArray<Placed<Gate>>, places: number): TemplateIndex['gateFrom'] => {
  const at = new Map(gates.map((gate) => [gate.place, gate]));
  const from: Array<Placed<Gate> | undefined> = [];
  for (let place = places - 1; place >= 0; place--) from[place] = at.get(place) ?? from[place + 1];
  return from;
};
