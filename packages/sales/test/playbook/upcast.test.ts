import { eventOf, openStored, readEvent, replay } from '@millrace/kernel';
import {
  dealership,
  type Playbook,
  type PlaybookEvent,
  playbookEvents,
  playbookModule,
  playbookStream,
} from '@millrace/sales';
import { given } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { day, on } from '../support/story.js';
import golden from './golden.json' with { type: 'json' };
import first from './golden-1.json' with { type: 'json' };

/** What stands in a database that was written before there were people. */
const text = JSON.stringify({
  id: '00000000-0000-5000-8000-000000000001',
  type: 'PlaybookPublished',
  schema: 1,
  stream: playbookStream,
  data: first,
  meta: {
    effectiveAt: day(1),
    tenant: 'golden',
    actor: 'operator',
    role: 'operator',
    commandId: '00000000-0000-7000-8000-000000000001',
    commandDigest: '',
    correlationId: '',
  },
});

const stored = () => {
  const opened = openStored({ stream: playbookStream, revision: 0, position: 1, recordedAt: day(60), text });
  const read = E.isRight(opened) ? readEvent(playbookEvents, opened.right) : opened;
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  return read.right;
};

const upcast: Playbook = {
  ...(first.playbook as unknown as Playbook),
  people: { qualifiedFor: [], dataTermsFor: [], posts: [], resignation: [] },
  permissions: { allow: 'all' },
  performance: {
    creditBasis: 'contract',
    donationRule: 'allOrNothing',
    settlementDueDays: 5,
    boards: { ranking: 'competition', tieBreak: 'id', participants: 'all', visibility: { show: 'all' } },
    refund: [],
    waiver: [],
  },
};

describe('a playbook of the first schema', () => {
  test('allows everything, and demands neither qualification nor data terms LAW-26 REL-12', () => {
    const event = stored();
    expect(event.data).toEqual({ ...first, playbook: upcast });
    expect(replay(playbookModule.decider, [eventOf(event)])).toEqual({
      phase: 'published',
      version: first.version,
      hash: first.hash,
      playbook: upcast,
      since: day(1),
      projects: {},
    });
  });

  test('keeps everything else as it was, whatever a later version added to it LAW-28', () => {
    const data = { ...first, playbook: { ...first.playbook, colour: 'blue' }, note: 'kept' };
    expect(playbookEvents.read('PlaybookPublished', 1, data)).toEqual(
      E.right({ ...data, playbook: { ...upcast, colour: 'blue' } }),
    );
  });

  test('is read by its steps, one after the other; the newest is read as it is LAW-24 LAW-25', () => {
    const read = (schema: number, data: unknown) => playbookEvents.read('PlaybookPublished', schema, data);
    expect(playbookEvents.schemaOf('PlaybookPublished')).toBe(2);
    expect(read(2, golden)).toEqual(E.right(golden));
    const once = read(1, first);
    expect(E.isRight(once) && read(2, once.right)).toEqual(once);
  });

  test('that is malformed is no playbook: the step does not mend it', () => {
    const { customer: _, ...rest } = first.playbook;
    for (const data of [{ ...first, playbook: rest }, { version: first.version, hash: first.hash }, 'playbook']) {
      expect(playbookEvents.read('PlaybookPublished', 1, data)).toMatchObject({ _tag: 'Left' });
    }
  });

  test('may be followed by one that lists permissions, published by anybody', () => {
    const { playbook: _, other: __, ...moment } = on(30);
    const anybody = { ...moment, actor: 'mia' as never, role: 'manager' as never };
    const { version, hash } = golden;
    const next = { type: 'PlaybookPublished', data: { version, hash, playbook: dealership }, effectiveAt: day(30) };
    given(
      playbookModule.decider,
      anybody,
    )(eventOf(stored()))
      .when({ type: 'PublishPlaybook', playbook: dealership })
      .thenEvents(next as PlaybookEvent);
  });
});
