import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { canonicalJson } from './canonical.js';
import { reader } from './codec.js';
import type { NotJson } from './json.js';
import type { Mismatch } from './mismatch.js';
import { withoutPersonal } from './personal.js';
import { type StrayKey, strayKeyOf } from './strays.js';

/** The codecs of a module's commands, by type name; a command's fields stand beside its `type`. */
export type CommandSpecs = { readonly [type: string]: t.Mixed };

/** The commands that `Specs` describe, as a union told apart by `type`. */
export type CommandOf<Specs extends CommandSpecs> = {
  [Type in keyof Specs & string]: { readonly type: Type } & t.TypeOf<Specs[Type]>;
}[keyof Specs & string];

/** Why a value is not a command of a module. */
export type CommandUnreadable =
  | { readonly type: 'UnknownCommand'; readonly name: string }
  /** A field that the command does not have; `path` is of keys joined by `/`. */
  | { readonly type: 'UnknownField'; readonly path: string }
  | Mismatch;

/** The commands a module answers: how they are read from outside and what identifies their content. */
export interface CommandSet<Command extends { readonly type: string }> {
  readonly types: ReadonlyArray<string>;
  /** A command with exactly its own fields: unknown, missing and wrong ones are refused, at any depth. */
  readonly read: (value: unknown) => E.Either<CommandUnreadable, Command>;
  /** The command without its personal fields: what its digest is taken of. */
  readonly impersonal: (command: Command) => unknown;
}

interface Entry {
  readonly check: (value: unknown) => E.Either<Mismatch, object>;
  readonly stray: StrayKey;
  readonly strip: (value: unknown) => unknown;
}

/** Makes the {@link CommandSet} of a module from the codecs of its commands. */
export const commandSet = <Specs extends CommandSpecs>(specs: Specs): CommandSet<CommandOf<Specs>> => {
  const entries = new Map(
    Object.entries(specs).map(([type, codec]): [string, Entry] => [
      type,
      { check: reader(codec), stray: strayKeyOf(codec), strip: withoutPersonal(codec) },
    ]),
  );
  return {
    types: [...entries.keys()],
    read: (value) => {
      const json = canonicalJson(value);
      if (E.isLeft(json)) return E.left(notJson(json.left));
      const type = typeOf(value);
      const entry = entries.get(type);
      if (entry === undefined) return E.left({ type: 'UnknownCommand', name: type });
      const checked = entry.check(value);
      if (E.isLeft(checked)) return checked;

      const { type: _, ...fields } = checked.right as { readonly type: string };
      const stray = entry.stray(fields);
      return stray === undefined
        ? E.right({ type, ...fields } as CommandOf<Specs>)
        : E.left({ type: 'UnknownField', path: stray });
    },
    impersonal: (command) => {
      const entry = entries.get(command.type);
      if (entry === undefined) throw new RangeError(`no command ${command.type}`);
      return entry.strip(command);
    },
  };
};

const typeOf = (value: unknown): string => {
  const type: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return typeof type === 'string' ? type : '';
};

const notJson = ({ path, reason }: NotJson): Mismatch => ({
  type: 'Mismatch',
  path: path.join('/'),
  expected: 'JSON',
  found: reason,
});
