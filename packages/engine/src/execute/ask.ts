import {
  BusinessId,
  type CommandId,
  CommandId as CommandIdCodec,
  canonicalText,
  Instant,
  type Json,
  type StreamId,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { InvalidAsk, InvalidCommand } from './errors.js';
import type { AnyModule, Wiring } from './wiring.js';

/** A command, and who asks for it. */
export interface Ask {
  /** `{ type, ... }`, read strictly by the module that has a command of that type. */
  readonly command: { readonly type: string };
  /** The same id asked again gives the first receipt. */
  readonly commandId: string;
  readonly actor: string;
  readonly role: string;
  /** When it happened in the business; now, when left out. */
  readonly effectiveAt?: string;
  /** What it belongs to; the command itself, when left out. */
  readonly correlationId?: string;
  /** The event or command that caused it. */
  readonly causationId?: string;
}

/** An ask that is well formed, and where it goes. */
export interface ReadAsk {
  readonly module: AnyModule;
  readonly command: { readonly type: string };
  readonly commandId: CommandId;
  readonly actor: BusinessId;
  readonly role: BusinessId;
  readonly effectiveAt: Instant | undefined;
  readonly correlationId: string;
  readonly causationId: string | undefined;
  readonly stream: StreamId;
  /**
   * SHA-256 of the command without personal fields, and of the effective time where one is given:
   * what was asked, and nothing that a retry makes.
   */
  readonly digest: string;
}

/** Reads an ask, or says which part of it is wrong. */
export const readAsk = (ask: Ask, { moduleOf, sha256 }: Wiring): E.Either<InvalidAsk | InvalidCommand, ReadAsk> => {
  const { commandId, actor, role, effectiveAt } = ask;
  if (!CommandIdCodec.is(commandId)) return invalid('commandId', commandId);
  if (!BusinessId.is(actor)) return invalid('actor', actor);
  if (!BusinessId.is(role)) return invalid('role', role);
  if (effectiveAt !== undefined && !Instant.is(effectiveAt)) return invalid('effectiveAt', effectiveAt);

  const type = String(ask.command?.type);
  const module = moduleOf.get(type);
  if (module === undefined) {
    return E.left({ type: 'InvalidCommand', command: type, cause: { type: 'UnknownCommand', name: type } });
  }
  const read = module.commands.read(ask.command);
  if (E.isLeft(read)) return E.left({ type: 'InvalidCommand', command: type, cause: read.left });

  const command = read.right;
  const content = [type, module.commands.impersonal(command), effectiveAt ?? null] as Json;
  return E.right({
    module,
    command,
    commandId,
    actor,
    role,
    effectiveAt,
    correlationId: ask.correlationId ?? commandId,
    causationId: ask.causationId,
    stream: module.streamOf(command),
    digest: sha256(canonicalText(content)),
  });
};

const invalid = (field: InvalidAsk['field'], found: unknown): E.Either<InvalidAsk, never> =>
  E.left({ type: 'InvalidAsk', field, found: String(found).slice(0, 100) });
