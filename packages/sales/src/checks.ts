/** What every module's rules are made of. */
import * as E from 'fp-ts/lib/Either.js';

/** The answer of a rule: what it found, or the refusal. */
export type Check<Refusal, Found = unknown> = E.Either<Refusal, Found>;

/** A rule that holds. */
export const ok: Check<never> = E.right(undefined);

/** A rule that does not hold. */
export const refuse = <const Refusal>(refusal: Refusal): E.Either<Refusal, never> => E.left(refusal);

/** The first of `checks` that refuses, or `events`. The order of the checks is the policy. */
export const unless = <Refusal, Event>(
  checks: ReadonlyArray<Check<Refusal>>,
  events: () => ReadonlyArray<Event>,
): E.Either<Refusal, ReadonlyArray<Event>> => checks.find(E.isLeft) ?? E.right(events());

type Defined<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** `fields` without those that are undefined: an event has no field where nothing was said. */
export const defined = <Fields extends object>(fields: Fields): Defined<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
