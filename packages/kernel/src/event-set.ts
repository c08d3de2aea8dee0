import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { reader } from './codec.js';
import type { DomainEvent } from './decider.js';
import type { Json } from './json.js';
import type { Mismatch } from './mismatch.js';
import { withoutPersonal } from './personal.js';

/** A pure step from the data of one schema version to that of the next. */
export type Upcaster = (data: Json) => Json;

/** One type of event: the codec of its data in the newest schema, and how older data become it. */
export interface EventSpec {
  /** Decoded and encoded forms are the same: an event is exactly its JSON. */
  readonly data: t.Mixed;
  /** `upcast[0]` makes version 2 of version 1, and so on; the newest version is one more than their number. */
  readonly upcast?: ReadonlyArray<Upcaster>;
}

/** The specs of a module's events, by type name. */
export type EventSpecs = { readonly [type: string]: EventSpec };

/** The events that `Specs` describe, as a union told apart by `type`. */
export type EventOf<Specs extends EventSpecs> = {
  [Type in keyof Specs & string]: DomainEvent<Type, t.TypeOf<Specs[Type]['data']>>;
}[keyof Specs & string];

/** Why stored data cannot be read as an event. */
export type Unreadable =
  | { readonly type: 'UnknownEventType'; readonly name: string }
  /** Written by a newer version of the module, or by none: schemas are whole numbers from 1 upwards. */
  | {
      readonly type: 'NewerSchema' | 'NoSuchSchema';
      readonly name: string;
      readonly schema: number;
      readonly newest: number;
    }
  /** The step from `schema` to the next one threw: the data are malformed, or the step is. */
  | {
      readonly type: 'UpcastFailed';
      readonly name: string;
      readonly schema: number;
      readonly path: string;
      readonly message: string;
    }
  | Mismatch;

/** The events a stream kind may hold: their codecs, schema versions and personal fields. */
export interface EventSet<Event extends DomainEvent<string, unknown>> {
  readonly kind: string;
  readonly types: ReadonlyArray<Event['type']>;
  /** The newest schema version of a type. @throws RangeError for a type that is not of the set. */
  readonly schemaOf: (type: string) => number;
  /** The data of a stored event in its newest schema: upcast where it is older, checked always. */
  readonly read: (type: string, schema: number, data: unknown) => E.Either<Unreadable, Event['data']>;
  /** The data of an event without its personal fields. */
  readonly impersonal: (type: string, data: unknown) => unknown;
}

interface Entry {
  readonly type: string;
  readonly newest: number;
  readonly upcast: ReadonlyArray<Upcaster>;
  readonly check: (data: unknown) => E.Either<Mismatch, unknown>;
  readonly strip: (data: unknown) => unknown;
}

/** Makes the {@link EventSet} of a stream kind from the specs of its events. */
export const eventSet = <Specs extends EventSpecs>(kind: string, specs: Specs): EventSet<EventOf<Specs>> => {
  const entries = new Map(
    Object.entries(specs).map(([type, { data, upcast = [] }]): [string, Entry] => [
      type,
      { type, newest: upcast.length + 1, upcast, check: reader(data), strip: withoutPersonal(data) },
    ]),
  );
  const entryOf = (type: string): Entry => {
    const entry = entries.get(type);
    if (entry === undefined) throw new RangeError(`${kind} has no event ${type}`);
    return entry;
  };

  return {
    kind,
    types: [...entries.keys()],
    schemaOf: (type) => entryOf(type).newest,
    read: (type, schema, data) => {
      const entry = entries.get(type);
      if (entry === undefined) return E.left({ type: 'UnknownEventType', name: type });
      // What the codec of a type accepts is what its events hold.
      return read(entry, schema, data) as E.Either<Unreadable, EventOf<Specs>['data']>;
    },
    impersonal: (type, data) => entryOf(type).strip(data),
  };
};

const read = (entry: Entry, schema: number, data: unknown): E.Either<Unreadable, unknown> => {
  const { type: name, newest, check } = entry;
  if (schema === newest) return check(data);
  if (!Number.isSafeInteger(schema) || schema < 1) return E.left({ type: 'NoSuchSchema', name, schema, newest });
  if (schema > newest) return E.left({ type: 'NewerSchema', name, schema, newest });
  const upcast = upcastFrom(entry, schema, data as Json);
  return E.isLeft(upcast) ? upcast : check(upcast.right);
};

/** Every step from `schema` on, in turn; what throws in a step is the history's fault until shown otherwise. */
const upcastFrom = ({ type: name, upcast }: Entry, schema: number, data: Json): E.Either<Unreadable, Json> => {
  let newer = data;
  for (const [index, step] of upcast.entries()) {
    if (index < schema - 1) continue;
    try {
      newer = step(newer);
    } catch (error) {
      return E.left({ type: 'UpcastFailed', name, schema: index + 1, path: '', message: String(error) });
    }
  }
  return E.right(newer);
};
