/** What every view of people, periods, credit and boards keeps: each law is asked of each of them. */
import { liveViews, projectLog } from '@millrace/engine';
import {
  type DomainEvent,
  digestOf,
  type Envelope,
  type Instant,
  kindOf,
  project,
  showEvent,
  type View,
} from '@millrace/kernel';
import { views } from '@millrace/projections';
import { salesPeriodHistories } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { sha256 } from './support/log.js';
import type { ViewOfPeriods } from './support/periods.js';
import { eventsOf, storeWith } from './support/store.js';
import { weave } from './support/weave.js';

type Log = ReadonlyArray<Envelope>;
type AnyView = View<DomainEvent<string, unknown>, unknown>;

/** Whether each document is about one stream; the ledger of credits sets sales and periods against each other. */
const ofOneStream: { readonly [Name in ViewOfPeriods]: boolean } = {
  organisation: true,
  periods: true,
  credits: false,
  pledges: true,
  publications: true,
};

const registered = (Object.keys(ofOneStream) as ReadonlyArray<ViewOfPeriods>).map((name) => ({
  name,
  view: views[name] as unknown as AnyView,
}));

const digestBy =
  (view: AnyView) =>
  (documents: ReadonlyMap<string, unknown>): string =>
    digestOf(view, documents, sha256);

/** Histories as far as a view is shown them. */
const historiesOf = (view: AnyView) =>
  salesPeriodHistories({ length: 40 }).map(
    (log): Log => log.filter(({ stream }) => view.kinds.includes(kindOf(stream))),
  );

describe.each(registered)('$name', ({ view }) => {
  const digest = digestBy(view);
  const histories = historiesOf(view);

  test('LOG-1, LOG-2, LAW-19: shown event by event, it is at every position what a rebuild makes of the prefix', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 6 }), (log, first) => {
        const grown = new Map<string, unknown>();
        for (const [i, event] of log.entries()) {
          showEvent(view, grown, event);
          if (i % 7 === first) expect(digest(grown)).toBe(digest(project(view, log.slice(0, i + 1))));
        }
      }),
      { numRuns: 10, endOnFailure: true },
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
      { numRuns: 10, endOnFailure: true },
    );
  });

  test('LAW-31, LOG-6: as known at a position it is the fold of that prefix, whatever came after', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (log, cut) => {
        const known = log.slice(0, cut % (log.length + 1));
        const position = known.at(-1)?.position ?? 0;
        const read = await projectLog({ store: storeWith(log), eventsOf, views: { view }, knownAt: { position } })();
        const there = E.isRight(read) ? read.right : expect.unreachable(JSON.stringify(read.left));
        expect(there.position).toBe(position);
        expect(digest(there.documents.view)).toBe(digest(project(view, known)));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

const streamsOf = (log: Log): ReadonlyArray<Log> =>
  [...new Set(log.map(({ stream }) => stream))].map((stream) => log.filter((event) => event.stream === stream));

describe.each(registered.filter(({ name }) => ofOneStream[name]))('$name', ({ view }) => {
  const digest = digestBy(view);
  const histories = historiesOf(view);

  test('LOG-3, LAW-16: streams may be woven in any order, and numbered and dated anew', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (log, picks) => {
        const woven = weave(streamsOf(log), picks).map((event, i) => ({
          ...event,
          position: 1_000 + 7 * i,
          meta: { ...event.meta, recordedAt: `2031-01-01T00:00:${String(i % 60).padStart(2, '0')}.000Z` as Instant },
        }));
        expect(digest(project(view, woven))).toBe(digest(project(view, log)));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
