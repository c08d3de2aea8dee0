import { memoryStore } from '@millrace/engine';
import { type Decider, type EventOf, eventSet, type Instant, type Tenant } from '@millrace/kernel';
import { deciderLaws, given, type OpenBackend, storeConformance } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

const events = { SwitchedOn: { data: t.type({ watts: t.number }) }, SwitchedOff: { data: t.type({}) } };
type Event = EventOf<typeof events>;
type Command = { readonly type: 'SwitchOn' | 'SwitchOff' };
type Context = { readonly now: Instant };

const lamp: Decider<Command, { isOn: boolean }, Event, never, Context> = {
  initial: { isOn: false },
  decide: ({ type }, { isOn }, { now }) => {
    if ((type === 'SwitchOn') === isOn) return E.right([]);
    if (isOn) return E.right([{ type: 'SwitchedOff', data: {}, effectiveAt: now }]);
    return E.right([{ type: 'SwitchedOn', data: { watts: 60 }, effectiveAt: now }]);
  },
  evolve: (draft, event) => {
    draft.isOn = event.type === 'SwitchedOn';
    return undefined;
  },
};

// A story at each boundary.
const now = '2030-01-01T00:00:00.000Z' as Instant;
const on: Event = { type: 'SwitchedOn', data: { watts: 60 }, effectiveAt: now };
given(lamp, { now })().when({ type: 'SwitchOn' }).thenEvents(on);
given(lamp, { now })(on).when({ type: 'SwitchOn' }).thenNothing();

// The laws of every decider, over histories by commands through the real `decide`.
const laws = deciderLaws({
  name: 'lamp',
  decider: lamp,
  commands: fc.constantFrom<Command>({ type: 'SwitchOn' }, { type: 'SwitchOff' }),
  context: () => ({ now }),
  events: eventSet('lamp', events),
  repeatable: () => true,
});
for (const { name, run } of laws.cases) {
  run();
  console.log(name);
}
if (laws.reach.below(50, { SwitchOn: ['recorded', 'nothing'] }).length > 0) throw new Error('seldom reached');

// The promises of the event store port, for any store that keeps it.
const open: OpenBackend = async ({ clock }) => ({
  tenant: memoryStore({ clock }).tenant,
  close: async () => undefined,
});
const { capabilities } = memoryStore().tenant('acme' as Tenant);
for (const { name, run } of storeConformance(open, capabilities, { runs: 20 })) {
  await run();
  console.log(name);
}
