import { replay } from '@millrace/kernel';
import { customerModule } from '@millrace/sales';
import { type BenchEvent, stateCount, stories } from '../data/history.js';
import { castoreFold, fmodel, immerStep } from '../folds/libraries.js';
import { initialMutable, mutableSwitch } from '../folds/mutable.js';
import { contender, type Row } from '../harness/row.js';

const { decider } = customerModule;

const mutableFold = (events: ReadonlyArray<BenchEvent>) => {
  let state = initialMutable();
  for (const event of events) state = mutableSwitch(state, event);
  return state;
};

/** The fold alone, stream after stream, of events that lie parsed in memory: what loading a stream adds to its reading. */
const foldRow = (name: string, size: number): Row => ({
  name,
  title: `fold ${size.toLocaleString('en')} events into ${stateCount(size)} states, from memory`,
  unit: 'events/s',
  size,
  goals: [{ against: 'immer per event', speedAtLeast: 6 }],
  contenders: async (setting) => {
    const all = stories(setting.size);
    const each = (name: string, fold: (events: Array<BenchEvent>) => unknown) =>
      contender(name, () => new Map(all.map(({ stream, events }) => [stream, fold(events as Array<BenchEvent>)])));
    return [
      each('kernel replay', (events) => replay(decider, events)),
      each('mutable switch', mutableFold),
      each('fmodel-ts', (events) => events.reduce(fmodel.evolve, fmodel.initialState)),
      each('Castore', castoreFold),
      each('immer per event', (events) => events.reduce(immerStep, decider.initial)),
    ];
  },
});

export const foldHundredThousand = foldRow('fold-100k', 100_000);
export const foldMillion = foldRow('fold-1m', 1_000_000);
