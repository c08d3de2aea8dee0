import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { type Mismatch, reader } from './codec.js';
import type { DomainEvent } from './decider.js';
import type { Json } from './json.js';
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
  | { readonly type: 'NewerSchema'; readonly name: string; readonly schema: number; readonly newest: number }
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
  readonly schema: number;
  readonly upcast: ReadonlyArray<Upcaster>;
  readonly read: (data: unknown) => E.Either<Mismatch, unknown>;
  readonly strip: (data: unknown) => unknown;
}

/** Makes the {@link EventSet} of a stream kind from the specs of its events. */
export const eventSet = <Specs extends EventSpecs>(kind: string, specs: Specs): EventSet<EventOf<Specs>> => {
  const entries = new Map<string, Entry>(
    Object.entries(specs).map(([type, { data, upcast = [] }]) => [
      type,
      { schema: upcast.length + 1, upcast, read: reader(data), strip: withoutPersonal(data) },
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
    schemaOf: (type) => entryOf(type).schema,
    read: (type, schema, data) => {
      const entry = entries.get(type);
      if (entry === undefined) return E.left({ type: 'UnknownEventType', name: type });
      if (schema === entry.schema) return entry.read(data) as E.Either<Mismatch, EventOf<Specs>['data']>;
      if (schema > entry.schema) return E.left({ type: 'NewerSchema', name: type, schema, newest: entry.schema });
      const upcast = entry.upcast.slice(schema - 1).reduce((older, step) => step(older), data as Json);
      return entry.read(upcast) as E.Either<Mismatch, EventOf<Specs>['data']>;
    },
    impersonal: (type, data) => entryOf(type).strip(data),
  };
};
