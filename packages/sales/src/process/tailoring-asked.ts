/** What a tailoring is checked against. */
import type { TailoredProcess } from './tailored.js';
import type { TailoredPart, TailoringFault } from './tailoring-faults.js';
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
  readonly parts: { readonly [What in PartKind]: Beside };
  /** The activities whose steps are not just those of the template. */
  readonly steps: ReadonlyArray<Beside & { readonly activity: string }>;
}

export type PartKind = Exclude<TailoredPart['what'], 'step'>;

export type Ids = ReadonlyArray<string>;

/** All of a kind that is proposed, beside all that the template has, each in its order. */
export interface Beside {
  readonly given: Ids;
  readonly due: Ids;
  /** For each that is given, where it is among those due; -1 for what is not. */
  readonly found: ReadonlyArray<number>;
}

/** Where things stand in a template. Places are those of phases, from 0. */
export interface TemplateIndex {
  readonly phases: ReadonlyMap<string, number>;
  /** In their order. */
  readonly activities: ReadonlyArray<Placed<Activity>>;
  /** Places of the items of all checklists, in their order. */
  readonly checklist: ReadonlyArray<number>;
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
