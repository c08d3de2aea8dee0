import { commandIdOf } from '@millrace/engine';
import type { Append, EventId, EventStore, Expected, Receipt, StoredEvent, StreamId, Tenant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

export const ACME = 'acme' as Tenant;
export const stream = (id: string): StreamId => `note-${id}` as StreamId;

let made = 0;

/** An append of plain texts to a stream, under a new command. */
export const noting = (id: string, texts: ReadonlyArray<string>, expected: Expected = 'any'): Append => {
  const command = commandIdOf('notes', ++made);
  const events = texts.map((value, i) => {
    const eventId = commandIdOf('notes', made, i) as string as EventId;
    const text = JSON.stringify({ data: value, id: eventId });
    return { id: eventId, type: 'Noted', text, bytes: Buffer.byteLength(text) };
  });
  return { commandId: command, guards: [], writes: [{ stream: stream(id), expected, events }] };
};

/** The receipt of an append that must be written. */
export const written = async (store: EventStore, request: Append): Promise<Receipt> => {
  const answer = await store.append(request)();
  if (E.isLeft(answer) || answer.right[0] === undefined) throw new Error(`not written: ${JSON.stringify(answer)}`);
  return answer.right[0];
};

/** The whole log of a store. */
export const logOf = async (store: EventStore): Promise<ReadonlyArray<StoredEvent>> => {
  const page = await store.readAll(0, 1_000_000)();
  if (E.isLeft(page)) throw new Error(`cannot read: ${JSON.stringify(page.left)}`);
  return page.right.events;
};
