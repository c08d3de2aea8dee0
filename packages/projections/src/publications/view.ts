import type { Envelope, View } from '@millrace/kernel';
import type { BoardDefinition, BoardEvent } from '@millrace/sales';
import type { Draft } from 'immer';

/** A board as it was shown: derived again, its rows must have this digest. */
export interface Shown {
  readonly by: number;
  readonly asOf: string;
  readonly knownAt: number;
  readonly rows: number;
  readonly digest: string;
  /** Why it was shown anew; nothing for the publication itself. */
  readonly reason: string | null;
}

export interface PublicationDocument {
  readonly definition: BoardDefinition | null;
  readonly shown: ReadonlyArray<Shown>;
}

/** The published boards and their corrections, by board. @source ORG-45, LDB-7 */
export const publicationsView: View<BoardEvent, PublicationDocument> = {
  name: 'publications',
  version: 1,
  kinds: ['board'],
  empty: () => ({ definition: null, shown: [] }),
  on: (event) => [
    {
      key: event.stream.slice('board-'.length),
      change: (doc: Draft<PublicationDocument>): undefined => show(doc, event),
    },
  ],
};

const show = (doc: Draft<PublicationDocument>, { type, data, revision: by }: Envelope<BoardEvent>): undefined => {
  const event = { type, data } as BoardEvent;
  const { asOf, knownAt, rows, digest } = event.data;
  if (event.type === 'LeaderboardPublished') doc.definition = event.data.definition as Draft<BoardDefinition>;
  const reason = event.type === 'LeaderboardCorrected' ? event.data.reason : null;
  doc.shown.push({ by, asOf, knownAt, rows, digest, reason });
};
