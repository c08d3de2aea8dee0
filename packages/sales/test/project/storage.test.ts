import { type Envelope, eventOf, openStored, readEvent, replay, streamId } from '@millrace/kernel';
import { type ProjectEvent, projectEvents, projectFold, projectModule } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { PRIVATE, record, written } from '../support/project-record.js';
import { ask } from '../support/projecting.js';
import { day } from '../support/story.js';
import golden from './golden.json' with { type: 'json' };

const stored = golden as ReadonlyArray<{ readonly type: string; readonly data: object }>;

const readAgain = (): ReadonlyArray<ProjectEvent> =>
  golden.map((event, revision) => {
    const text = JSON.stringify(event);
    const stream = streamId('project', 'p1');
    const opened = openStored({ stream, revision, position: revision + 1, recordedAt: day(60), text });
    const read = E.isRight(opened) ? readEvent(projectEvents, opened.right) : opened;
    if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
    return eventOf(read.right as Envelope<ProjectEvent>);
  });

describe('the storage format of projects', () => {
  test('is that of the golden events: a difference here is a change of the format for ever LAW-26', () => {
    expect(written().map((text) => JSON.parse(text))).toEqual(golden);
  });

  test('is shown by an event of every type', () => {
    expect(new Set(stored.map(({ type }) => type))).toEqual(new Set(projectEvents.types));
  });

  test('is read again as it was written, and leads to the win it tells of LAW-26', () => {
    expect(readAgain()).toEqual(record);
    const { amount } = { amount: { minor: 100_000, currency: 'CNY' } };
    expect(replay(projectFold, readAgain())).toMatchObject({
      status: 'opened',
      origin: { id: 'p1', channel: 'bidding', discoveredAt: day(1), customer: 'c1', parent: 'p0' },
      touched: ['bidding', 'executiveVisit'],
      team: { owner: 'bob', members: ['bob'], ever: ['ada', 'bob', 'cyd'], planned: ['cyd'] },
      entered: [
        { phase: 'lead', at: day(12) },
        { phase: 'offer', at: day(14) },
        { phase: 'delivery', at: day(15) },
      ],
      ended: { outcome: 'won' },
      amount,
      terminatedAt: day(18),
      extensions: ['p2'],
      documents: { note: 'a'.repeat(64) },
      money: [{ phase: 'lead', budget: amount, cost: { minor: 200_000, currency: 'CNY' } }],
    });
  });

  test('keeps fields that a later version added LAW-28', () => {
    for (const { type, data } of stored) {
      const later = { ...data, addedLater: { yes: true } };
      expect(projectEvents.read(type, 1, later)).toEqual(E.right(later));
    }
  });

  test('names the field where stored data are damaged LAW-40', () => {
    for (const { type, data } of stored) {
      for (const field of Object.keys(data)) {
        const read = projectEvents.read(type, 1, { ...data, [field]: [null] });
        expect(read).toMatchObject({ left: { type: 'Mismatch' } });
        expect((read as E.Left<{ path: string }>).left.path.split('/')[0]).toBe(field);
      }
    }
  });
});

describe('personal data of projects', () => {
  test('are who somebody on the customer’s side is, and what is said of a benefit LOG-10 Q37', () => {
    const personal = record.filter(({ data }) => JSON.stringify(data).includes(PRIVATE));
    expect(personal.map(({ type }) => type)).toEqual(['StakeholderMapped', 'DirectBenefitFlagged']);
    const left = personal.map(({ type, data }) => projectEvents.impersonal(type, data));
    expect(JSON.stringify(left)).not.toContain(PRIVATE);
    expect(projectEvents.read('StakeholderMapped', 1, left[0])).toEqual(E.right(left[0]));
    const command = ask('MapStakeholder', {
      stakeholder: 's1',
      layer: 'board',
      influence: 1,
      stance: 'neutral',
      keyDecisionMaker: false,
      name: PRIVATE,
      contact: PRIVATE,
    });
    expect(JSON.stringify(projectModule.commands.impersonal(command))).not.toContain(PRIVATE);
  });
});
