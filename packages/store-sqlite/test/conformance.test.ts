import type { Capabilities } from '@millrace/kernel';
import { storeConformance } from '@millrace/testing';
import { describe, test } from 'vitest';
import { openFile, openMemory } from './support/backend.js';

const inFile: Capabilities = {
  atomicGuards: true,
  multiStream: true,
  durable: true,
  refusesChange: true,
  sharedByProcesses: true,
  maxAppendBytes: 64 * 1_048_576,
};

describe('SQLite in a file keeps what the port promises', () => {
  for (const { name, run } of storeConformance(openFile, inFile)) test(name, run);
});

describe('SQLite in memory keeps what the port promises', () => {
  const inMemory = { ...inFile, durable: false, refusesChange: false, sharedByProcesses: false };
  for (const { name, run } of storeConformance(openMemory, inMemory)) test(name, run);
});
