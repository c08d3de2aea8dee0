import { memoryStore } from '@millrace/engine';
import type { EventStore, Tenant } from '@millrace/kernel';
import type { Backend, OpenBackend } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { everything, memoryBackend } from '../backend.js';
import { type Broken, brokenStore } from './broken.js';

/** A backend that does one thing wrong. */
const brokenBackend = (id: string, name: string, change: (honest: Backend) => Backend): Broken => ({
  id,
  name,
  open: async (options) => change(await memoryBackend()(options)),
});

const without =
  (key: keyof Backend) =>
  (honest: Backend): Backend => {
    const { [key]: _, ...rest } = honest;
    return rest as Backend;
  };

/** A backend that forgets everything when it is opened again. */
const forgetful: OpenBackend = async (options) => {
  const memory = memoryStore(options);
  const backend: Backend = {
    ...(await memoryBackend()(options)),
    tenant: (name) => ({ ...memory.tenant(name), capabilities: everything }),
    reopen: () => forgetful(options),
  };
  return backend;
};

const SHARED = 'shared' as Tenant;

export const brokenBackends: ReadonlyArray<Broken> = [
  brokenStore('', 'claims less than it is tested for', (store) => ({
    ...store,
    capabilities: { ...store.capabilities, durable: false },
  })),
  brokenStore('S13', 'gives every tenant the same log', (_store, tenant) => tenant(SHARED)),
  brokenStore('S13', 'shows a tenant whatever begins with its name', (store, tenant) => ({
    ...store,
    readAll: (after, limit) => async () => {
      const own = await store.readAll(after, limit)();
      const others = await tenant(`${store.tenant}_` as Tenant).readAll(after, limit)();
      if (E.isLeft(own) || E.isLeft(others)) return own;
      return E.right({ ...own.right, events: [...own.right.events, ...others.right.events] });
    },
  })),
  brokenStore('S13', 'tells every subscriber of a neighbour', (store, tenant) => ({
    ...store,
    subscribe: (after, onBatch, options) => {
      const neighbour = store.tenant === 'acme' ? ('acme_' as Tenant) : store.tenant;
      return tenant(neighbour).subscribe(after, onBatch, options);
    },
  })),
  { id: 'S11', name: 'forgets everything when it is closed', open: forgetful },
  brokenBackend('S11', 'cannot be opened again', without('reopen')),
  brokenBackend('LAW-14', 'cannot be opened twice', without('second')),
  {
    id: 'S7',
    name: 'has two truths when it is opened twice',
    open: async (options) => ({ ...(await memoryBackend()(options)), second: () => memoryBackend()(options) }),
  },
  brokenBackend('S12', 'lets nobody try to change it', without('changes')),
  brokenBackend('S12', 'can be changed', (honest) => ({
    ...honest,
    changes: async () => [{ name: 'an update', attempt: async () => undefined }],
  })),
  brokenBackend('S12', 'says no and changes all the same', (honest) => {
    let forged = false;
    const tenant = (name: Tenant): EventStore => {
      const store = honest.tenant(name);
      return { ...store, receiptOf: (...asked) => (forged ? TE.right(O.none) : store.receiptOf(...asked)) };
    };
    const attempt = async (): Promise<never> => {
      forged = true;
      throw new Error('refused');
    };
    return { ...honest, tenant, changes: async () => [{ name: 'an update', attempt }] };
  }),
];
