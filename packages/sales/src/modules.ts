import type { CommandSet, EventSet } from '@millrace/kernel';
import { boardModule } from './board/index.js';
import { customerModule } from './customer/index.js';
import { periodModule } from './period/index.js';
import { personModule } from './person/index.js';
import { playbookModule } from './playbook/index.js';
import { pledgeModule } from './pledge/index.js';
import { projectModule } from './project/index.js';
import { saleModule } from './sale/index.js';
import { unitModule } from './unit/index.js';

/** Every module of a sale: a new one is one folder, and one line here. */
export const salesModules = [
  playbookModule,
  personModule,
  unitModule,
  customerModule,
  periodModule,
  pledgeModule,
  saleModule,
  projectModule,
  boardModule,
] as const;

type CommandIn<M> = M extends { readonly commands: CommandSet<infer Command> } ? Command : never;
type EventIn<M> = M extends { readonly events: EventSet<infer Event> } ? Event : never;

/** Everything that can be asked in a sale. */
export type SalesCommand = CommandIn<(typeof salesModules)[number]>;

/** Everything that can have happened in a sale. */
export type SalesEvent = EventIn<(typeof salesModules)[number]>;
