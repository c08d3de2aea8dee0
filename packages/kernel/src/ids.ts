import * as t from 'io-ts';
import { isMadeOf, lettersOf } from './letters.js';
import { utf8Length } from './utf8.js';

/** Longest id in bytes of UTF-8. @source trust.md REL-8 */
export const MAX_ID_BYTES = 256;

const DIGITS = '0123456789';
const SMALL = 'abcdefghijklmnopqrstuvwxyz';

/** Of tenants and kinds of streams. */
const nameLetters = lettersOf(`${SMALL}${DIGITS}_`);

export interface TenantBrand {
  readonly Tenant: unique symbol;
}

/** One organisation's share of a store: `[a-z0-9_]{1,64}`. @source stores.md section 1 */
export const Tenant = t.brand(
  t.string,
  (s): s is t.Branded<string, TenantBrand> => s.length >= 1 && s.length <= 64 && isMadeOf(nameLetters, s),
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
  if (dash < 1 || dash > 64 || !isMadeOf(nameLetters, text.slice(0, dash))) return false;
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

/** The form of a UUID: `x` is any digit, `v` a version, `w` the variant of RFC 9562. */
const UUID = 'xxxxxxxx-xxxx-vxxx-wxxx-xxxxxxxxxxxx';
const uuidLetters = {
  x: lettersOf(`${DIGITS}abcdef`),
  v: lettersOf('12345678'),
  w: lettersOf('89ab'),
  '-': lettersOf('-'),
};
const uuidForm = Array.from(UUID, (place) => uuidLetters[place as keyof typeof uuidLetters]);

const isUuid = (text: string): boolean => {
  if (text.length !== UUID.length) return false;
  for (let i = 0; i < UUID.length; i++) if (uuidForm[i]?.[text.charCodeAt(i)] !== 1) return false;
  return true;
};

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
  (s): s is t.Branded<string, BusinessIdBrand> => isPlainId(s) || isBusinessId(s),
  'BusinessId',
);
export type BusinessId = t.TypeOf<typeof BusinessId>;

const isBusinessId = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._:@+-]*$/u.test(text) && utf8Length(text) <= MAX_ID_BYTES;

const firstLetters = lettersOf(`${DIGITS}${SMALL}${SMALL.toUpperCase()}`);
const plainLetters = lettersOf(`${DIGITS}${SMALL}${SMALL.toUpperCase()}._:@+-`);

/** Most ids are plain ASCII, and told sooner. */
const isPlainId = (text: string): boolean =>
  text.length <= MAX_ID_BYTES && firstLetters[text.charCodeAt(0)] === 1 && isMadeOf(plainLetters, text);
