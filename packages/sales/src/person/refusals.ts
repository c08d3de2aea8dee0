/** Every way a command about a person can be turned down, each with what a caller needs to explain it. */
import type { Instant } from '@millrace/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type * as checks from '../checks.js';
import type { PersonEvent } from './events.js';

export type PersonRefusal =
  | { readonly type: 'PersonUnknown'; readonly person: string }
  | { readonly type: 'PersonAlreadyJoined'; readonly since: Instant }
  | { readonly type: 'PersonResigned'; readonly person: string; readonly since: Instant }
  | { readonly type: 'BeforeJoining'; readonly joined: Instant }
  /** Data terms are accepted by who they bind. @source DLR-33 */
  | { readonly type: 'NotThePerson'; readonly person: string; readonly actor: string }
  /** A stretch ends after it begins. */
  | { readonly type: 'StretchWithoutLength'; readonly from: Instant; readonly until: Instant }
  /** Something of the kind holds in a part of that time already. */
  | { readonly type: 'StretchesOverlap'; readonly what: string; readonly from: Instant; readonly to: Instant | null }
  /** What shall end does not hold at that time. */
  | { readonly type: 'NothingToEnd'; readonly what: string }
  | { readonly type: 'UndefinedTerm'; readonly list: 'roles' | 'posts' | 'resignation'; readonly id: string }
  | { readonly type: 'UnitUnknown'; readonly unit: string }
  | {
      readonly type: 'UnitNotOpen';
      readonly unit: string;
      readonly openedAt: Instant;
      readonly closedAt: Instant | null;
    }
  /** Resigning ends stretches; none may have begun later. */
  | { readonly type: 'BeganLater'; readonly what: string; readonly from: Instant };

/** The answer to a command. */
export type Decision = E.Either<PersonRefusal, ReadonlyArray<PersonEvent>>;

/** The answer of a rule. */
export type Check<Found = unknown> = checks.Check<PersonRefusal, Found>;
