/** Databases of events made up one by one, each as a command of its own would have it stored. */
import { existsSync, renameSync } from 'node:fs';
import { sha256 } from '@millrace/engine';
import {
  type Append,
  type BusinessId,
  type DomainEvent,
  type EncodedEvent,
  type EventSet,
  encodeEvents,
  type StreamId,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { commandIdAt, TENANT } from './log.js';
import { opened } from './sqlite-log.js';

/** The events of each kind of stream. */
export type EventsOf = ReadonlyMap<string, EventSet<DomainEvent<string, unknown>>>;

/** An event, and where it stands. */
export interface Written {
  readonly stream: StreamId;
  readonly revision: number;
  readonly event: object;
}

const CHUNK = 10_000;

/** Writes a log to a file, in its order; one that stands there already is left as it is. */
export const writeLog = async (file: string, eventsOf: EventsOf, written: () => Iterable<Written>): Promise<string> => {
  if (existsSync(file)) return file;
  const making = `${file}.making`;
  const database = await opened({ file: making, durability: 'normal' });
  const store = database.tenant(TENANT);
  let n = 0;
  let chunk: Array<Append> = [];
  const flush = async (): Promise<void> => {
    const receipts = await Promise.all(chunk.map((append) => store.append(append)()));
    for (const receipt of receipts) if (E.isLeft(receipt)) throw new Error(`not appended: ${receipt.left.type}`);
    chunk = [];
  };
  for (const one of written()) {
    chunk.push(appendOf(one, n, eventsOf));
    n += 1;
    if (chunk.length === CHUNK) await flush();
  }
  await flush();
  await database.close();
  renameSync(making, file);
  return file;
};

const appendOf = (written: Written, n: number, eventsOf: EventsOf): Append => {
  const { stream, revision } = written;
  const expected = revision === 0 ? ('none' as const) : revision - 1;
  const events = [encoded(written, n, eventsOf)];
  return { commandId: commandIdAt(n), writes: [{ stream, expected, events }], guards: [] };
};

const encoded = ({ stream, event: written }: Written, n: number, eventsOf: EventsOf): EncodedEvent => {
  const events = eventsOf.get(stream.slice(0, stream.indexOf('-')));
  const commandId = commandIdAt(n);
  const provenance = {
    tenant: TENANT,
    actor: 'import' as BusinessId,
    role: 'import' as BusinessId,
    commandId,
    commandDigest: sha256(commandId),
    correlationId: commandId,
    playbook: '1',
  };
  if (events === undefined) throw new RangeError(`a stream of no kind: ${stream}`);
  const one = encodeEvents([{ stream, event: written as DomainEvent<string, unknown>, events }], provenance, sha256);
  const only = E.isRight(one) ? one.right[0] : undefined;
  if (only === undefined) throw new RangeError(`not an event that can be stored: ${JSON.stringify(written)}`);
  return only;
};
