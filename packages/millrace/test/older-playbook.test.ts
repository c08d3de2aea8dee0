import { readFileSync } from 'node:fs';
import { sha256 } from '@millrace/engine';
import {
  type BusinessId,
  type CommandId,
  type EventStore,
  encodeEvents,
  eventSet,
  struct,
  type Tenant,
  type Unbranded,
} from '@millrace/kernel';
import { dealership, type PlaybookEvent, playbookStream } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type Command, open, run } from 'millrace';
import { describe, expect, test } from 'vitest';
import { handClock, january, storeOf } from './support/embedded.js';

/** The dealership as it was published before there were people, as the data of the event that did it. */
const golden: { readonly version: string; readonly hash: string; readonly playbook: object } = JSON.parse(
  readFileSync(new URL('../../sales/test/playbook/golden-1.json', import.meta.url), 'utf8'),
);

/** The playbook's events as they were written then: schema 1, and nothing known of people. */
const firstSchema = eventSet('playbook', {
  PlaybookPublished: { data: struct({ version: t.string, hash: t.string, playbook: t.UnknownRecord }) },
});

const provenance = {
  tenant: 'main' as Tenant,
  actor: 'operator' as BusinessId,
  role: 'operator' as BusinessId,
  commandId: '00000000-0000-7000-8000-000000000001' as CommandId,
  commandDigest: '',
  correlationId: '00000000-0000-7000-8000-000000000001',
};

/** A database of then: its first event is the playbook, of schema 1. */
const olderStore = async (): Promise<EventStore> => {
  const store = storeOf();
  const event = { type: 'PlaybookPublished' as const, data: golden, effectiveAt: january(1) };
  const encoded = encodeEvents([{ stream: playbookStream, event, events: firstSchema }], provenance, sha256);
  if (E.isLeft(encoded)) throw new Error(JSON.stringify(encoded.left));
  expect(JSON.parse(encoded.right[0]?.text ?? '')).toMatchObject({ schema: 1, data: golden });
  const writes = [{ stream: playbookStream, expected: 'none' as const, events: encoded.right }];
  expect(await store.append({ commandId: provenance.commandId, writes, guards: [] })()).toMatchObject({
    _tag: 'Right',
  });
  return store;
};

const sheet = { source: 'walkIn', mobile: '139' };

/** The trunk's life of a customer, and what came with people: everybody asks for everything. */
const commands: ReadonlyArray<Unbranded<Command>> = [
  { type: 'CollectProspect', customer: 'c1', collectedBy: 'ada', sheet },
  { type: 'AcceptProspect', customer: 'c1', screenedBy: 'mia' },
  { type: 'EnterCustomer', customer: 'c1', custodian: 'ada' },
  { type: 'TransferCustody', customer: 'c1', to: 'bob', reason: 'workload' },
  { type: 'JoinStaff', person: 'cyd', name: 'Cyd' },
  { type: 'GrantRole', person: 'cyd', role: 'anything' },
  { type: 'OpenUnit', unit: 'north', unitKind: 'branch', name: 'North' },
  { type: 'JoinTeam', person: 'cyd', unit: 'north' },
  { type: 'TransferCustody', customer: 'c1', to: 'cyd', reason: 'workload' },
];

describe('a database whose playbook is of the first schema', () => {
  test('opens, and is worked in by whoever works in it: all is allowed, nothing demanded LAW-26 REL-12', async () => {
    const store = await olderStore();
    const hand = handClock(january(2));
    const millrace = await run(open(store, { playbook: dealership, clock: hand.clock }));
    for (const command of commands) {
      const outcome = await run(millrace.execute(command, { actor: 'mia', role: 'whoever' }));
      expect([command.type, outcome.type]).toEqual([command.type, 'Recorded']);
    }
    const history = await run(millrace.history('customer-c1' as never));
    expect(history.every(({ meta }) => meta.playbook === golden.version)).toBe(true);
    expect(history.every(({ meta }) => meta.actor === 'mia' && meta.role === 'whoever')).toBe(true);
  });

  test('is left as it is: opening with a newer preset publishes nothing LAW-24', async () => {
    const store = await olderStore();
    const millrace = await run(open(store, { playbook: dealership }));
    const history = await run(millrace.history(playbookStream));
    const permissions = history.map(({ data }) => (data as PlaybookEvent['data']).playbook.permissions);
    expect(permissions).toEqual([{ allow: 'all' }]);
  });

  test('denies by default from the moment a playbook says so REL-12', async () => {
    const store = await olderStore();
    const hand = handClock(january(2));
    const millrace = await run(open(store, { clock: hand.clock }));
    const anybody = { actor: 'mia', role: 'manager' };
    await run(millrace.execute({ type: 'PublishPlaybook', playbook: dealership }, anybody));
    const renaming: Unbranded<Command> = { type: 'JoinStaff', person: 'cyd', name: 'Cyd' };
    expect(await millrace.execute(renaming, anybody)()).toMatchObject({
      left: { type: 'Refused', refusal: { type: 'NotPermitted', role: 'manager', command: 'JoinStaff' } },
    });
    expect(await run(millrace.execute(renaming, { actor: 'operator', role: 'operator' }))).toMatchObject({
      type: 'Recorded',
    });
  });
});
