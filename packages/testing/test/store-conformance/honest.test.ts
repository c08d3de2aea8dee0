import { type Capabilities, checkAppend } from '@millrace/kernel';
import { storeConformance } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { type ChangeStore, everything, memoryBackend } from './backend.js';

const least: Capabilities = {
  atomicGuards: false,
  multiStream: false,
  durable: false,
  refusesChange: false,
  sharedByProcesses: false,
  maxAppendBytes: 500_000,
};

/** A store that can no more than it says. */
const refusing: ChangeStore = (store) => ({
  ...store,
  append: (request) => async () => {
    const checked = checkAppend(request, least);
    return E.isLeft(checked) ? checked : store.append(request)();
  },
});

const all = storeConformance(memoryBackend(), everything, { runs: 50 });
const few = storeConformance(memoryBackend(refusing, least), least, { runs: 50 });

describe('an honest store that claims everything passes', () => {
  for (const { name, run } of all) test(name, run);
});

describe('an honest store that claims as little as it can passes S5', () => {
  for (const { name, run } of few) test(name, run);
});

test('every case has a name of its own, which ends in its ids', () => {
  for (const cases of [all, few]) {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    for (const { name, ids } of cases) expect(name.endsWith(ids.join(' '))).toBe(true);
  }
});

test('every promise of the contract has a case, and so have the acceptance tests of a store alone', () => {
  const ids = new Set(all.flatMap((one) => one.ids));
  const promised = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S11', 'S12', 'S13', 'REL-8', 'REL-9'];
  const laws = [9, 10, 11, 12, 13, 14, 15, 20, 22, 27, 37].map((n) => `LAW-${n}`);
  const acceptance = [1, 2, 3, 4, 8, 9].map((n) => `acceptance-${n}`);
  expect([...promised, ...laws, ...acceptance].filter((id) => !ids.has(id))).toEqual([]);
});

test('what a capability rules out gives way to its refusal', () => {
  const names = few.map(({ name }) => name);
  expect(names).toContain('an append to several streams is refused whole S5');
  expect(names).toContain('a guard that is not atomic finds what was acknowledged before S4');
  expect(names).toContain('a store that forgets says so S11');
  expect(names).toContain('a store of one process says so S1');
  expect(names).toContain('a store whose database refuses nothing says so S12');
  expect(names.length).toBeLessThan(all.length);
});
