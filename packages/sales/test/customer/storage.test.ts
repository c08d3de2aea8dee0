import { type Envelope, eventOf, openStored, readEvent, replay, streamId } from '@millrace/kernel';
import { type CustomerEvent, customerEvents, customerModule } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { FREE, fullSheet, played, script } from '../support/script.js';
import { day } from '../support/story.js';
import golden from './golden.json' with { type: 'json' };

const stored = golden.events as ReadonlyArray<{ readonly type: string; readonly data: object }>;
const recorded = played();
const texts = recorded.flatMap(({ encoded }) => encoded.map(({ text }) => text));

describe('the storage format', () => {
  test('is that of the golden events: a difference here is a change of the format for ever LAW-26', () => {
    expect(texts.map((text) => JSON.parse(text))).toEqual(golden.events);
  });

  test('is shown by an event of every type', () => {
    expect(new Set(stored.map(({ type }) => type))).toEqual(new Set(customerEvents.types));
  });

  test('is read again and leads where it led on the day it was frozen LAW-26', () => {
    const history = golden.events.map((event, revision) => {
      const text = JSON.stringify(event);
      const opened = openStored({
        stream: streamId('customer', 'c1'),
        revision,
        position: revision + 1,
        recordedAt: day(60),
        text,
      });
      const read = E.isRight(opened) ? readEvent(customerEvents, opened.right) : opened;
      if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
      return eventOf(read.right as Envelope<CustomerEvent>);
    });
    expect(replay(customerModule.decider, history)).toEqual(golden.state);
  });

  test('keeps fields that a later version added LAW-28', () => {
    for (const { type, data } of stored) {
      const later = { ...data, addedLater: { yes: true } };
      expect(customerEvents.read(type, 1, later)).toEqual(E.right(later));
    }
  });

  test('names the field where stored data are damaged LAW-40', () => {
    for (const { type, data } of stored) {
      for (const field of Object.keys(data)) {
        const read = customerEvents.read(type, 1, { ...data, [field]: [null] });
        expect(read).toMatchObject({ left: { type: 'Mismatch' } });
        expect((read as E.Left<{ path: string }>).left.path.split('/')[0]).toBe(field);
      }
    }
  });
});

describe('personal data', () => {
  const impersonal = recorded.flatMap(({ command, events }) => [
    customerModule.commands.impersonal(command),
    ...events.map(({ type, data }) => customerEvents.impersonal(type, data)),
  ]);

  test('are in the script in every text that people write freely', () => {
    expect(Object.values(fullSheet).filter((value) => JSON.stringify(value).includes(FREE))).toHaveLength(19);
    expect(JSON.stringify(script)).toContain(FREE);
  });

  test('are every free text, and where somebody is: no digest of an event or command has one LOG-10 LAW-35', () => {
    const left = JSON.stringify(impersonal);
    expect(left).not.toContain(FREE);
    expect(left).not.toContain('latitudeE7');
  });

  test('are nothing else: dates, terms, ids and traits are kept', () => {
    const collected = recorded.flatMap(({ events }) => events).find(({ type }) => type === 'ProspectCollected');
    expect(customerEvents.impersonal('ProspectCollected', collected?.data)).toEqual({
      collectedBy: 'ada',
      sheet: {
        kind: 'organisation',
        dateStarted: '2026-01-01',
        estimatedPurchaseDate: '2026-04-30',
        salesManager: 'mia',
        source: 'walkIn',
        foundBy: 'fair',
        knowsBrand: 'yes',
        knowsDealer: 'no',
        knowsRivals: 'unknown',
        needsProduct: 'yes',
        buyIntent: 'yes',
      },
    });
    const advanced = recorded.flatMap(({ events }) => events).find(({ type }) => type === 'StageAdvanced');
    expect(customerEvents.impersonal('StageAdvanced', advanced?.data)).toMatchObject({
      evidence: { traits: ['definiteNeed', 'knowsBrands'] },
    });
  });

  test('once erased, leave an event that still reads LAW-3 LOG-10', () => {
    for (const { type, data } of recorded.flatMap(({ events }) => events)) {
      const erased = customerEvents.impersonal(type, data);
      expect(customerEvents.read(type, 1, erased)).toEqual(E.right(erased));
    }
  });
});
