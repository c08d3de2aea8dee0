import { type Documents, eventOf, type Instant, replay, type View } from '@millrace/kernel';
import { type Project, type ProjectEvent, projectFold, projectStream } from '@millrace/sales';
import type { Draft } from 'immer';
import { byText } from '../count.js';
import type { EventRef } from '../receipt.js';

/** Something that happened to a project. `by`: the revision of its event. */
export interface ProjectEntry<Event extends ProjectEvent = ProjectEvent> {
  readonly by: number;
  readonly at: Instant;
  readonly event: Event;
}

/** Everything that happened to a project, as recorded. */
export interface ProjectDocument {
  readonly entries: ReadonlyArray<ProjectEntry>;
}

/** The files of the projects, by project. @source PRJ-40 */
export const projectsView: View<ProjectEvent, ProjectDocument> = {
  name: 'projects',
  version: 1,
  kinds: ['project'],
  empty: () => ({ entries: [] }),
  on: (event) => [
    {
      key: event.stream.slice('project-'.length),
      change: (doc: Draft<ProjectDocument>): undefined => {
        doc.entries.push({
          by: event.revision,
          at: event.meta.effectiveAt,
          event: eventOf(event) as Draft<ProjectEvent>,
        });
      },
    },
  ],
};

/** What had happened to a project by an instant, as recorded. */
export const entriesUntil = ({ entries }: ProjectDocument, asOf: Instant): ReadonlyArray<ProjectEntry> =>
  entries.every(({ at }) => at <= asOf) ? entries : entries.filter(({ at }) => at <= asOf);

/** A project as it stood at an instant. */
export const projectAsOf = (document: ProjectDocument, asOf: Instant): Project =>
  replay(
    projectFold,
    entriesUntil(document, asOf).map(({ event }) => event),
  );

/** The documents in the order of their ids. */
export const byProject = <Document>(documents: Documents<Document>): ReadonlyArray<readonly [string, Document]> =>
  [...documents].sort(([a], [b]) => byText(a, b));

/** Where an event of a project stands. */
export const projectReceipt = (project: string, { by }: Pick<ProjectEntry, 'by'>): EventRef => ({
  stream: projectStream(project),
  revision: by,
});

/** Whether an entry is of a type, or of one of several. */
export const isOf =
  <Type extends ProjectEvent['type']>(...types: ReadonlyArray<Type>) =>
  (entry: ProjectEntry): entry is ProjectEntry<Extract<ProjectEvent, { readonly type: Type }>> =>
    types.some((type) => type === entry.event.type);
