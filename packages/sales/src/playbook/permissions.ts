/** Who may ask for what: roles by commands, and nothing that is not listed. @source trust.md REL-12 */
import { struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Label, Term } from '../terms.js';

const RolePermissions = struct(
  {
    role: Term,
    name: Label,
    /** Whether persons hold it, or an actor of that very name who is none: `operator`, `import`. */
    holder: t.keyof({ person: null, system: null }),
    /** Types of the commands it may ask for. */
    commands: t.union([t.literal('all'), t.readonlyArray(Term)]),
  },
  {},
  'RolePermissions',
);
export type RolePermissions = t.TypeOf<typeof RolePermissions>;

export const Permissions = t.union(
  [
    /** Everybody may ask for everything: playbooks from before there were permissions. */
    struct({ allow: t.literal('all') }),
    struct({ allow: t.literal('listed'), roles: t.readonlyArray(RolePermissions) }),
  ],
  'Permissions',
);
export type Permissions = t.TypeOf<typeof Permissions>;
