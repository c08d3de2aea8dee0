import type { Playbook } from '../playbook/index.js';
import { dealership } from './dealership.js';
import { salesOrganisation } from './sales-organisation.js';

/** The playbooks that ship, by name. */
export const presets: ReadonlyMap<string, Playbook> = new Map(
  [dealership, salesOrganisation].map((preset) => [preset.name as string, preset]),
);
