import type {
  Asking,
  DomainEvent,
  EventSet,
  EventStore,
  Module,
  Moment,
  Sha256,
  StreamId,
  StreamRead,
} from '@millrace/kernel';
import type { Clock } from '../clock.js';
import type { StateCache } from './cache.js';
import type { Turns } from './turns.js';

/** A module whose types only it knows. */
export type AnyModule = Module<
  { readonly type: string },
  unknown,
  DomainEvent<string, unknown>,
  { readonly type: string },
  unknown
>;

/**
 * Any module at all; registering one is naming it.
 *
 * What a module takes is `never` here, so that every module is one of these and nobody but the engine,
 * which gives each only what came of itself, can call it.
 */
export interface RegisteredModule {
  readonly kind: string;
  readonly events: EventSet<DomainEvent<string, unknown>>;
  readonly commands: Omit<AnyModule['commands'], 'impersonal'> & { readonly impersonal: (command: never) => unknown };
  readonly decider: {
    readonly initial: unknown;
    readonly decide: (
      ...given: [command: never, state: never, context: never]
    ) => ReturnType<AnyModule['decider']['decide']>;
    readonly evolve: (draft: never, event: never) => unknown;
  };
  readonly streamOf: (command: never) => StreamId;
  readonly reads: (command: never, asking: Asking, known: never) => ReadonlyArray<StreamRead>;
  readonly contextOf: (command: never, moment: Moment, known: never) => unknown;
  readonly elsewhere?: (event: never, command: never) => StreamId | undefined;
  readonly playbookOf: (context: never) => string | undefined;
}

/** What every part of the engine is given; one for each engine. */
export interface Wiring {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly sha256: Sha256;
  readonly cache: StateCache;
  /** Of commands, by their own stream. */
  readonly turns: Turns;
  /** Of attempts: at a command's own stream first, then where it lost a race. */
  readonly attempts: Turns;
  /** By command type. */
  readonly moduleOf: ReadonlyMap<string, AnyModule>;
  /** By stream kind. */
  readonly eventsOf: ReadonlyMap<string, EventSet<DomainEvent<string, unknown>>>;
}

/** Wires modules to a store. @throws RangeError where two modules share a command type or a stream kind. */
export const wire = (
  modules: ReadonlyArray<RegisteredModule>,
  parts: Omit<Wiring, 'moduleOf' | 'eventsOf'>,
): Wiring => {
  const moduleOf = new Map<string, AnyModule>();
  const eventsOf = new Map<string, EventSet<DomainEvent<string, unknown>>>();
  for (const module of modules as ReadonlyArray<AnyModule>) {
    if (eventsOf.has(module.kind)) throw new RangeError(`two modules for streams of kind ${module.kind}`);
    eventsOf.set(module.kind, module.events);
    for (const type of module.commands.types) {
      if (moduleOf.has(type)) throw new RangeError(`two modules answer ${type}`);
      moduleOf.set(type, module);
    }
  }
  return { ...parts, moduleOf, eventsOf };
};
