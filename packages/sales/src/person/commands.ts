/** What can be asked of a person's record, and every way it can be turned down. */
import { BusinessId, type CommandOf, commandSet, Instant, personal, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Term } from '../terms.js';
import { Talent } from './events.js';

const person = BusinessId;

const specs = {
  JoinStaff: struct({ person, name: personal(t.string) }, { talent: Talent }),
  RenamePerson: struct({ person, name: personal(t.string) }),
  GrantRole: struct({ person, role: Term }, { until: Instant }),
  RevokeRole: struct({ person, role: Term }),
  JoinTeam: struct({ person, unit: BusinessId }, { until: Instant }),
  LeaveTeam: struct({ person, unit: BusinessId }),
  QualifyForPost: struct({ person, post: Term }, { until: Instant }),
  ExpireQualification: struct({ person, post: Term }),
  AcceptDataTerms: struct({ person, terms: t.string }),
  ResignSeller: struct({ person, reason: Term }),
};

export type PersonCommand = CommandOf<typeof specs>;
export const personCommands = commandSet(specs);

/** The command of one type. */
export type CommandTo<Type extends PersonCommand['type']> = Extract<PersonCommand, { type: Type }>;
