/** Laws of the board over generated histories. @source metrics.md section 6 F, G */
import { type Documents, project } from '@millrace/kernel';
import {
  type OrganisationDocument,
  type PipelineBy,
  pipelineUnitsOf,
  pipelineView,
  probabilityOf,
  views,
} from '@millrace/projections';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { shown, toldOf } from '../support/organisation.js';
import { boardOf } from '../support/pipeline.js';
import { type Card, cardsOf, shanghaiDay, weighted } from '../support/pipeline-oracle.js';
import {
  AFTER,
  askedProjects,
  momentAfter,
  projectHistories,
  projectsIn,
  stateOf,
} from '../support/project-histories.js';
import { deals, longer, tell, usd } from '../support/projects.js';
import { joins, joinsTeam, opensUnit } from '../support/said.js';

const OUTCOMES = ['won', 'lost', 'disqualified', 'dormant', 'duplicate'] as const;

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, n) => all + n, 0);
const total = (cards: ReadonlyArray<Card>): number => sum(cards.map(({ minor = 0 }) => minor));
const quarterOf = (at: string): string => {
  const there = new Date(Date.parse(at) + 8 * 3_600_000);
  return `${there.getUTCFullYear()}-Q${Math.floor(there.getUTCMonth() / 3) + 1}`;
};

/** What a board says of these cards. */
const counted = (cards: ReadonlyArray<Card>) => {
  const open = cards.filter(({ outcome }) => outcome === undefined);
  const won = cards.filter(({ outcome }) => outcome === 'won');
  const duplicates = cards.filter(({ outcome }) => outcome === 'duplicate').length;
  const lost = cards.filter(({ outcome }) => outcome === 'lost').map(({ reason = '' }) => reason);
  return {
    opened: cards.length,
    phases: ['lead', 'talk', 'offer'].map((id) => {
      const there = open.filter(({ phase }) => phase === id);
      return {
        id,
        count: there.length,
        value: usd(total(there)),
        weighted: usd(weighted(there)),
        unvalued: there.filter(({ minor }) => minor === undefined).length,
        unassessed: there.filter(({ bp }) => bp === undefined).length,
      };
    }),
    delivery: ['deliver', 'extend'].map((id) => {
      const there = won.filter(({ phase, closed }) => phase === id && !closed);
      return { id, count: there.length, value: usd(total(there)) };
    }),
    outcomes: Object.fromEntries(
      OUTCOMES.map((outcome) => {
        const there = cards.filter((card) => card.outcome === outcome);
        return [outcome, { count: there.length, value: usd(total(there)) }];
      }),
    ),
    lostReasons: new Map(
      [...new Set(lost)].sort().map((reason) => [reason, lost.filter((one) => one === reason).length]),
    ),
    terminated: won.filter(({ terminated }) => terminated).length,
    wonOfClosed: { numerator: won.length, denominator: cards.length - open.length - duplicates },
    wonOfAll: { numerator: won.length, denominator: cards.length - duplicates },
  };
};

describe('laws of the pipeline board', () => {
  let organisation: Documents<OrganisationDocument>;
  const teams = new Map([
    ['ada', { team: 'shop', region: 'north' }],
    ['bob', { team: 'south', region: 'south' }],
    ['cy', { team: 'shop', region: 'north' }],
  ]);
  beforeAll(async () => {
    const at = '2025-01-01T00:00:00.000Z';
    const units = [
      opensUnit(at, 'north'),
      opensUnit(at, 'middle', 'north'),
      opensUnit(at, 'shop', 'middle'),
      opensUnit(at, 'south'),
    ];
    const people = [...teams].flatMap(([id, { team }]) => [joins(at, id), joinsTeam(at, id, team)]);
    const { log } = await toldOf([...units, ...people, joins(at, 'dan')]);
    organisation = shown(views.organisation, log);
  });

  test('FUN-4, GAT-10, LOG-5: the board is what a person would count from cards, as of any instant', () => {
    fc.assert(
      fc.property(askedProjects, ({ log, asOf }) => {
        const { cycle, ages, groups, template, currency, ...counts } = boardOf(log, { asOf });
        const cards = cardsOf(log, asOf);
        expect(counts).toEqual(counted(cards));
        expect({ groups, template, currency }).toEqual({ groups: [], template: deals.id, currency: 'USD' });
        expect(sum([...counts.phases, ...Object.values(counts.outcomes)].map(({ count }) => count))).toBe(
          counts.opened,
        );
        expect(ages.map(({ project: id, phase, owner, held }) => [id, phase, owner, held])).toEqual(
          cards
            .filter(({ outcome }) => outcome === undefined)
            .map(({ project: id, phase, owner, held }) => [id, phase, owner, held])
            .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
        );
        for (const { firstPass, latest, cumulative, onHold } of ages) {
          expect(Math.max(firstPass, latest)).toBeLessThanOrEqual(cumulative);
          expect(onHold).toBeLessThanOrEqual(latest);
        }
        const days = cards
          .filter(({ outcome }) => outcome === 'won' || outcome === 'lost')
          .map(({ openedAt, endedAt = '' }) => shanghaiDay(endedAt) - shanghaiDay(openedAt));
        expect(cycle.n).toBe(days.length);
        if (days.length === 0) return;
        expect(cycle).toMatchObject({ min: Math.min(...days), max: Math.max(...days) });
        expect(cycle.mean).toEqual({ numerator: sum(days), denominator: days.length });
      }),
    );
  });

  const nameOf = (by: PipelineBy, key: string | null): string | null => {
    if (key === null || by === 'phase' || by === 'product' || by === 'closeQuarter') return null;
    return by === 'owner' ? `N. ${key}` : `Unit ${key}`;
  };

  const keys: { readonly [By in PipelineBy]: (card: Card) => string | null } = {
    phase: ({ decidedIn }) => decidedIn,
    owner: ({ owner }) => owner,
    team: ({ owner }) => teams.get(owner)?.team ?? null,
    region: ({ owner }) => teams.get(owner)?.region ?? null,
    product: ({ product }) => product,
    closeQuarter: ({ endedAt }) => (endedAt === undefined ? null : quarterOf(endedAt)),
  };

  test.each(Object.keys(keys) as ReadonlyArray<PipelineBy>)(
    'FUN-15, LDB-6: split by %s, each part is the board of its own projects, and parts add up to the whole',
    (by) => {
      fc.assert(
        fc.property(askedProjects, ({ log, asOf }) => {
          const board = boardOf(log, { asOf, by, organisation });
          const cards = cardsOf(log, asOf);
          const there = [...new Set(cards.map(keys[by]))];
          expect(new Set(board.groups.map(({ key }) => key))).toEqual(new Set(there));
          for (const { key, name, value, ...counts } of board.groups) {
            const own = cards.filter((card) => keys[by](card) === key);
            expect(counts).toEqual(counted(own));
            expect(value).toEqual(counts.outcomes.won.value);
            expect(name).toBe(nameOf(by, key));
          }
          expect(sum(board.groups.map(({ opened }) => opened))).toBe(board.opened);
          const texts = board.groups.map(({ key }) => key).filter((key) => key !== null);
          const sorted =
            by === 'phase' ? ['lead', 'talk', 'offer'].filter((id) => there.includes(id)) : [...texts].sort();
          expect(board.groups.map(({ key }) => key)).toEqual([...sorted, ...there.filter((key) => key === null)]);
        }),
        { numRuns: 50 },
      );
    },
  );

  test('GAT-10: won is certain and any other outcome impossible, from the instant it is decided', () => {
    fc.assert(
      fc.property(askedProjects, ({ log, asOf }) => {
        for (const unit of pipelineUnitsOf(project(pipelineView, log), deals.id, asOf)) {
          const state = stateOf(log, unit.id, asOf);
          const outcome = state.status === 'opened' ? state.ended?.outcome : undefined;
          const bp = probabilityOf(unit, asOf);
          if (outcome !== undefined) expect(bp).toBe(outcome === 'won' ? 10_000 : 0);
          else expect(bp).toBe(cardsOf(log, asOf).find(({ project: id }) => id === unit.id)?.bp);
        }
      }),
    );
  });

  test('GAT-13: every opportunity has one first channel, and those of all channels are all there are', () => {
    fc.assert(
      fc.property(projectHistories, (log) => {
        const documents = [...project(pipelineView, log).values()];
        const channels = new Map<string, number>();
        for (const { origin } of documents) {
          const channel = origin?.channel ?? expect.unreachable('no first channel');
          channels.set(channel, (channels.get(channel) ?? 0) + 1);
        }
        expect(sum([...channels.values()])).toBe(projectsIn(log).length);
        for (const [channel, n] of channels) {
          const first = projectsIn(log).map((id) => stateOf(log, id));
          expect(
            first.filter((state) => state.status !== 'undiscovered' && state.origin.channel === channel),
          ).toHaveLength(n);
        }
      }),
    );
  });

  test('LOG-5: what is effective later changes no board of before', () => {
    fc.assert(
      fc.property(askedProjects, ({ log, asOf }) => {
        const happened = log.filter(({ meta }) => meta.effectiveAt <= asOf);
        expect(boardOf(happened, { asOf, by: 'owner' })).toEqual(boardOf(log, { asOf, by: 'owner' }));
      }),
    );
  });

  test('I-13: who has a project changes nothing but the splits by that', () => {
    fc.assert(
      fc.property(projectHistories, (log) => {
        const at = momentAfter(log);
        const moves = projectsIn(log).flatMap((id) => {
          const state = stateOf(log, id);
          return state.status === 'opened'
            ? [tell('ProjectTransferred')(id, at, { from: state.team.owner, to: 'zoe', reason: 'moved' })]
            : [];
        });
        const moved = longer(log, moves);
        const owned = (of: typeof log) => {
          const { ages, ...rest } = boardOf(of, { asOf: AFTER, by: 'product' });
          return { ...rest, ages: ages.map(({ owner: _, ...age }) => age) };
        };
        expect(owned(moved)).toEqual(owned(log));
        expect(boardOf(moved, { by: 'owner' }).groups.map(({ key }) => key)).toEqual(
          boardOf(moved).opened === 0 ? [] : ['zoe'],
        );
      }),
    );
  });
});
