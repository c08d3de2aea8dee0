import {
  BusinessId,
  type CommandId,
  CommandId as CommandIdCodec,
  canonicalJson,
  canonicalText,
  Instant,
  type Json,
  MAX_ID_BYTES,
  type NotJson,
  type StreamId,
  utf8Length,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { InvalidAsk, InvalidCommand } from './errors.js';
import type { AnyModule, Wiring } from './wiring.js';

/** A command, and who asks for it. */
export interface Ask {
  /** `{ type, ... }`, read strictly by the module that has a command of that type. */
  readonly command: { readonly type: string };
  /** The same id asked again gives the first receipt; it is looked up in the command's own stream. */
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
  /** A copy of our own: what was checked is what is decided, whatever becomes of the caller's. */
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
   * what was asked, not who asked it, and nothing that a retry makes.
   */
  readonly digest: string;
}

/** Reads an ask, or says which part of it is wrong; whatever it is given, it does not throw. */
export const readAsk = (ask: Ask, { moduleOf, sha256 }: Wiring): E.Either<InvalidAsk | InvalidCommand, ReadAsk> => {
  const given = fieldsOf(ask);
  const { commandId, actor, role, effectiveAt, correlationId = commandId, causationId } = given;
  if (!CommandIdCodec.is(commandId)) return invalid('commandId', commandId);
  if (!BusinessId.is(actor)) return invalid('actor', actor);
  if (!BusinessId.is(role)) return invalid('role', role);
  if (effectiveAt !== undefined && !Instant.is(effectiveAt)) return invalid('effectiveAt', effectiveAt);
  if (!isReference(correlationId)) return invalid('correlationId', correlationId);
  if (causationId !== undefined && !isReference(causationId)) return invalid('causationId', causationId);

  const text = textOf(given.command);
  if (E.isLeft(text)) return E.left({ type: 'InvalidCommand', command: typeOf(given.command), cause: text.left });
  const value: unknown = JSON.parse(text.right);
  const type = typeOf(value);
  const module = moduleOf.get(type);
  if (module === undefined) {
    return E.left({ type: 'InvalidCommand', command: type, cause: { type: 'UnknownCommand', name: type } });
  }
  const read = module.commands.read(value);
  if (E.isLeft(read)) return E.left({ type: 'InvalidCommand', command: type, cause: read.left });

  const command = read.right;
  const impersonal = module.commands.impersonal(command);
  const content = impersonal === command ? text.right : canonicalText(impersonal as Json);
  return E.right({
    module,
    command,
    commandId,
    actor,
    role,
    effectiveAt,
    correlationId,
    causationId,
    stream: module.streamOf(command),
    digest: sha256(`[${JSON.stringify(type)},${content},${JSON.stringify(effectiveAt ?? null)}]`),
  });
};

/** The fields of an ask, each read once; none of them where reading throws. */
const fieldsOf = (ask: Ask): { readonly [Field in keyof Ask]?: unknown } => {
  try {
    const { command, commandId, actor, role, effectiveAt, correlationId, causationId } = ask;
    return { command, commandId, actor, role, effectiveAt, correlationId, causationId };
  } catch {
    return {};
  }
};

/** The command as canonical JSON: an object of the caller's may change, or throw when it is read. */
const textOf = (command: unknown): E.Either<NotJson, string> => {
  try {
    return canonicalJson(command);
  } catch {
    return E.left({ type: 'NotJson', path: [], reason: 'notPlain' });
  }
};

const typeOf = (command: unknown): string => {
  try {
    const { type } = command as { readonly type?: unknown };
    return typeof type === 'string' ? type : '';
  } catch {
    return '';
  }
};

/** The id of something, here or elsewhere: any text that a store can keep. @source trust.md REL-8 */
const isReference = (value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  utf8Length(value) <= MAX_ID_BYTES &&
  value.isWellFormed() &&
  !value.includes('\u0000');

const invalid = (field: InvalidAsk['field'], found: unknown): E.Either<InvalidAsk, never> => {
  const told = typeof found === 'object' || typeof found === 'function' ? typeof found : String(found);
  return E.left({ type: 'InvalidAsk', field, found: told.slice(0, 100) });
};
