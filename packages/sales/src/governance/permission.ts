/** Who may ask for what. @source trust.md REL-12 */
import type { Moment } from '@millrace/kernel';
import { type Check, ok, refuse } from '../checks.js';
import { type Person, spanOf } from '../person/readable.js';
import type { Permissions, RolePermissions } from '../playbook/readable.js';
import type { GovernanceRefusal } from './refusals.js';

/** What a playbook says of a role; nothing where it lists none, or allows everything. */
export const roleIn = (permissions: Permissions, role: string): RolePermissions | undefined =>
  permissions.allow === 'all' ? undefined : permissions.roles.find((one) => one.role === role);

/** Whether the answer depends on the record of who asks. */
export const readsActor = (permissions: Permissions, role: string): boolean =>
  roleIn(permissions, role)?.holder === 'person';

/**
 * Default deny: only what is listed for the role is asked in it, and only by who holds it when asking,
 * whatever time the matter itself is dated.
 */
export const permitted = (
  command: string,
  { actor, role, now }: Pick<Moment, 'actor' | 'role' | 'now'>,
  permissions: Permissions,
  record: Person | undefined,
): Check<GovernanceRefusal> => {
  if (permissions.allow === 'all') return ok;
  const listed = roleIn(permissions, role);
  if (listed === undefined || !allows(listed, command)) return refuse({ type: 'NotPermitted', role, command });
  if (listed.holder === 'system') return actor === role ? ok : refuse({ type: 'RoleNotHeld', actor, role });
  const holds = record?.phase === 'staff' && spanOf(record.roles, role, now) !== undefined;
  return holds ? ok : refuse({ type: 'RoleNotHeld', actor, role });
};

const allows = ({ commands }: RolePermissions, command: string): boolean =>
  commands === 'all' || commands.some((type) => type === command);
