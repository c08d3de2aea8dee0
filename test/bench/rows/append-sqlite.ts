import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Append, EventStore } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { stories } from '../data/history.js';
import { appendsOf, logOf, TENANT } from '../data/log.js';
import { type Durability, rawLog } from '../data/raw-sqlite.js';
import { opened } from '../data/sqlite-log.js';
import type { Contender, Goal, Round, Row, Setting } from '../harness/row.js';

/** Appends through the port by so many callers, each waiting for its answer before it asks again. */
const byCallers = async (store: EventStore, appends: ReadonlyArray<Append>, callers: number): Promise<void> => {
  const lanes = lanesOf(appends, callers);
  const call = async (lane: ReadonlyArray<Append>): Promise<void> => {
    for (const append of lane) {
      const receipts = await store.append(append)();
      if (E.isLeft(receipts)) throw new Error(`not appended: ${receipts.left.type}`);
    }
  };
  await Promise.all(lanes.map(call));
};

/** Each stream's appends go to one caller, in their order. */
const lanesOf = (appends: ReadonlyArray<Append>, callers: number): ReadonlyArray<ReadonlyArray<Append>> => {
  const lanes = Array.from({ length: callers }, (): Array<Append> => []);
  const laneOf = new Map<string, number>();
  for (const append of appends) {
    const stream = append.writes[0]?.stream ?? '';
    const lane = laneOf.get(stream) ?? laneOf.size % callers;
    laneOf.set(stream, lane);
    lanes[lane]?.push(append);
  }
  return lanes;
};

const port = async (
  { folder }: Setting,
  durability: Durability,
  appends: ReadonlyArray<Append>,
  callers: number,
): Promise<Round> => {
  const file = join(folder, 'port.db');
  const database = await opened({ file, durability });
  const store = database.tenant(TENANT);
  return {
    run: () => byCallers(store, appends, callers),
    end: async () => {
      await database.close();
      rmSync(file);
    },
  };
};

const raw = ({ folder }: Setting, durability: Durability, appends: ReadonlyArray<Append>): Round => {
  const file = join(folder, 'raw.db');
  const log = rawLog(file, durability);
  return {
    run: () => {
      for (const { stream, expected, events } of appends.flatMap(({ writes }) => writes)) {
        const revision = expected === 'none' ? 0 : Number(expected) + 1;
        for (const { text } of events) log.append(stream, revision, text);
      }
    },
    end: () => {
      log.close();
      rmSync(file);
    },
  };
};

/** An event's text written to a plain file, and waited for until the disk has it. */
const fdatasync = ({ folder }: Setting, appends: ReadonlyArray<Append>): Round => {
  const file = join(folder, 'plain.log');
  const fd = openSync(file, 'w');
  return {
    run: () => {
      for (const { writes } of appends) {
        for (const { text } of writes[0]?.events ?? []) writeSync(fd, `${text}\n`);
        fdatasyncSync(fd);
      }
    },
    end: () => {
      closeSync(fd);
      rmSync(file);
    },
  };
};

/** Sixteen callers are given so many times the work of one, to be at it about as long. */
const MORE = 4;

const ONE = 'port, 1 caller';
const SIXTEEN = 'port, 16 callers';
const RAW = 'raw insert + stream row';
const FDATASYNC = 'fdatasync per event';

const appendRow = (
  durability: Durability,
  size: number,
  goals: ReadonlyArray<Goal>,
  limits: (setting: Setting, appends: ReadonlyArray<Append>) => ReadonlyArray<Contender>,
): Row => ({
  name: `append-${durability}`,
  title: `append ${size.toLocaleString('en')} events to SQLite one by one, ${durability.toUpperCase()}`,
  unit: 'events/s',
  size,
  goals,
  contenders: async (setting) => {
    const many = appendsOf(logOf(stories(setting.size * MORE)));
    const appends = appendsOf(logOf(stories(setting.size)));
    return [
      { name: ONE, round: () => port(setting, durability, appends, 1) },
      { name: SIXTEEN, size: setting.size * MORE, round: () => port(setting, durability, many, 16) },
      { name: RAW, round: () => raw(setting, durability, appends) },
      ...limits(setting, appends),
    ];
  },
});

export const appendFull = appendRow(
  'full',
  500,
  [
    { of: ONE, against: FDATASYNC, speedAtLeast: 0.7 },
    { of: SIXTEEN, against: FDATASYNC, speedAtLeast: 4 },
  ],
  (setting, appends) => [{ name: FDATASYNC, round: () => fdatasync(setting, appends) }],
);

export const appendNormal = appendRow('normal', 10_000, [{ of: ONE, against: RAW, speedAtLeast: 0.8 }], () => []);
