/** Rules about who may ask for what. @source trust.md REL-12 */
import { commandTypes } from './command-types.js';
import type { RolePermissions } from './permissions.js';
import type { Rule } from './rule.js';

/** Actors that are no persons, by the role that is theirs alone. */
const systemRoles = ['operator', 'import'];

type RoleRule = (role: RolePermissions) => ReturnType<Rule>;

/** A rule of every role that is listed: the first fault it finds. */
const ofRoles =
  (rule: RoleRule): Rule =>
  ({ permissions }) => {
    for (const role of permissions.allow === 'all' ? [] : permissions.roles) {
      const fault = rule(role);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };

const listedBy = ({ commands }: RolePermissions): ReadonlyArray<string> => (commands === 'all' ? [] : commands);

/** REL-12: what acts without a person is no role that persons are granted. */
export const systemRolesAreNoPersons: Rule = ofRoles(({ role, holder }) =>
  holder === 'person' && systemRoles.includes(role) ? { type: 'SystemRoleOfPersons', role } : undefined,
);

/** REL-12: a permission for what nobody answers is a slip of the pen. */
export const commandsExist: Rule = ofRoles((role) => {
  const command = listedBy(role).find((type) => !commandTypes.has(type));
  return command === undefined ? undefined : { type: 'CommandUnheardOf', role: role.role, command };
});

/** REL-12: a permission is given once. */
export const noCommandTwice: Rule = ofRoles((role) => {
  const commands = listedBy(role);
  const command = commands.find((type, index) => commands.indexOf(type) < index);
  return command === undefined ? undefined : { type: 'CommandDoubled', role: role.role, command };
});

/** Design decision 7: rules that nobody may replace would be the last. */
export const somebodyMayPublish: Rule = ({ permissions }) =>
  permissions.allow === 'all' ||
  permissions.roles.some(({ commands }) => commands === 'all' || commands.some((type) => type === 'PublishPlaybook'))
    ? undefined
    : { type: 'NobodyMayPublish' };
