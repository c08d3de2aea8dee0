import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type BusinessId, eventOf, type Instant, openStored, readEvent } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { right } from './support/either.js';
import { type PledgingEvent, pledgingEvents } from './support/pledging.js';
import { encode, provenance, sha256, storedAs, stream } from './support/stored.js';

interface Golden {
  readonly id: string;
  readonly text: string;
}

/** A difference in these files is a change of the storage format: what is stored stays so for ever. */
const golden = (name: string): ReadonlyArray<Golden> =>
  JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8'));

const at = '2026-11-24T09:00:00.000Z' as Instant;

const history: ReadonlyArray<PledgingEvent> = [
  { type: 'BookOpened', data: { cap: 1_000_000, minimum: 10_000 }, effectiveAt: at },
  { type: 'PledgeMade', data: { pledge: '王丽-1' as BusinessId, amount: 12_500, pledger: '王丽' }, effectiveAt: at },
  { type: 'PledgeWithdrawn', data: { pledge: '王丽-1' as BusinessId }, effectiveAt: at },
];

describe('the storage format', () => {
  test('id and text of an event are what they were', () => {
    const encoded = right(encode(pledgingEvents, history));
    expect(encoded.map(({ id, text }) => ({ id, text }))).toEqual(golden('pledging'));
  });

  test('cause and playbook stand in the text where there are some, and in no id', () => {
    const caused = { ...provenance, causationId: 'the weekly list', playbook: 'dealership@3' };
    const encoded = right(encode(pledgingEvents, history, caused));
    expect(encoded.map(({ id, text }) => ({ id, text }))).toEqual(golden('pledging-caused'));
    expect(encoded.map(({ id }) => id)).toEqual(golden('pledging').map(({ id }) => id));
  });

  test('an id can be made again from the text, by whoever doubts it', () => {
    golden('pledging').forEach(({ id, text }, index, { length }) => {
      const { type, schema, data, meta } = JSON.parse(text);
      const { pledger: _, ...impersonal } = data;
      // The keys below stand in canonical order.
      const content = {
        actor: meta.actor,
        data: impersonal,
        effectiveAt: meta.effectiveAt,
        role: meta.role,
        schema,
        type,
      };
      const name = `${meta.commandId}/${index}/${length}/${sha256(JSON.stringify(content))}`;
      const namespace = Buffer.from('5b0fd1a59a5c4f7e8a3c6d2f0c1b7e94', 'hex');
      const hash = createHash('sha1').update(namespace).update(name).digest('hex');
      expect(id.replaceAll('-', '').replace(/^(.{12})5(.{3})./, '$1_$2_')).toBe(
        hash.slice(0, 32).replace(/^(.{12}).(.{3})./, '$1_$2_'),
      );
    });
  });

  test('LAW-23: an event stored then is read now', () => {
    const read = golden('pledging').map(({ text }) =>
      eventOf(right(readEvent(pledgingEvents, right(openStored(storedAs(text)))))),
    );
    expect(read).toEqual(history);
  });

  test('the envelope has what was said, and what the store alone knows', () => {
    const [, { id, text } = { id: '', text: '' }] = golden('pledging-caused');
    expect(right(openStored(storedAs(text)))).toEqual({
      id,
      stream,
      revision: 3,
      position: 7,
      type: 'PledgeMade',
      schema: 3,
      data: { pledge: '王丽-1', amount: 12_500, pledger: '王丽' },
      meta: {
        ...provenance,
        causationId: 'the weekly list',
        playbook: 'dealership@3',
        effectiveAt: at,
        recordedAt: '2026-11-24T09:00:01.000Z',
      },
    });
  });

  test.each([1, 2, 3])('LAW-26: a PledgeMade of schema %i is read as the newest', (schema) => {
    const [one = { id: '', text: '' }] = golden(`pledge-made-${schema}`);
    const envelope = right(readEvent(pledgingEvents, right(openStored(storedAs(one.text)))));
    expect(envelope).toMatchObject({ schema: 3, data: { pledge: 'ada', amount: 12_500 } });
  });
});
