import assert from 'node:assert/strict';
import { commandIdOf, sha256 } from '@millrace/engine';
import {
  type Append,
  type BusinessId,
  type CommandId,
  type DomainEvent,
  type EncodedEvent,
  type EventSet,
  type Expected,
  encodeEvents,
  type Guard,
  type Instant,
  type Json,
  type StreamId,
  streamId,
  type Tenant,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ACME } from './suite.js';

/** The one event of the suite: it holds any JSON. */
export type Noted = DomainEvent<'Noted', { readonly value: unknown }>;

const notes: EventSet<Noted> = {
  kind: 'note',
  types: ['Noted'],
  schemaOf: () => 1,
  read: (_type, _schema, data) => E.right(data as Noted['data']),
  impersonal: (_type, data) => data,
};

/** The stream of a note. */
export const note = (id: string): StreamId => streamId('note', id);

/** A command id of the suite, always the same for the same parts. */
export const command = (...parts: ReadonlyArray<string | number>): CommandId =>
  commandIdOf('storeConformance', ...parts);

/** The bytes of notes, made as the engine makes them. */
export const encode = (
  drafts: ReadonlyArray<{ readonly stream: StreamId; readonly value: unknown }>,
  commandId: CommandId,
  tenant: Tenant = ACME,
): ReturnType<typeof encodeEvents> =>
  encodeEvents(
    drafts.map(({ stream, value }) => ({
      stream,
      event: { type: 'Noted', data: { value }, effectiveAt: '2030-01-01T00:00:00.000Z' as Instant },
      events: notes,
    })),
    {
      tenant,
      actor: 'tester' as BusinessId,
      role: 'tester' as BusinessId,
      commandId,
      commandDigest: '',
      correlationId: commandId,
    },
    sha256,
  );

/** One stream of an append, before its events are encoded. */
export interface Draft {
  readonly stream: StreamId;
  readonly values: ReadonlyArray<Json>;
  /** `any` when left out. */
  readonly expected?: Expected;
}

export interface DraftOptions {
  readonly commandId?: CommandId;
  readonly guards?: ReadonlyArray<Guard>;
  readonly tenant?: Tenant;
}

let commands = 0;

/** An append of notes to several streams, under a new command where none is named. */
export const appendOf = (
  drafts: ReadonlyArray<Draft>,
  { commandId = command('new', ++commands), guards = [], tenant = ACME }: DraftOptions = {},
): Append => {
  const flat = drafts.flatMap(({ stream, values }) => values.map((value) => ({ stream, value })));
  const encoded = encode(flat, commandId, tenant);
  if (E.isLeft(encoded)) return assert.fail(`the suite's own events cannot be encoded: ${encoded.left.type}`);
  const events: Array<EncodedEvent> = [...encoded.right];
  return {
    commandId,
    guards,
    writes: drafts.map(({ stream, values, expected = 'any' }) => ({
      stream,
      expected,
      events: events.splice(0, values.length),
    })),
  };
};

/** An append of notes to one stream. */
export const noting = (
  stream: StreamId,
  values: ReadonlyArray<Json>,
  expected: Expected = 'any',
  options: DraftOptions = {},
): Append => appendOf([{ stream, values, expected }], options);

/** The texts of an append, in order. */
export const textsOf = ({ writes }: Append): ReadonlyArray<string> =>
  writes.flatMap(({ events }) => events.map(({ text }) => text));
