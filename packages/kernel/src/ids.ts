import * as t from 'io-ts';
import { utf8Length } from './utf8.js';

/** Longest id in bytes of UTF-8. @source trust.md REL-8 */
export const MAX_ID_BYTES = 256;

export interface TenantBrand {
  readonly Tenant: unique symbol;
}

/** One organisation's share of a store: `[a-z0-9_]{1,64}`. @source stores.md section 1 */
export const Tenant = t.brand(
  t.string,
  (s): s is t.Branded<string, TenantBrand> => /^[a-z0-9_]{1,64}$/.test(s),
  'Tenant',
);
export type Tenant = t.TypeOf<typeof Tenant>;

export interface StreamIdBrand {
  readonly StreamId: unique symbol;
}

/** `<kind>-<id>`: kind `[a-z0-9_]{1,64}`, id 1 to 256 bytes without NUL or lone surrogates. */
export const StreamId = t.brand(t.string, (s): s is t.Branded<string, StreamIdBrand> => isStreamId(s), 'StreamId');
export type StreamId = t.TypeOf<typeof StreamId>;

const isStreamId = (text: string): boolean => {
  const dash = text.indexOf('-');
  if (dash < 1 || dash > 64 || !/^[a-z0-9_]+$/.test(text.slice(0, dash))) return false;
  const bytes = utf8Length(text) - dash - 1;
  return bytes >= 1 && bytes <= MAX_ID_BYTES && !text.includes('\u0000') && text.isWellFormed();
};

/** The stream of the thing `id` of `kind`. @throws RangeError for a name no store accepts: check ids with their codec first. */
export const streamId = (kind: string, id: string): StreamId => {
  const name = `${kind}-${id}`;
  if (StreamId.is(name) && kindOf(name) === kind) return name;
  throw new RangeError(`not a stream name: ${JSON.stringify(name)}`);
};

/** The kind in front of the first dash. */
export const kindOf = (stream: StreamId): string => stream.slice(0, stream.indexOf('-'));

const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);

export interface CommandIdBrand {
  readonly CommandId: unique symbol;
}

/** A command's identity, a lower-case UUID: version 7 for people, version 5 for importers. @source RFC 9562 */
export const CommandId = t.brand(t.string, (s): s is t.Branded<string, CommandIdBrand> => isUuid(s), 'CommandId');
export type CommandId = t.TypeOf<typeof CommandId>;

export interface EventIdBrand {
  readonly EventId: unique symbol;
}

/** An event's identity, a UUID version 5 made from its command and content. */
export const EventId = t.brand(t.string, (s): s is t.Branded<string, EventIdBrand> => isUuid(s), 'EventId');
export type EventId = t.TypeOf<typeof EventId>;

export interface BusinessIdBrand {
  readonly BusinessId: unique symbol;
}

/**
 * An id given by the business: a customer's number, a person's.
 *
 * Starts with a letter or digit of any script, goes on with those, marks and `. _ : @ + -`, at most
 * 256 bytes. So `__proto__`, control characters, blanks and formulas of spreadsheets are no ids.
 */
export const BusinessId = t.brand(
  t.string,
  (s): s is t.Branded<string, BusinessIdBrand> =>
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._:@+-]*$/u.test(s) && utf8Length(s) <= MAX_ID_BYTES,
  'BusinessId',
);
export type BusinessId = t.TypeOf<typeof BusinessId>;
