import type { CommandId, Expected, StreamId } from '@millrace/kernel';
import fc from 'fast-check';
import { command, note } from '../notes.js';

/** Which of the tenants of a run is asked. */
export type Who = 0 | 1;

/** What a writer believes: said outright, or by how far it is from the truth when the append is made. */
export type Belief = 'none' | 'exists' | 'any' | { readonly off: -1 | 0 | 1 };

export type Operation =
  | {
      readonly type: 'append';
      readonly who: Who;
      readonly commandId: CommandId;
      readonly drafts: ReadonlyArray<{
        readonly stream: StreamId;
        readonly values: ReadonlyArray<number>;
        readonly belief: Belief;
      }>;
      readonly guards: ReadonlyArray<{ readonly stream: StreamId; readonly off: -1 | 0 | 1 }>;
    }
  | {
      readonly type: 'readStream';
      readonly who: Who;
      readonly stream: StreamId;
      readonly from: number;
      readonly limit: number;
    }
  /** `back`: so many events before the end. */
  | { readonly type: 'readAll'; readonly who: Who; readonly back: number; readonly limit: number }
  | { readonly type: 'receiptOf'; readonly who: Who; readonly stream: StreamId; readonly commandId: CommandId }
  | { readonly type: 'follow'; readonly who: Who; readonly back: number; readonly batchSize: number }
  | { readonly type: 'reopen' };

// Few names, few values: the same commands, contents and streams must meet.
const stream = fc.constantFrom(note('a'), note('b'), note('c'));
const commandId = fc.constantFrom(...[1, 2, 3, 4, 5, 6].map((n) => command('model', n)));
const who = fc.constantFrom<Who>(0, 0, 1);
const off = fc.constantFrom<-1 | 0 | 1>(0, 0, 0, -1, 1);
const belief = fc.oneof(
  fc.constantFrom<Expected>('any', 'none', 'exists') as fc.Arbitrary<Belief>,
  off.map((n): Belief => ({ off: n })),
);

const append = (mostStreams: number): fc.Arbitrary<Operation> =>
  fc.record({
    type: fc.constant('append' as const),
    who,
    commandId,
    drafts: fc.uniqueArray(
      fc.record({ stream, values: fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 3 }), belief }),
      { minLength: 1, maxLength: mostStreams, selector: (draft) => draft.stream },
    ),
    guards: fc.array(fc.record({ stream, off }), { maxLength: 2 }),
  });

const reading: ReadonlyArray<fc.Arbitrary<Operation>> = [
  fc.record({ type: fc.constant('readStream' as const), who, stream, from: fc.nat(4), limit: fc.nat(4) }),
  fc.record({ type: fc.constant('readAll' as const), who, back: fc.nat(8), limit: fc.nat(5) }),
  fc.record({ type: fc.constant('receiptOf' as const), who, stream, commandId }),
  fc.record({ type: fc.constant('follow' as const), who, back: fc.nat(8), batchSize: fc.integer({ min: 1, max: 4 }) }),
];

/** Sequences of what may be asked of a store. */
export const operations = (can: {
  readonly multiStream: boolean;
  readonly reopen: boolean;
}): fc.Arbitrary<ReadonlyArray<Operation>> =>
  fc.array(
    fc.oneof(
      { arbitrary: append(can.multiStream ? 3 : 1), weight: 12 },
      ...reading.map((arbitrary) => ({ arbitrary, weight: 2 })),
      ...(can.reopen ? [{ arbitrary: fc.constant<Operation>({ type: 'reopen' }), weight: 1 }] : []),
    ),
    { minLength: 1, maxLength: 30, size: 'max' },
  );
