/** Logs of everything that is sold, pledged and settled, made by real commands through the real deciders. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  type BusinessId,
  type CommandId,
  type DomainEvent,
  deepFreeze,
  type Envelope,
  type EventId,
  eventOf,
  type Fold,
  type Instant,
  kindOf,
  type Module,
  project,
  type Readable,
  replay,
  type StreamId,
  type Tenant,
  type View,
} from '@millrace/kernel';
import { salesModules } from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';

type AnyModule = Module<
  { readonly type: string },
  unknown,
  DomainEvent<string, unknown>,
  { readonly type: string },
  unknown
>;

const modules = salesModules as unknown as ReadonlyArray<AnyModule>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A command as it is written down; when it happened, and who asks: the operator, where nobody is named. */
export interface SalesAsk {
  readonly at: string;
  readonly by?: string;
  readonly role?: string;
  readonly command: { readonly type: string; readonly [field: string]: unknown };
}

/** A log that grows by commands. What is refused leaves no trace. */
export class SalesLog {
  readonly events: Array<Envelope> = [];
  readonly #streams = new Map<string, Array<Envelope>>();
  readonly #states = new Map<string, unknown>();

  /** A log with the same past and a future of its own. */
  copy(): SalesLog {
    const other = new SalesLog();
    other.events.push(...this.events);
    for (const [stream, events] of this.#streams) other.#streams.set(stream, [...events]);
    for (const [stream, state] of this.#states) other.#states.set(stream, state);
    return other;
  }

  /** How a failed property shows it: what happened, where and when. */
  [fc.toStringMethod](): string {
    return this.events
      .map(
        ({ stream, type, data, meta }) => `${meta.effectiveAt} ${stream} ${type} ${JSON.stringify(data).slice(0, 200)}`,
      )
      .join('\n');
  }

  /** Position of the last event. */
  get position(): number {
    return this.events.length;
  }

  /** Asks one command. */
  ask({
    at,
    by = 'operator',
    role = by === 'operator' ? by : 'seller',
    command: written,
  }: SalesAsk): E.Either<{ readonly type: string }, ReadonlyArray<Envelope>> {
    for (const module of modules) {
      const command = module.commands.read(written);
      if (E.isLeft(command)) {
        if (command.left.type === 'UnknownCommand') continue;
        return command;
      }
      return this.#decide(module, command.right, { at, by, role });
    }
    return assert.fail(`nobody answers ${written.type}`);
  }

  /** Asks commands that are answered. @throws AssertionError where one is refused. */
  tell(...asks: ReadonlyArray<SalesAsk>): this {
    for (const ask of asks) {
      const answer = this.ask(ask);
      if (E.isLeft(answer)) assert.fail(`${JSON.stringify(ask)}: ${JSON.stringify(answer.left)}`);
    }
    return this;
  }

  /** The documents of a view, as known at a position: of everything, where none is named. */
  documents<Document>(view: View<never, Document>, knownAt: number = this.position): Map<string, Document> {
    const known = this.events.slice(0, knownAt).filter(({ stream }) => view.kinds.includes(kindOf(stream)));
    return project(view as View<DomainEvent<string, unknown>, Document>, known);
  }

  /** Where a stream stands. */
  stateOf<State, Event extends DomainEvent<string, unknown>>(
    stream: StreamId,
    { fold }: Readable<State, Event>,
  ): State {
    return this.#stateOf(stream, fold as Fold<unknown, unknown>) as State;
  }

  #decide(
    module: AnyModule,
    command: { readonly type: string },
    { at, by, role }: { readonly at: string; readonly by: string; readonly role: string },
  ): E.Either<{ readonly type: string }, ReadonlyArray<Envelope>> {
    const stream = module.streamOf(command);
    const own = this.#stateOf(stream, module.decider);
    const effectiveAt = at as Instant;
    const moment = { effectiveAt, now: effectiveAt, actor: by as BusinessId, role: role as BusinessId, sha256 };
    const context = module.contextOf(command, moment, {
      own,
      stateOf: (other, of) => this.#stateOf(other, of.fold as Fold<unknown, unknown>) as never,
    });
    const answer = module.decider.decide(command, own, context);
    if (E.isLeft(answer)) return answer;
    const recorded = answer.right.map((event) => this.#record(stream, event, { at, by, role }));
    this.#states.set(stream, replay(module.decider, recorded.map(eventOf), own));
    return E.right(recorded);
  }

  #stateOf(stream: StreamId, fold: Fold<unknown, never> | Fold<unknown, unknown>): unknown {
    if (!this.#states.has(stream)) {
      const events = (this.#streams.get(stream) ?? []).map(eventOf);
      this.#states.set(stream, replay(fold as Fold<unknown, unknown>, events));
    }
    return this.#states.get(stream);
  }

  #record(
    stream: StreamId,
    { type, data, effectiveAt }: DomainEvent<string, unknown>,
    { at, by, role }: { readonly at: string; readonly by: string; readonly role: string },
  ): Envelope {
    const own = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, own);
    const position = this.events.length + 1;
    const event: Envelope = {
      id: `00000000-0000-5000-8000-${position.toString().padStart(12, '0')}` as EventId,
      stream,
      revision: own.length,
      position,
      type,
      schema: 1,
      data: deepFreeze(structuredClone(data)) as Envelope['data'],
      meta: {
        tenant: 'stories' as Tenant,
        recordedAt: at as Instant,
        effectiveAt,
        actor: by as BusinessId,
        role: role as BusinessId,
        commandId: '00000000-0000-7000-8000-000000000000' as CommandId,
        commandDigest: '',
        correlationId: '',
      },
    };
    own.push(event);
    this.events.push(event);
    return event;
  }
}
