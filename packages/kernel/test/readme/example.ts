import { type Decider, type EventOf, eventSet, type Instant, replay, SafeInteger, struct } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

// What can have happened. Names and fields are the storage format.
const specs = { TestDrivesBooked: { data: struct({ drives: SafeInteger }) } };
export const events = eventSet('demonstrator', specs);
type Event = EventOf<typeof specs>;

type Book = { readonly type: 'BookTestDrives'; readonly drives: number };
type NotEnoughFree = { readonly type: 'NotEnoughFree'; readonly free: number };

export const testDrives: Decider<Book, { readonly free: number }, Event, NotEnoughFree, { readonly at: Instant }> = {
  initial: { free: 8 },
  decide: ({ drives }, { free }, { at }) =>
    drives > free
      ? E.left({ type: 'NotEnoughFree', free })
      : E.right([{ type: 'TestDrivesBooked', data: { drives }, effectiveAt: at }]),
  evolve: (state, { data }) => {
    state.free -= data.drives;
    return undefined;
  },
};

const at = '2026-11-24T09:00:00.000Z' as Instant;
export const history: Array<Event> = [];
for (const drives of [6, 3, 2]) {
  const answer = testDrives.decide({ type: 'BookTestDrives', drives }, replay(testDrives, history), { at });
  if (E.isRight(answer)) history.push(...answer.right);
}
export const state = replay(testDrives, history); // { free: 0 }: 6 and 2 were booked, 3 were too many
