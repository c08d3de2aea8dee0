import { memoryStore } from '@millrace/engine';
import type { Capabilities, EventStore, Tenant } from '@millrace/kernel';
import type { Backend, OpenBackend } from '@millrace/testing';

/** Everything is claimed, so that every case runs. */
export const everything: Capabilities = {
  atomicGuards: true,
  multiStream: true,
  durable: true,
  refusesChange: true,
  sharedByProcesses: true,
  maxAppendBytes: 64 * 1_048_576,
};

/** Changes the store of a tenant; `tenant` gives those of others. */
export type ChangeStore = (store: EventStore, tenant: (name: Tenant) => EventStore) => EventStore;

/** The memory store dressed up as a database: it is "opened again" by going on with it. */
export const memoryBackend = (change: ChangeStore = (store) => store, capabilities = everything): OpenBackend => {
  return async (options) => {
    const memory = memoryStore(options);
    const honest = (name: Tenant): EventStore => ({ ...memory.tenant(name), capabilities });
    const stores = new Map<Tenant, EventStore>();
    const tenant = (name: Tenant): EventStore => {
      const store = stores.get(name) ?? change(honest(name), honest);
      stores.set(name, store);
      return store;
    };
    const backend: Backend = {
      tenant,
      close: async () => undefined,
      ...(capabilities.durable ? { reopen: async () => backend } : {}),
      ...(capabilities.sharedByProcesses ? { second: async () => backend } : {}),
      ...(capabilities.refusesChange
        ? { changes: async () => [{ name: 'any', attempt: () => Promise.reject(new Error('refused')) }] }
        : {}),
    };
    return backend;
  };
};
