/** What every view of projects keeps. */
import { liveViews, projectLog } from '@millrace/engine';
import { type DomainEvent, digestOf, project, showEvent, type View } from '@millrace/kernel';
import { views } from '@millrace/projections';
import { projectLogs } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../support/log.js';
import { projectHistories, projectsIn } from '../support/project-histories.js';
import type { ViewOfProjects } from '../support/projects.js';
import { eventsOf, storeWith } from '../support/store.js';
import { weave } from '../support/weave.js';

type AnyView = View<DomainEvent<string, unknown>, unknown>;

const names: { readonly [Name in ViewOfProjects]: Name } = {
  pipeline: 'pipeline',
  projects: 'projects',
  gates: 'gates',
};

describe.each(Object.values(names))('%s', (name) => {
  const view = views[name] as unknown as AnyView;
  const histories = fc.oneof(
    projectHistories,
    projectLogs({ length: 120 }).map(({ log }) => log),
  );
  const digest = (documents: ReadonlyMap<string, unknown>): string => digestOf(view, documents, sha256);

  test('LOG-1, LOG-2, LAW-19: shown event by event, it is at every position what a rebuild makes of the prefix', () => {
    fc.assert(
      fc.property(histories, (log) => {
        const grown = new Map<string, unknown>();
        for (const [i, event] of log.entries()) {
          showEvent(view, grown, event);
          if (i % 5 === 0) expect(digest(grown)).toBe(digest(project(view, log.slice(0, i + 1))));
        }
      }),
      { numRuns: 20 },
    );
  });

  test('LOG-3, LAW-16: projects may be woven in any order', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (log, picks) => {
        const streams = projectsIn(log).map((id) => log.filter(({ stream }) => stream === `project-${id}`));
        const woven = weave(streams, picks).map((event, i) => ({ ...event, position: 1_000 + 7 * i }));
        expect(digest(project(view, woven))).toBe(digest(project(view, log)));
      }),
      { numRuns: 30 },
    );
  });

  test('LOG-4, LAW-20: any suffix handed out again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }), async (log, cuts) => {
        const again = cuts.map(([from, to]) => log.slice(from % (log.length + 1), to % (log.length + 1)));
        const deliveries = [log.slice(0, log.length / 2), log.slice(log.length / 4), ...again, log].filter(
          ({ length }) => length > 0,
        );
        const live = liveViews({ store: storeWith(log, deliveries), eventsOf, views: { view } });
        expect(await live.ended).toEqual({ type: 'Stopped' });
        expect(digest(live.documents.view)).toBe(digest(project(view, log)));
      }),
      { numRuns: 20 },
    );
  });

  test('LAW-31, LOG-6: as known at a position it is the fold of that prefix, whatever came after', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (log, cut) => {
        const known = log.slice(0, cut % (log.length + 1));
        const knownAt = { position: known.at(-1)?.position ?? 0 };
        const read = await projectLog({ store: storeWith(log), eventsOf, views: { view }, knownAt })();
        expect(E.isRight(read) && digest(read.right.documents.view)).toBe(digest(project(view, known)));
      }),
      { numRuns: 20 },
    );
  });
});
