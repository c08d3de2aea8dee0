import {
  type CorruptHistory,
  type DomainEvent,
  type Envelope,
  type EventSet,
  type EventStore,
  type Instant,
  kindOf,
  openStored,
  type Position,
  type ReadError,
  readEvent,
  type StoredEvent,
  showEvent,
  type View,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { breathe } from '../paging.js';

/** The events of every kind of stream that is understood, by kind. */
export type EventSets = ReadonlyMap<string, EventSet<DomainEvent<string, unknown>>>;

/**
 * A view of any documents.
 *
 * What a view takes is `never` here, so that every view is one of these and none can be shown another's
 * documents by mistake.
 */
export interface AnyView extends Pick<View<never, unknown>, 'name' | 'version' | 'kinds' | 'empty'> {
  readonly on: (event: never) => ReadonlyArray<{ readonly key: string; readonly change: (draft: never) => unknown }>;
}

/** How much of the log is known: up to a position, up to a time of recording, or all there is. */
export type KnownAt = { readonly position: Position } | { readonly time: Instant };

export interface ProjectOptions<Views extends { readonly [name: string]: AnyView }> {
  readonly store: EventStore;
  readonly eventsOf: EventSets;
  readonly views: Views;
  readonly knownAt?: KnownAt;
  /** Called after each page with the number of events read so far. */
  readonly onProgress?: (events: number) => void;
}

/** The documents of a view. */
export type DocumentsOf<V> = V extends View<never, infer Document> ? Map<string, Document> : never;

/** The documents of several views, and how much of the log they show. */
export interface Projection<Views extends { readonly [name: string]: AnyView }> {
  readonly documents: { readonly [Name in keyof Views]: DocumentsOf<Views[Name]> };
  /** Position of the last event shown, 0 for none. */
  readonly position: Position;
  /** Events read. */
  readonly events: number;
}

const PAGE = 2_000;

/**
 * Shows the log to views, from its beginning, in pages; between two of them the rest of the process
 * has its turn.
 *
 * Streams of kinds nobody registered are another's business and passed over; an event of a known
 * kind that cannot be read is an error, never skipped.
 *
 * @source design.md decisions 10 and 11, trust.md LAW-29, LAW-31
 */
export const projectLog =
  <Views extends { readonly [name: string]: AnyView }>({
    store,
    eventsOf,
    views,
    knownAt,
    onProgress,
  }: ProjectOptions<Views>): TaskEither<ReadError | CorruptHistory, Projection<Views>> =>
  async () => {
    const shown = viewers(views);
    const documents = shown.documents as Projection<Views>['documents'];
    let read: Position = 0;
    let position: Position = 0;
    let events = 0;
    for (;;) {
      const page = await store.readAll(read, PAGE)();
      if (E.isLeft(page)) return page;
      if (page.right.upTo <= read) return E.right({ documents, position, events });
      const known = knownOf(page.right.events, knownAt);
      for (const stored of known) {
        const failed = show(stored, eventsOf, shown.byKind);
        if (failed !== undefined) return E.left(failed);
      }
      events += known.length;
      position = known.at(-1)?.position ?? position;
      onProgress?.(events);
      if (known.length < page.right.events.length) return E.right({ documents, position, events });
      read = page.right.upTo;
      await breathe();
    }
  };

/** The events before the first one that is not known. */
const knownOf = (events: ReadonlyArray<StoredEvent>, knownAt: KnownAt | undefined): ReadonlyArray<StoredEvent> => {
  if (knownAt === undefined) return events;
  const end = events.findIndex((stored) => !isKnown(stored, knownAt));
  return end < 0 ? events : events.slice(0, end);
};

const isKnown = ({ position, recordedAt }: StoredEvent, knownAt: KnownAt): boolean =>
  'position' in knownAt ? position <= knownAt.position : recordedAt <= knownAt.time;

/** Something an event is shown to. */
export type Viewer = (event: Envelope) => void;

/** Views with documents of their own, and who looks at which kind of stream. */
export interface Viewers {
  readonly documents: { readonly [name: string]: Map<string, unknown> };
  readonly byKind: ReadonlyMap<string, ReadonlyArray<Viewer>>;
}

/** Gives each view empty documents. */
export const viewers = (views: { readonly [name: string]: AnyView }): Viewers => {
  const documents: { [name: string]: Map<string, unknown> } = {};
  const byKind = new Map<string, Array<Viewer>>();
  for (const [name, registered] of Object.entries(views)) {
    const view = registered as View<DomainEvent<string, unknown>, unknown>;
    const own = new Map<string, unknown>();
    documents[name] = own;
    for (const kind of view.kinds) {
      byKind.set(kind, [...(byKind.get(kind) ?? []), (event) => showEvent(view, own, event)]);
    }
  }
  return { documents, byKind };
};

/** Opens an event and shows it to who looks at its kind; what cannot be read is returned. */
export const show = (
  stored: StoredEvent,
  eventsOf: EventSets,
  byKind: Viewers['byKind'],
): CorruptHistory | undefined => {
  const kind = kindOf(stored.stream);
  const events = eventsOf.get(kind);
  if (events === undefined) return undefined;
  const opened = openStored(stored);
  if (E.isLeft(opened)) return opened.left;
  const read = readEvent(events, opened.right);
  if (E.isLeft(read)) return read.left;
  for (const viewer of byKind.get(kind) ?? []) viewer(read.right);
  return undefined;
};
