/** Every way a command about a unit can be turned down. */
import type { Instant } from '@millrace/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type * as checks from '../checks.js';
import type { EffectiveBeforeLast } from '../dating.js';
import type { UnitEvent } from './events.js';

export type UnitRefusal =
  | { readonly type: 'UnitUnknown'; readonly unit: string }
  | { readonly type: 'UnitAlreadyOpened'; readonly openedAt: Instant }
  | {
      readonly type: 'UnitNotOpen';
      readonly unit: string;
      readonly openedAt: Instant;
      readonly closedAt: Instant | null;
    }
  | { readonly type: 'LeaderNotEmployed'; readonly leader: string }
  | EffectiveBeforeLast<'leadership'>;

/** The answer to a command. */
export type Decision = E.Either<UnitRefusal, ReadonlyArray<UnitEvent>>;

/** The answer of a rule. */
export type Check<Found = unknown> = checks.Check<UnitRefusal, Found>;
