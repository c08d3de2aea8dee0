/** What every view of customers keeps, whatever it shows: each law is asked of each of them. */
import { liveViews, projectLog } from '@millrace/engine';
import { digestOf, type Instant, project, showEvent, type View } from '@millrace/kernel';
import {
  type FunnelDocument,
  funnelReport,
  type OwnershipDocument,
  ownershipReport,
  views,
} from '@millrace/projections';
import { type CustomerEvent, customerEvents } from '@millrace/sales';
import { customerHistories } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { askedLogs, LATER, standard } from './support/arbitraries.js';
import { entered, type Log, logOf, sha256 } from './support/log.js';
import { allOf, streamsOf } from './support/oracle/events.js';
import type { ViewOfPeriods } from './support/periods.js';
import type { ViewOfProjects } from './support/projects.js';
import { eventsOf, storeWith } from './support/store.js';
import { weave } from './support/weave.js';

type Documents = ReadonlyMap<string, unknown>;

/** The others stand in `views-of-periods.test.ts` and `pipeline/view.test.ts`. */
type ViewOfCustomers = Exclude<keyof typeof views, ViewOfPeriods | ViewOfProjects>;

/** Each view, and all that is asked of its documents as of an instant. */
const asked: { readonly [Name in ViewOfCustomers]: (documents: Documents, asOf: Instant) => unknown } = {
  funnel: (documents, asOf) =>
    (['custodian', 'source', 'month'] as const).map((by) =>
      funnelReport(documents as ReadonlyMap<string, FunnelDocument>, { definition: standard, asOf, by }),
    ),
  ownership: (documents, asOf) => ownershipReport(documents as ReadonlyMap<string, OwnershipDocument>, asOf),
};

const registered = (Object.keys(asked) as ReadonlyArray<ViewOfCustomers>).map((name) => ({
  name,
  view: views[name] as View<CustomerEvent, unknown>,
  answer: asked[name],
}));

test('a view is registered under its own name', () => {
  expect(Object.values(views).map(({ name }) => name)).toEqual(Object.keys(views));
});

describe.each(registered)('$name', ({ view, answer }) => {
  const digest = (documents: Documents): string => digestOf(view, documents, sha256);

  test('LOG-1, LOG-2, LAW-19: shown event by event, it is at every position what a rebuild makes of the prefix', () => {
    fc.assert(
      fc.property(customerHistories({ length: 40 }), (log) => {
        const grown = new Map<string, unknown>();
        for (const [i, event] of log.entries()) {
          showEvent(view, grown, event);
          expect(digest(grown)).toBe(digest(project(view, log.slice(0, i + 1))));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('LOG-3, LAW-16: streams may be woven in any order, and stores may number and date their events anew', () => {
    fc.assert(
      fc.property(customerHistories(), fc.infiniteStream(fc.nat()), (log, picks) => {
        const woven = weave(streamsOf(log), picks).map((event, i) => ({
          ...event,
          position: 1_000 + 7 * i,
          meta: { ...event.meta, recordedAt: `2031-01-01T00:00:${String(i % 60).padStart(2, '0')}.000Z` as Instant },
        }));
        expect(digest(project(view, woven))).toBe(digest(project(view, log)));
        expect(answer(project(view, woven), LATER)).toEqual(answer(project(view, log), LATER));
      }),
    );
  });

  test('LOG-4, LAW-20: any suffix handed out again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        customerHistories(),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
        async (log, cuts) => {
          const again = cuts.map(([from, to]) => log.slice(from % (log.length + 1), to % (log.length + 1)));
          const deliveries = [log.slice(0, log.length / 2), log.slice(log.length / 4), ...again, log].filter(
            ({ length }) => length > 0,
          );
          const live = liveViews({ store: storeWith(log, deliveries), eventsOf, views: { view } });
          expect(await live.ended).toEqual({ type: 'Stopped' });
          expect(digest(live.documents.view)).toBe(digest(project(view, log)));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('LAW-31, LAW-29, LOG-6: as known at a position or a time it is the fold of that prefix, whatever came after', async () => {
    await fc.assert(
      fc.asyncProperty(askedLogs(customerHistories()), fc.nat(), async ({ log, asOf }, cut) => {
        const known = log.slice(0, cut % (log.length + 1));
        const position = known.at(-1)?.position ?? 0;
        const ask = async (knownAt: { position: number } | { time: Instant }, of: Log = log) => {
          const shown = await projectLog({ store: storeWith(of), eventsOf, views: { view }, knownAt })();
          return E.isRight(shown) ? shown.right : expect.unreachable();
        };
        const here = await ask({ position });
        expect(here.position).toBe(position);
        expect(digest(here.documents.view)).toBe(digest(project(view, known)));
        expect(answer(here.documents.view, asOf)).toEqual(answer(project(view, known), asOf));
        expect(await ask({ position }, known)).toEqual(here);

        const time = known.at(-1)?.meta.recordedAt ?? ('2000-01-01T00:00:00.000Z' as Instant);
        const then = log.filter(({ meta }) => meta.recordedAt <= time);
        expect(digest((await ask({ time })).documents.view)).toBe(digest(project(view, then)));
      }),
      { numRuns: 50 },
    );
  });

  test('LOG-5: as of an instant it ignores what is effective later, but for the moves that a correction dated back', () => {
    fc.assert(
      fc.property(askedLogs(), ({ log, asOf }) => {
        const corrections = allOf(log, 'JourneyMoveCorrected').filter(({ meta }) => meta.effectiveAt <= asOf);
        const isTarget = (event: Log[number]): boolean =>
          corrections.some(({ stream, data }) => stream === event.stream && data.target === event.revision);
        const happened = log.filter((event) => event.meta.effectiveAt <= asOf || isTarget(event));
        expect(answer(project(view, happened), asOf)).toEqual(answer(project(view, log), asOf));
      }),
    );
  });

  test('LAW-30: as of now, when the last event was recorded, there stands what stands at any later time', () => {
    fc.assert(
      fc.property(customerHistories(), (log) => {
        const now = log.at(-1)?.meta.recordedAt ?? LATER;
        expect(standing(answer(project(view, log), now))).toEqual(standing(answer(project(view, log), LATER)));
      }),
    );
  });

  test('before anything happened there is nothing', () => {
    fc.assert(
      fc.property(customerHistories(), (log) => {
        const before = '2020-01-01T00:00:00.000Z' as Instant;
        expect(answer(project(view, log), before)).toEqual(answer(new Map(), before));
      }),
    );
  });

  test('FUN-13: a document is made by the events of its own customer alone', () => {
    fc.assert(
      fc.property(customerHistories(), (log) => {
        const together = project(view, log);
        for (const own of streamsOf(log)) {
          for (const [key, document] of project(view, own)) expect(together.get(key)).toEqual(document);
        }
      }),
    );
  });

  test('it has a word for every event there is, and an unknown one is a defect, not a silence', () => {
    const [event] = logOf(entered('2026-01-05T00:00:00.000Z', 'c1'));
    if (event === undefined) return expect.unreachable();
    const data = { sheet: {}, changes: {} };
    for (const type of customerEvents.types)
      expect(() => view.on({ ...event, type, data } as unknown as Log[number])).not.toThrow();
    expect(() => view.on({ ...event, type: 'CustomerSneezed' } as unknown as Log[number])).toThrow();
  });
});

/** An answer without what grows as time goes by. */
const standing = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (key, value: unknown) => {
      if (key === 'openMillis') return undefined;
      return value instanceof Map ? [...value] : value;
    }),
  );
