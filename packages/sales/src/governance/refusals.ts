import type { EffectiveInFuture } from '../dating.js';

/** Why a command is turned down before the matter itself is looked at. */
export type GovernanceRefusal =
  | { readonly type: 'NoPlaybook' }
  | EffectiveInFuture
  /** Default deny: the playbook lists the commands of a role. @source trust.md REL-12 */
  | { readonly type: 'NotPermitted'; readonly role: string; readonly command: string }
  | { readonly type: 'RoleNotHeld'; readonly actor: string; readonly role: string };
