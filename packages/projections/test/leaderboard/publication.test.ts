import { projectLog } from '@millrace/engine';
import { type BoardQuestion, boardText, type Frozen, frozenBoard, isAsShown, views } from '@millrace/projections';
import { salesPeriodHistories } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../support/log.js';
import {
  documentsOf,
  fen,
  questionOf,
  type Said,
  type Story,
  shown,
  type Told,
  toldOf,
} from '../support/organisation.js';
import { credits, cutsOff, said } from '../support/said.js';
import { founding, noon } from './founding.js';

const frozen = (documents: Parameters<typeof frozenBoard>[0], question: BoardQuestion): Frozen => {
  const board = frozenBoard(documents, question, sha256);
  return E.isRight(board) ? board.right : expect.unreachable(JSON.stringify(board.left));
};

/** What is derived as known at a position of the store. */
const derived = async ({ store, eventsOf }: Told, position: number, question: BoardQuestion): Promise<Frozen> => {
  const { credits: ledger, organisation, periods, pledges, funnel } = views;
  const read = await projectLog({
    store,
    eventsOf,
    views: { credits: ledger, organisation, periods, pledges, funnel },
    knownAt: { position },
  })();
  return E.isRight(read) ? frozen(read.right.documents, question) : expect.unreachable(JSON.stringify(read.left));
};

const question = questionOf({ period: '2026-01-03' }, { asOf: noon(4) });
const worked = [credits(noon(3), 's1', 300, { ada: 1 }), credits(noon(3), 's2', 200, { bob: 1 })];
const asked = (board: Frozen, knownAt: number, type = 'PublishLeaderboard', rest: object = {}): Said => ({
  at: noon(20),
  command: { type, board: 'b1', asOf: question.asOf, knownAt, ...board, ...rest },
});

describe('a published board', () => {
  test('LDB-7, ORG-45: derived again as of and as known then it is what was shown, whatever came later', async () => {
    const before = await toldOf([...founding, ...worked]);
    const knownAt = before.log.length;
    const publish = asked(frozen(documentsOf(before.log), question), knownAt, 'PublishLeaderboard', {
      definition: question.definition,
    });
    const later = [
      said(noon(21), credits(noon(3), 's3', 5, { cyd: 1 })),
      { at: noon(22), command: { type: 'RenamePerson', person: 'ada', name: 'A. Other' } },
      cutsOff('2026-02-02T00:00:00.000Z', '2026-01'),
    ];
    const told = await toldOf([...founding, ...worked, publish, ...later]);
    const [published] = shown(views.publications, told.log).get('b1')?.shown ?? [];
    if (published === undefined) return expect.unreachable();
    expect(published).toMatchObject({ asOf: question.asOf, knownAt, rows: 4, reason: null });
    expect(isAsShown(published, await derived(told, published.knownAt, question))).toBe(true);
    expect(isAsShown(published, await derived(told, told.log.length, question))).toBe(false);
  });

  test('LDB-7: what is known later is shown by a correction; the publication stays', async () => {
    const before = await toldOf([...founding, ...worked, said(noon(20), credits(noon(3), 's3', 5, { cyd: 1 }))]);
    const first = await derived(before, before.log.length - 1, question);
    const second = await derived(before, before.log.length, question);
    const { log } = await toldOf([
      ...founding,
      ...worked,
      asked(first, before.log.length - 1, 'PublishLeaderboard', { definition: question.definition }),
      said(noon(20), credits(noon(3), 's3', 5, { cyd: 1 })),
      asked(second, before.log.length + 1, 'CorrectLeaderboard', { reason: 'lateEntries' }),
    ]);
    const document = shown(views.publications, log).get('b1');
    expect(document?.definition).toEqual(question.definition);
    expect(document?.shown.map(({ by, reason, digest }) => [by, reason, digest])).toEqual([
      [0, null, first.digest],
      [1, 'lateEntries', second.digest],
    ]);
  });

  test('ORG-45, LOG-10: ids and numbers are frozen, names are not', async () => {
    const rows = [{ rank: 1, id: 'ada', name: 'N. ada', value: fen(3), credited: fen(3) }];
    expect(boardText(rows)).toBe(
      '[{"credited":{"currency":"CNY","minor":3},"id":"ada","rank":1,"value":{"currency":"CNY","minor":3}}]',
    );
    const renamed = { at: noon(4), command: { type: 'RenamePerson', person: 'ada', name: 'A. Other' } };
    const plain = documentsOf((await toldOf([...founding, ...worked])).log);
    expect(frozen(documentsOf((await toldOf([...founding, ...worked, renamed])).log), question)).toEqual(
      frozen(plain, question),
    );
    expect(frozen(plain, { ...question, asOf: noon(2) }).digest).not.toBe(frozen(plain, question).digest);
  });

  test('LDB-9: all rows are frozen, whoever may see them', async () => {
    const documents = documentsOf((await toldOf([...founding, ...worked])).log);
    const own = questionOf({ period: '2026-01-03', visibility: { show: 'own' } }, { asOf: noon(4), viewer: 'ada' });
    expect(frozen(documents, own)).toEqual(frozen(documents, question));
  });

  test('LDB-7: rows or digest that differ are told', () => {
    const board = { rows: 3, digest: 'a' };
    expect(isAsShown(board, { rows: 3, digest: 'a' })).toBe(true);
    expect(isAsShown(board, { rows: 4, digest: 'a' })).toBe(false);
    expect(isAsShown(board, { rows: 3, digest: 'b' })).toBe(false);
  });

  test('a board that cannot be made is not frozen', () => {
    expect(frozenBoard(documentsOf([]), questionOf({ period: 'never' }), sha256)).toEqual(
      E.left({ type: 'NotAPeriod', label: 'never' }),
    );
  });

  test('LDB-7, LDB-11: of any history, a month that was cut off is shown for ever as it was at its cut-off', () => {
    fc.assert(
      fc.property(salesPeriodHistories({ zone: 'Asia/Shanghai', length: 40 }), (log: Story) => {
        for (const cut of log.filter(({ type }) => type === 'PeriodCutOff')) {
          const month = questionOf({ period: cut.stream.slice('period-'.length) });
          const then = documentsOf(log.filter(({ position }) => position <= cut.position));
          const credited = {
            ...documentsOf(log),
            organisation: then.organisation,
            pledges: then.pledges,
            periods: then.periods,
          };
          expect(frozen(credited, month)).toEqual(frozen(then, month));
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
