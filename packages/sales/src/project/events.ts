/** What can have happened to a sales project. Storage format: append-only. @source PRJ-1..43 */
import { type EventOf, eventSet } from '@millrace/kernel';
import { gateSpecs } from './gate-events.js';
import { lifeSpecs } from './life-events.js';
import { moneySpecs } from './money-events.js';
import { workSpecs } from './work-events.js';

const specs = { ...lifeSpecs, ...gateSpecs, ...workSpecs, ...moneySpecs };

export type ProjectEvent = EventOf<typeof specs>;
export const projectEvents = eventSet('project', specs);

/** The events of one type, or of several. */
export type EventTo<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { type: Type }>;

/** The events of each part of a project. */
export type LifeEvent = EventOf<typeof lifeSpecs>;
export type GateEvent = EventOf<typeof gateSpecs>;
export type WorkEvent = EventOf<typeof workSpecs>;
export type MoneyEvent = EventOf<typeof moneySpecs>;
