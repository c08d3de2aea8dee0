import {
  type BoardCommand,
  type BoardEvent,
  type BoardRefusal,
  boardEvents,
  boardModule,
  type GovernanceRefusal,
  type Governed,
} from '@millrace/sales';
import { given } from '@millrace/testing';
import { describe, test } from 'vitest';
import { ada, asks, at, tells } from '../support/performance.js';
import { day } from '../support/story.js';

const was = tells(boardEvents);
const ask = asks(boardModule.commands, { board: 'b1' });
const context: Governed = at(40);
const after = given(boardModule.decider, context);

const definition = {
  version: 1,
  period: '2026-02',
  zone: 'Asia/Shanghai',
  of: 'person',
  measure: 'credited',
  basis: 'contract',
  ranking: 'competition',
  participants: 'all',
  visibility: { show: 'all' },
} as const;
const shown = { asOf: day(39), knownAt: 10, rows: 3, digest: 'd1' };
const corrected = { ...shown, knownAt: 20, digest: 'd2' };

const publish = (changes: object = {}, of: object = {}) =>
  ask('PublishLeaderboard', { ...shown, ...changes, definition: { ...definition, ...of } } as never);
const correct = (changes: object) => ask('CorrectLeaderboard', { ...shown, reason: 'lateEntries', ...changes });
const published = was(40, 'LeaderboardPublished', { board: 'b1', definition, ...shown });
const correction = was(40, 'LeaderboardCorrected', { reason: 'lateEntries', ...corrected });

describe('a board', () => {
  test('is published once, frozen as it was shown ORG-45 LDB-7', () => {
    after().when(publish()).thenEvents(published);
    after(published).when(publish()).thenNothing();
    after(published, correction).when(publish()).thenNothing();
  });

  test('of all there is, or of any period of the calendar ORG-45', () => {
    for (const period of ['all', '2026-02-03', '2026-W06', '2026-Q1', '2026']) {
      after()
        .when(publish({}, { period }))
        .thenEvents(was(40, 'LeaderboardPublished', { board: 'b1', definition: { ...definition, period }, ...shown }));
    }
  });

  test('is corrected by showing it anew, as often as it shows something else LDB-7', () => {
    after(published).when(correct(corrected)).thenEvents(correction);
    after(published, correction).when(correct(corrected)).thenNothing();
    after(published, correction)
      .when(correct({}))
      .thenEvents(was(40, 'LeaderboardCorrected', { reason: 'lateEntries', ...shown }));
  });

  test('is another one where anything but the rows is another LDB-7', () => {
    const refusal = { type: 'BoardAlreadyPublished', digest: 'd1' } as const;
    after(published)
      .when(publish({ knownAt: 11 }))
      .thenRefused(refusal);
    after(published)
      .when(publish({ asOf: day(38) }))
      .thenRefused(refusal);
    after(published)
      .when(publish({}, { ranking: 'dense' }))
      .thenRefused(refusal);
  });
});

type Refusal = BoardRefusal | GovernanceRefusal;

interface Case<R> {
  readonly history?: ReadonlyArray<BoardEvent>;
  readonly command: BoardCommand;
  readonly context?: Governed;
  readonly refusal: R;
}

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in Refusal['type']]: Case<Extract<Refusal, { type: Type }>> } = {
  NoPlaybook: {
    command: publish(),
    context: { ...context, playbook: { phase: 'unpublished' } },
    refusal: { type: 'NoPlaybook' },
  },
  EffectiveInFuture: {
    command: publish(),
    context: { ...context, effectiveAt: day(41) },
    refusal: { type: 'EffectiveInFuture', effectiveAt: day(41), now: day(40) },
  },
  NotPermitted: {
    command: publish(),
    context: { ...at(40, 'ada', 'seller'), actorRecord: ada },
    refusal: { type: 'NotPermitted', role: 'seller', command: 'PublishLeaderboard' },
  },
  RoleNotHeld: {
    command: publish(),
    context: { ...at(40, 'ada', 'manager'), actorRecord: ada },
    refusal: { type: 'RoleNotHeld', actor: 'ada', role: 'manager' },
  },
  NotAPeriod: {
    command: publish({}, { period: '2026-13' }),
    refusal: { type: 'NotAPeriod', period: '2026-13' },
  },
  BoardAlreadyPublished: {
    history: [published],
    command: publish({ digest: 'd3' }),
    refusal: { type: 'BoardAlreadyPublished', digest: 'd1' },
  },
  BoardNotPublished: {
    command: correct(corrected),
    refusal: { type: 'BoardNotPublished', board: 'b1' },
  },
  NothingToCorrect: {
    history: [published],
    command: correct({ knownAt: 20 }),
    refusal: { type: 'NothingToCorrect', digest: 'd1' },
  },
};

describe('a command about a board is refused ORG-45', () => {
  for (const [type, { history = [], command, context: own, refusal }] of Object.entries(cases)) {
    test(`with what stands: ${type}`, () =>
      after(...history)
        .when(command, own ?? context)
        .thenRefused(refusal));
  }
});
