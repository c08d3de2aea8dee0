import { canonicalText, type Json, type Moment } from '@millrace/kernel';
import {
  dealership,
  type Playbook,
  type PlaybookCommand,
  type PlaybookEvent,
  playbookEvents,
  playbookModule,
  playbookStream,
} from '@millrace/sales';
import { deciderLaws, given } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, dealershipWith, known, msFrom, on, sha256 } from '../support/story.js';

const { playbook: _, other: __, ...moment } = on(30);
const after = given(playbookModule.decider, moment as Moment);

const publish = (playbook: Playbook): PlaybookCommand => ({ type: 'PublishPlaybook', playbook });
const published = (playbook: Playbook, n = 30): PlaybookEvent => {
  const hash = sha256(canonicalText(playbook as unknown as Json));
  return {
    type: 'PlaybookPublished',
    data: { version: `${playbook.name}@${hash.slice(0, 16)}`, hash, playbook },
    effectiveAt: day(n),
  };
};

const renamed = dealershipWith({
  stages: dealership.customer.stages.map((stage) => ({ ...stage, name: { en: 'Renamed', zh: '改名' } })),
});

describe('publishing a playbook', () => {
  test('records it whole, with the hash that identifies it', () => {
    after().when(publish(dealership)).thenEvents(published(dealership));
    after(published(dealership, 1)).when(publish(renamed)).thenEvents(published(renamed));
  });

  test('is already so for the one in force, whatever the order of its fields', () => {
    const { name, ...rest } = dealership;
    after(published(dealership, 1))
      .when(publish({ ...rest, name }))
      .thenNothing();
    after(published(dealership, 1), published(renamed, 2)).when(publish(dealership)).thenEvents(published(dealership));
  });

  test('is not of a time to come: it is in force from its position on', () => {
    const ahead = msFrom(day(30), 1);
    after()
      .when(publish(dealership), { ...moment, effectiveAt: ahead })
      .thenRefused({ type: 'EffectiveInFuture', effectiveAt: ahead, now: day(30) });
    after()
      .when(publish(dealership), { ...moment, effectiveAt: day(1) })
      .thenEvents(published(dealership, 1));
  });

  test('never goes back before the one in force', () => {
    const early = msFrom(day(5), -1);
    after(published(dealership, 5))
      .when(publish(renamed), { ...moment, effectiveAt: early })
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'playbook', last: day(5) });
    after(published(dealership, 5))
      .when(publish(renamed), { ...moment, effectiveAt: day(5) })
      .thenEvents(published(renamed, 5));
  });

  test('goes to the one stream there is, and reads no other', () => {
    expect(playbookModule.streamOf(publish(dealership))).toBe(playbookStream);
    expect(playbookModule.reads(publish(dealership), moment, known(playbookModule.decider.initial))).toEqual([]);
    expect(playbookModule.contextOf(publish(dealership), moment, known(playbookModule.decider.initial))).toEqual(
      moment,
    );
    expect(playbookModule.playbookOf(moment)).toBeUndefined();
  });
});

describe('a playbook from outside', () => {
  const read = (change: object) =>
    playbookModule.commands.read({ type: 'PublishPlaybook', playbook: { ...dealership, ...change } });

  test('reads as it is', () => expect(read({})).toEqual({ _tag: 'Right', right: publish(dealership) }));

  test.each([
    ['zone', 'Asia/Atlantis'],
    ['zone', '+08:00'],
    ['currency', 'XYZ'],
    ['name', 'the dealership'],
    ['name', '__proto__'],
  ])('is refused with the %s %j', (path, value) =>
    expect(read({ [path]: value })).toMatchObject({ left: { type: 'Mismatch', path: `playbook/${path}` } }),
  );

  test('is refused where it has a field too many', () =>
    expect(read({ colour: 'red' })).toMatchObject({ left: { type: 'UnknownField', path: 'playbook/colour' } }));

  test.each(['', ' \t', 'broken \ud800'])('is refused with the name %j, which nobody can read', (zh) => {
    const stages = dealership.customer.stages.map((stage) => ({ ...stage, name: { ...stage.name, zh } }));
    expect(read({ customer: { ...dealership.customer, stages } })).toMatchObject({
      left: {
        type: 'Mismatch',
        path: 'playbook/customer/stages/0/name/zh',
        expected: zh.isWellFormed() ? 'Words' : 'JSON',
      },
    });
  });

  test('is refused with a benchmark that is no row of safe integers', () => {
    for (const figure of [2.5, 2 ** 53, -0, Number.NaN]) {
      expect(read({ customer: { ...dealership.customer, benchmark: [figure, 5, 1] } })).toMatchObject({
        left: { type: 'Mismatch', path: 'playbook/customer/benchmark/0' },
      });
    }
  });
});

describe('laws of the playbook', () => {
  const step = 24;
  const { cases, reach } = deciderLaws({
    name: 'playbook',
    decider: playbookModule.decider,
    events: playbookEvents,
    commands: fc.constantFrom(
      publish(dealership),
      publish(renamed),
      publish(dealershipWith({ benchmark: [1] })),
      publish(dealershipWith({ evidenceFor: [] })),
    ),
    context: (index, _command, roll) => ({
      ...moment,
      now: day(1 + index),
      effectiveAt: day(1 + index + (roll % 5 === 3 ? -step : roll % 5 === 4 ? 1 : 0)),
    }),
    repeatable: () => true,
    runs: 15,
  });
  for (const { name, run } of cases) test(name, run);

  test('meet every answer at least 50 times', () => {
    const PublishPlaybook = ['recorded', 'nothing', 'BenchmarkMismatch', 'EffectiveInFuture', 'EffectiveBeforeLast'];
    expect(reach.below(50, { PublishPlaybook })).toEqual([]);
  });
});
