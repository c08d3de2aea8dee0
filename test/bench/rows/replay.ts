import { copyJson, deepFreeze, type Envelope, eventOf, project, type View } from '@millrace/kernel';
import { type Customer, customerModule } from '@millrace/sales';
import { type BenchEvent, stateCount, stories } from '../data/history.js';
import { logOf } from '../data/log.js';
import { castoreFold, fmodel, immerStep } from '../folds/libraries.js';
import { initialMutable, mutableSwitch } from '../folds/mutable.js';
import { contender, type Row } from '../harness/row.js';

const { decider } = customerModule;

type Read = Envelope<BenchEvent>;

/** The states of the customers, as a view keeps documents: edited in place, and private until they are handed out. */
const states: View<BenchEvent, Customer> = {
  name: 'states',
  version: 1,
  kinds: ['customer'],
  empty: () => copyJson(decider.initial),
  on: (envelope) => [{ key: envelope.stream, change: (draft) => decider.evolve(draft, eventOf(envelope)) }],
};

const projected = (log: Iterable<Read>): ReadonlyMap<string, unknown> => {
  const documents = project(states, log);
  for (const document of documents.values()) deepFreeze(document);
  return documents;
};

/** Folds event by event, as the log has them. */
const inOrder = <State>(log: Iterable<Read>, first: () => State, step: (state: State, event: BenchEvent) => State) => {
  const all = new Map<string, State>();
  for (const envelope of log) {
    const state = all.get(envelope.stream);
    const next = step(state ?? first(), eventOf(envelope));
    if (next !== state) all.set(envelope.stream, next);
  }
  return all;
};

/** Gathers each stream's events before it folds them: the one way in which Castore does it. */
const gathered = (log: Iterable<Read>, fold: (events: Array<BenchEvent>) => unknown): ReadonlyMap<string, unknown> => {
  const streams = new Map<string, Array<BenchEvent>>();
  for (const envelope of log) {
    const events = streams.get(envelope.stream);
    if (events === undefined) streams.set(envelope.stream, [eventOf(envelope)]);
    else events.push(eventOf(envelope));
  }
  return new Map([...streams].map(([stream, events]) => [stream, fold(events)]));
};

/** A log replayed: every contender parses the text of each event and folds it into its stream's state. */
const replayRow = (name: string, size: number, timeAtMost: number): Row => ({
  name,
  title: `replay ${size.toLocaleString('en')} events into ${stateCount(size)} states, from their texts`,
  unit: 'events/s',
  size,
  goals: [
    { against: 'mutable switch', timeAtMost },
    { against: 'fmodel-ts', speedAtLeast: 1 },
    { against: 'Castore', speedAtLeast: 1 },
  ],
  contenders: async (setting) => {
    const texts = logOf(stories(setting.size)).map(({ stream, event: { type, data, effectiveAt } }) =>
      JSON.stringify({ stream, type, data, meta: { effectiveAt } }),
    );
    const read = function* (): Generator<Read> {
      for (const text of texts) yield JSON.parse(text) as Read;
    };
    return [
      contender('kernel project', () => projected(read())),
      contender('mutable switch', () => inOrder(read(), initialMutable, mutableSwitch)),
      contender('fmodel-ts', () => inOrder(read(), () => fmodel.initialState, fmodel.evolve)),
      contender('Castore', () => gathered(read(), castoreFold)),
      contender('immer per event', () => inOrder(read(), () => decider.initial, immerStep)),
    ];
  },
});

export const replayHundredThousand = replayRow('replay-100k', 100_000, 1.3);
export const replayMillion = replayRow('replay-1m', 1_000_000, 1.5);
