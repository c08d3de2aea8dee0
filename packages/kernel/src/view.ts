import type { Draft } from 'immer';
import { canonicalText } from './canonical.js';
import type { DomainEvent } from './decider.js';
import type { Sha256 } from './encode.js';
import type { Envelope } from './envelope.js';
import type { Json } from './json.js';

/** What one event does to one document: edits the draft, or returns what replaces it. */
export interface Change<Document> {
  readonly key: string;
  readonly change: (draft: Draft<Document>) => Draft<Document> | undefined;
}

/**
 * What a history shows, as keyed documents.
 *
 * A document holds its own unit's moves and nothing that a store adds (no position, no
 * `recordedAt`), so equal histories give equal documents; queries are plain functions over them.
 * Every change names its key, so any number can say which events made it.
 *
 * @source design.md decision 10
 */
export interface View<Event extends DomainEvent<string, unknown>, Document> {
  readonly name: string;
  /** Raised with every change of meaning; documents at rest of another version are rebuilt. */
  readonly version: number;
  /** Kinds of streams whose events it is shown. */
  readonly kinds: ReadonlyArray<string>;
  /** The document of a key nothing has happened to. */
  readonly empty: (key: string) => Document;
  readonly on: (event: Envelope<Event>) => ReadonlyArray<Change<Document>>;
}

/** The documents of a view, by key, in no order that means anything. */
export type Documents<Document> = ReadonlyMap<string, Document>;

/**
 * Shows one event to a view whose documents are private to the caller: they are edited in place.
 */
export const showEvent = <Event extends DomainEvent<string, unknown>, Document>(
  view: View<Event, Document>,
  documents: Map<string, Document>,
  event: Envelope<Event>,
): void => {
  for (const { key, change } of view.on(event)) {
    const standing = documents.get(key);
    const document = (standing === undefined ? view.empty(key) : standing) as Draft<Document>;
    const replaced = change(document);
    const changed = (replaced === undefined ? document : replaced) as Document;
    if (changed !== standing) documents.set(key, changed);
  }
};

/** The documents that `events` lead to. */
export const project = <Event extends DomainEvent<string, unknown>, Document>(
  view: View<Event, Document>,
  events: Iterable<Envelope<Event>>,
): Map<string, Document> => {
  const documents = new Map<string, Document>();
  for (const event of events) showEvent(view, documents, event);
  return documents;
};

/** A digest of a view's documents: equal documents have equal digests, whatever order they came in. */
export const digestOf = <Document>(
  { name, version }: Pick<View<never, Document>, 'name' | 'version'>,
  documents: Documents<Document>,
  sha256: Sha256,
): string => {
  const lines = [...documents].map(([key, document]) => canonicalText([key, document as Json]));
  return sha256(canonicalText([name, version, ...lines.sort()]));
};
