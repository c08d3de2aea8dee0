import {
  type Currency,
  type Envelope,
  type Instant,
  kindOf,
  type Position,
  project,
  type View,
} from '@millrace/kernel';
import {
  creditsView,
  hindsight,
  organisationView,
  type PledgeDocuments,
  periodsView,
  pledgeBoard,
  pledgesView,
  settlementPlan,
} from '@millrace/projections';
import { donationOf, isMet, type PledgeEvent, pledgeStream, type Terms } from '@millrace/sales';
import { achievedOf, cutOffOf, playSalesPeriod, type SalesEvent, salesPeriodScripts } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { right } from '../support/settle.js';

type Log = ReadonlyArray<Envelope<SalesEvent>>;

const shown = <Document>(view: View<never, Document>, log: Log, knownAt: Position): Map<string, Document> =>
  project(
    view as unknown as View<SalesEvent, Document>,
    log.filter(({ stream, position }) => position <= knownAt && view.kinds.includes(kindOf(stream))),
  );

/** Everything as known at a position, the organisation as known at another. */
const documentsOf = (log: Log, knownAt: Position, organisation: Position = knownAt): PledgeDocuments => ({
  pledges: shown(pledgesView, log, knownAt),
  periods: shown(periodsView, log, knownAt),
  credits: shown(creditsView, log, knownAt),
  organisation: shown(organisationView, log, organisation),
});

const END = Number.MAX_SAFE_INTEGER;

/** The periods of a log that were cut off, and where. */
const cutOffs = (log: Log): ReadonlyArray<readonly [string, Position]> =>
  log.flatMap(({ type, stream, position }) =>
    type === 'PeriodCutOff' ? [[stream.slice('period-'.length), position] as const] : [],
  );

const playedScripts = salesPeriodScripts({ length: 30 }).map((script) => ({
  ...script,
  log: playSalesPeriod(script).log,
}));

/** What a settled pledge recorded when it was settled. */
const settledAs = (log: Log, stream: string) => {
  const at = log.findIndex((event) => event.stream === stream && event.type === 'PledgeSettled');
  const data = log[at]?.data as Extract<PledgeEvent, { type: 'PledgeSettled' }>['data'] | undefined;
  const following = log.slice(at + 1).filter((event) => event.stream === stream);
  const end = following.findIndex(({ type }) => type !== 'RewardGranted' && type !== 'DonationProposed');
  return { data, following: end < 0 ? following : following.slice(0, end) };
};

describe('laws of pledges', () => {
  it('PLG-1 PLG-2 PLG-6 PLG-10 PLG-11 PLG-14 the plan at the cut-off is what counting event by event gives, and what is settled', () => {
    fc.assert(
      fc.property(playedScripts, ({ log }) => {
        for (const [label, position] of cutOffs(log)) {
          const documents = documentsOf(log, position);
          const opened = documents.periods.get(label)?.state;
          if (opened?.phase !== 'opened') throw new TypeError(`not opened: ${label}`);
          for (const { id, name, achieved, met, donation, rewards } of right(settlementPlan(documents, label))) {
            const state = documents.pledges.get(id)?.state;
            if (state?.phase !== 'sworn') throw new TypeError(`not sworn: ${id}`);
            const terms: Terms = state.terms;
            const { start, end } = opened;
            const count = { person: name.person, unit: name.unit, basis: terms.creditBasis, start, end };
            expect(achieved.minor).toBe(achievedOf(log, count, position));
            expect(met).toBe(isMet(terms, achieved));
            expect(donation).toEqual(donationOf(terms, achieved));
            expect(donation.minor >= 0 && donation.minor <= terms.donation.minor).toBe(true);
            const { data, following } = settledAs(log, pledgeStream(name));
            expect(data).toEqual({ achieved, met, cutOff: position });
            expect(following.map((event) => event.data)).toEqual([
              ...rewards,
              ...(donation.minor > 0 ? [{ amount: donation, cause: 'settlement' }] : []),
            ]);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('PLG-6 PLG-12 after the cut-off no row of the board changes its achieved, target or met', () => {
    fc.assert(
      fc.property(playedScripts, ({ log, zone }) => {
        const asOf = '2028-01-01T00:00:00.000Z' as Instant;
        for (const [label, position] of cutOffs(log)) {
          const question = { period: label, asOf, currency: 'CNY' as Currency, zone };
          const then = right(pledgeBoard(documentsOf(log, position), question));
          const now = right(pledgeBoard(documentsOf(log, END, position), question));
          const numbers = ({ rows }: typeof then) => rows.map(({ id, achieved, target }) => [id, achieved, target]);
          expect(numbers(now)).toEqual(numbers(then));
          expect([now.totals.achieved, now.totals.target]).toEqual([then.totals.achieved, then.totals.target]);
          for (const { state, met, achieved, target, attainmentBp } of now.rows) {
            expect(met).toBe(state === 'withdrawn' ? null : achieved.minor >= target.minor);
            expect(attainmentBp >= 10_000).toBe(achieved.minor >= target.minor);
          }
          const { pledges, settled, met, missed } = now.totals;
          expect([settled, met + missed]).toEqual([pledges, pledges]);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('PLG-6 PLG-17 hindsight is what counting everything posted gives, by the memberships known at the cut-off', () => {
    fc.assert(
      fc.property(playedScripts, ({ log }) => {
        const known = cutOffs(log);
        for (const [label, position] of known) {
          const next = known.find(([one]) => one > label && one.includes('Q') === label.includes('Q'));
          if (next === undefined) continue;
          const [postedUpTo, later] = next;
          const documents = documentsOf(log, later, position);
          const opened = documents.periods.get(label)?.state;
          if (opened?.phase !== 'opened') throw new TypeError(`not opened: ${label}`);
          const { start, end } = opened;
          const pledges = shown(pledgesView, log, END);
          for (const { id, name, settled, achieved } of right(
            hindsight({ ...documents, pledges }, { period: label, postedUpTo }),
          )) {
            const state = pledges.get(id)?.state;
            if (state?.phase !== 'settled') throw new TypeError(`not settled: ${id}`);
            const count = { person: name.person, unit: name.unit, basis: state.terms.creditBasis, start, end };
            expect(achieved.minor).toBe(achievedOf(log, count, later, cutOffOf(log, label)));
            expect(settled).toEqual(state.achieved);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('PLG-16 the order in which credits were recorded before the cut-off changes nothing of the settlement', () => {
    fc.assert(
      fc.property(playedScripts, fc.infiniteStream(fc.nat({ max: 1_000_000 })), ({ log }, keys) => {
        for (const [label, position] of cutOffs(log)) {
          const known = log.filter((event) => event.position <= position);
          const sales = known
            .filter(({ stream }) => kindOf(stream) === 'sale')
            .map((event) => ({ event, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ event }) => event);
          const shuffled = [...sales, ...known.filter(({ stream }) => kindOf(stream) !== 'sale')];
          const plan = right(settlementPlan(documentsOf(shuffled, position), label));
          expect(plan).toEqual(right(settlementPlan(documentsOf(log, position), label)));
        }
      }),
      { numRuns: 10 },
    );
  });
});
