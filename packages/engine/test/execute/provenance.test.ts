import type { Tenant } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { ask, drop, emptyStore, id, jarEngine, jarStream, logOf, NOW, put, right } from '../support/engines.js';

describe('provenance', () => {
  test('AU-3 AUD-7 every event says who, in which role, on whose command, why and when', async () => {
    const store = emptyStore();
    const command = ask(drop('a', 2), {
      commandId: id(7),
      actor: 'operator',
      role: 'operator',
      effectiveAt: '2026-11-20T08:00:00.000Z',
      correlationId: 'campaign/7',
      causationId: 'mail/3',
    });
    right(await jarEngine(store).execute(command)());
    const log = await logOf(store);
    expect(log).toHaveLength(2);
    for (const [revision, { type, stream, position, meta, ...rest }] of log.entries()) {
      expect({ type, stream, position, revision: rest.revision }).toEqual({
        type: 'CoinsPut',
        stream: jarStream('a'),
        position: revision + 1,
        revision,
      });
      expect(meta).toEqual({
        tenant: 'acme' as Tenant,
        recordedAt: NOW,
        effectiveAt: '2026-11-20T08:00:00.000Z',
        actor: 'operator',
        role: 'operator',
        commandId: id(7),
        commandDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        correlationId: 'campaign/7',
        causationId: 'mail/3',
      });
    }
  });

  test('what is left out: effective now, correlated to itself, caused by nothing', async () => {
    const store = emptyStore();
    const engine = jarEngine(store, { clock: () => '2026-11-24T11:11:11.111Z' as typeof NOW });
    right(await engine.execute(ask(put('a', 1), { commandId: id(8) }))());
    const [event] = await logOf(store);
    expect(event?.meta).toMatchObject({
      recordedAt: NOW,
      effectiveAt: '2026-11-24T11:11:11.111Z',
      correlationId: id(8),
    });
    expect(event?.meta).not.toHaveProperty('causationId');
    expect(event?.meta).not.toHaveProperty('playbook');
  });
});
