import type { DomainEvent } from '@millrace/kernel';
import fc from 'fast-check';
import { drawnCommands } from './histories.js';
import * as laws from './laws.js';
import type { DeciderLawsOptions } from './options.js';
import { counter, type Reach } from './reach.js';
import { eventsOf, type Step, walk } from './walk.js';

/** A law as a case of any test runner: `run` throws where the law does not hold. */
export interface LawCase {
  /** The title, ids included. */
  readonly name: string;
  readonly ids: ReadonlyArray<string>;
  readonly run: () => void;
}

/** The laws of a decider, and what their histories reached so far. */
export interface DeciderLaws {
  readonly cases: ReadonlyArray<LawCase>;
  /** Counted while the cases run: read it after them. */
  readonly reach: Reach;
}

/**
 * The laws that every decider keeps, as named cases without a test runner.
 *
 * Histories are command sequences through the real `decide`; commands, contexts, states and events
 * are frozen.
 *
 * @example
 * const { cases, reach } = deciderLaws({ name: 'pledging', decider, commands, context: () => ({}) });
 * for (const { name, run } of cases) test(name, run);
 * test('the generator reaches every answer', () =>
 *   assert.deepEqual(reach.below(50, { MakePledge: ['recorded', 'nothing', 'OverCap'] }), []));
 *
 * @source trust.md section 3
 */
export const deciderLaws = <
  Command extends { readonly type: string },
  State,
  Event extends DomainEvent<string, unknown>,
  Refusal extends { readonly type: string },
  Context,
>(
  options: DeciderLawsOptions<Command, State, Event, Refusal, Context>,
): DeciderLaws => {
  const { name, decider, context, events, invariants, repeatable, stageOf, runs = 100, seed } = options;
  const { count, reach } = counter();
  const drawn = drawnCommands(options);
  const parameters = { numRuns: runs, ...(seed === undefined ? {} : { seed }) };

  type Steps = ReadonlyArray<Step<Command, State, Event, Refusal, Context>>;
  const walked = (commands: Parameters<typeof walk<Command, State, Event, Refusal, Context>>[1]): Steps => {
    const steps = walk(decider, commands, context);
    for (const { command, before, answer } of steps) count(command.type, stageOf?.(before) ?? '', answer);
    return steps;
  };
  const ofSteps = (title: string, ids: ReadonlyArray<string>, law: (steps: Steps) => void): LawCase => ({
    name: [`${name}: ${title}`, ...ids].join(' '),
    ids,
    run: () => {
      const property = fc.property(drawn, (commands) => law(walked(commands)));
      fc.assert(property, parameters);
    },
  });
  const ofEvents = (title: string, ids: ReadonlyArray<string>, law: (history: ReadonlyArray<Event>) => void) =>
    ofSteps(title, ids, (steps) => law(eventsOf(steps)));

  return {
    reach,
    cases: [
      ofEvents('a replay may be split anywhere', ['LAW-1', 'LOG-1'], laws.splitAnywhere(decider)),
      ofSteps('decide is pure', ['LAW-2'], laws.pureDecide(decider)),
      ofEvents('evolve is pure', ['LAW-2'], laws.pureEvolve(decider)),
      {
        name: `${name}: evolve is total on any mix of histories LAW-3`,
        ids: ['LAW-3'],
        run: () => {
          const total = laws.totalEvolve(decider, events);
          const property = fc.property(
            drawn,
            drawn,
            fc.nat(),
            fc.nat(),
            fc.array(fc.nat(), { maxLength: 40 }),
            (a, b, i, j, picks) => {
              const [left, right] = [eventsOf(walked(a)), eventsOf(walked(b))];
              total([...left.slice(0, i % (left.length + 1)), ...right.slice(j % (right.length + 1))]);
              const all = [...left, ...right];
              total(picks.flatMap((n) => all.slice(n % (all.length + 1)).slice(0, 1)));
            },
          );
          fc.assert(property, parameters);
        },
      },
      ofSteps('what decide records, evolve accepts', ['LAW-4'], laws.accepted(decider, invariants)),
      ofEvents('replay and apply agree', [], laws.replayIsApply(decider)),
      ...(events === undefined ? [] : [ofEvents('decode undoes encode', ['LAW-23'], laws.decodeUndoesEncode(events))]),
      ...(repeatable === undefined
        ? []
        : [ofSteps('asked again is already so', [], laws.alreadySo(decider, repeatable))]),
    ],
  };
};
