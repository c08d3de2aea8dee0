import * as E from 'fp-ts/lib/Either.js';
import { absurd, pipe } from 'fp-ts/lib/function.js';
import type { PersonCommand } from './commands.js';
import type { Ruled } from './context.js';
import { acceptTerms, join, rename, resign } from './decide-employment.js';
import { grant, joinTeam, leaveTeam, qualify, revoke, unqualify } from './decide-stretches.js';
import type { Person, Staff } from './evolve.js';
import { whenKnown } from './policy.js';
import type { Decision } from './refusals.js';

/** Answer a command, one line each. Asking twice is safe: what is already so yields no events. */
export const decide = (command: PersonCommand, person: Person, context: Ruled): Decision => {
  const ask = (decision: (staff: Staff) => Decision): Decision =>
    pipe(whenKnown(person, command.person), E.flatMap(decision));
  switch (command.type) {
    case 'JoinStaff':
      return join(command, person, context);
    case 'RenamePerson':
      return ask((staff) => rename(command, staff, context));
    case 'GrantRole':
      return ask((staff) => grant(command, staff, context));
    case 'RevokeRole':
      return ask((staff) => revoke(command, staff, context));
    case 'JoinTeam':
      return ask((staff) => joinTeam(command, staff, context));
    case 'LeaveTeam':
      return ask((staff) => leaveTeam(command, staff, context));
    case 'QualifyForPost':
      return ask((staff) => qualify(command, staff, context));
    case 'ExpireQualification':
      return ask((staff) => unqualify(command, staff, context));
    case 'AcceptDataTerms':
      return ask((staff) => acceptTerms(command, staff, context));
    case 'ResignSeller':
      return ask((staff) => resign(command, staff, context));
    default:
      return absurd(command);
  }
};
