import type { Playbook } from '../playbook/index.js';
import { dealership } from './dealership.js';
import { keyAccount } from './key-account.js';
import { salesOrganisation } from './sales-organisation.js';

/** The playbooks that ship, by name. */
export const presets: ReadonlyMap<string, Playbook> = new Map(
  [dealership, salesOrganisation, keyAccount].map((preset) => [preset.name as string, preset]),
);
