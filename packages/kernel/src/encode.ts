import * as E from 'fp-ts/lib/Either.js';
import { v5 } from 'uuid';
import { canonicalJson } from './canonical.js';
import type { DomainEvent } from './decider.js';
import type { EventSet } from './event-set.js';
import type { BusinessId, CommandId, EventId, StreamId, Tenant } from './ids.js';
import type { NotJson } from './json.js';
import { utf8Length } from './utf8.js';

/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal; given to the kernel by whoever has one. */
export type Sha256 = (text: string) => string;

/** An event made ready for a store: its bytes are settled here and kept exactly. */
export interface EncodedEvent {
  readonly id: EventId;
  readonly type: string;
  /** Canonical JSON of the envelope without position, revision and recordedAt. */
  readonly text: string;
  /** Length of `text` in bytes of UTF-8. */
  readonly bytes: number;
}

/** What the events of one command have in common. */
export interface Provenance {
  readonly tenant: Tenant;
  readonly actor: BusinessId;
  readonly role: BusinessId;
  readonly commandId: CommandId;
  /** What was asked, as a hash without personal fields: the same id with another digest is another command. */
  readonly commandDigest: string;
  readonly correlationId: string;
  /** The event or command that caused it; absent where a person did. */
  readonly causationId?: string;
  /** The version of the playbook the decision was taken under; absent before one was published. */
  readonly playbook?: string;
}

/** One event of a command, and the stream it goes to. */
export interface NewEvent {
  readonly stream: StreamId;
  readonly event: DomainEvent<string, unknown>;
  readonly events: EventSet<DomainEvent<string, unknown>>;
}

/** An event that cannot be stored. */
export type EncodeError =
  | (NotJson & { readonly event: string })
  | { readonly type: 'EventTooLarge'; readonly event: string; readonly limit: number; readonly actual: number };

/** Most bytes of one event's text. @source trust.md REL-8 */
export const MAX_EVENT_BYTES = 1_048_576;

/** Namespace of event ids. @source RFC 9562 section 6.5 */
const EVENT_NAMESPACE = '5b0fd1a5-9a5c-4f7e-8a3c-6d2f0c1b7e94';

/**
 * The bytes of a command's events: the one place where they are made.
 *
 * An event's id is a UUID v5 over command id, index, count and a digest of its content without
 * personal fields; so the same decision stored again has the same ids, and other content has not.
 *
 * @source design.md decision 2
 * @throws RangeError for an event that is not of its set, TypeError for data that its own codec
 * refuses: stored, it could never be read again.
 */
export const encodeEvents = (
  drafts: ReadonlyArray<NewEvent>,
  provenance: Provenance,
  sha256: Sha256,
): E.Either<EncodeError, ReadonlyArray<EncodedEvent>> => {
  const encoded: Array<EncodedEvent> = [];
  for (const [index, draft] of drafts.entries()) {
    const event = encodeOne(draft, provenance, sha256, index, drafts.length);
    if (E.isLeft(event)) return event;
    encoded.push(event.right);
  }
  return E.right(encoded);
};

const encodeOne = (
  { stream, event, events }: NewEvent,
  { actor, role, commandId, ...rest }: Provenance,
  sha256: Sha256,
  index: number,
  count: number,
): E.Either<EncodeError, EncodedEvent> => {
  const { type, data, effectiveAt } = event;
  const schema = events.schemaOf(type);

  const content = canonicalJson({ type, schema, data: events.impersonal(type, data), effectiveAt, actor, role });
  if (E.isLeft(content)) return E.left({ ...content.left, event: type });
  const readable = events.read(type, schema, data);
  if (E.isLeft(readable)) throw new TypeError(`the data of ${type} do not fit it: ${JSON.stringify(readable.left)}`);
  const id = v5(`${commandId}/${index}/${count}/${sha256(content.right)}`, EVENT_NAMESPACE) as EventId;

  const text = canonicalJson({
    id,
    stream,
    type,
    schema,
    data,
    meta: { ...rest, actor, role, commandId, effectiveAt },
  });
  if (E.isLeft(text)) return E.left({ ...text.left, event: type });

  const bytes = utf8Length(text.right);
  return bytes > MAX_EVENT_BYTES
    ? E.left({ type: 'EventTooLarge', event: type, limit: MAX_EVENT_BYTES, actual: bytes })
    : E.right({ id, type, text: text.right, bytes });
};
