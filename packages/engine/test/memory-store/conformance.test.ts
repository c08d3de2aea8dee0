import { memoryStore } from '@millrace/engine';
import type { Capabilities } from '@millrace/kernel';
import { type OpenBackend, storeConformance } from '@millrace/testing';
import { describe, test } from 'vitest';

const open: OpenBackend = async ({ clock }) => ({
  tenant: memoryStore({ clock }).tenant,
  close: async () => undefined,
});

const capabilities: Capabilities = {
  atomicGuards: true,
  multiStream: true,
  durable: false,
  refusesChange: false,
  sharedByProcesses: false,
  maxAppendBytes: 64 * 1_048_576,
};

describe('the memory store keeps what the port promises', () => {
  for (const { name, run } of storeConformance(open, capabilities, { runs: 1_000 })) test(name, run);
});
