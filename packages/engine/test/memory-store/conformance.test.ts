import { memoryStore } from '@millrace/engine';
import { storeConformance } from '@millrace/testing';
import { describe, test } from 'vitest';

const open = async ({ clock }: Parameters<Parameters<typeof storeConformance>[0]>[0]) => ({
  tenant: memoryStore({ clock }).tenant,
  close: async () => undefined,
});

const capabilities = {
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
