import type { Playbook } from '../playbook/index.js';
import { dealership } from './dealership.js';

/** The playbooks that ship, by name. */
export const presets: ReadonlyMap<string, Playbook> = new Map([[dealership.name as string, dealership]]);
