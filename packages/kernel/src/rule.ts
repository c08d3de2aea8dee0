/** Whether a value fits a codec whose decoded and encoded forms are the same. */
export type Checker = (value: unknown) => boolean;

/**
 * What a value must be, as data that {@link fits} reads: a field costs no call of a closure of its own.
 *
 * All rules have the same shape, so that reading one is the same few instructions for all of them.
 */
export interface Rule {
  readonly is: 'string' | 'number' | 'boolean' | 'same' | 'text' | 'checked' | 'list' | 'object';
  /** Of `same`: what it must be. */
  readonly same: unknown;
  /** Of `text`, a string that passes; of `checked`, anything that does. */
  readonly check: Checker;
  /** Of `list`: what each item must be. */
  readonly item: Rule | undefined;
  /** Of `object`: fields looked up by name. */
  readonly named: ReadonlyArray<Field>;
  /** Of `object`: optional fields looked for by the keys that are there. */
  readonly sought: ReadonlyMap<string, Rule> | undefined;
}

/** A field of an object, and what its value must be. */
export interface Field {
  readonly name: string;
  readonly rule: Rule;
  readonly optional: boolean;
}

type Values = { readonly [name: string]: unknown };

const base: Rule = {
  is: 'checked',
  same: undefined,
  check: () => true,
  item: undefined,
  named: [],
  sought: undefined,
};

export const isString: Rule = { ...base, is: 'string' };
export const isNumber: Rule = { ...base, is: 'number' };
export const isBoolean: Rule = { ...base, is: 'boolean' };
export const isSame = (same: unknown): Rule => ({ ...base, is: 'same', same });
export const isText = (check: Checker): Rule => ({ ...base, is: 'text', check });
export const isChecked = (check: Checker): Rule => ({ ...base, is: 'checked', check });
export const isListOf = (item: Rule): Rule => ({ ...base, is: 'list', item });

/** So many optional fields are looked for by the keys that are there. */
const MANY = 8;

/** An object whose fields fit. */
export const isObjectOf = (fields: ReadonlyArray<Field>): Rule => {
  const optional = fields.filter((field) => field.optional);
  const sought = optional.length > MANY ? optional.filter(({ name }) => !(name in Object.prototype)) : [];
  const named = fields.filter((field) => !sought.includes(field));
  return { ...base, is: 'object', named, sought: sought.length > 0 ? byKey(sought) : undefined };
};

const byKey = (fields: ReadonlyArray<Field>): ReadonlyMap<string, Rule> => {
  const rules = new Map<string, Rule>();
  for (const { name, rule } of fields) {
    const other = rules.get(name);
    rules.set(name, other === undefined ? rule : isChecked((value) => fits(other, value) && fits(rule, value)));
  }
  return rules;
};

/** Whether a value is what a rule says. */
export const fits = (rule: Rule, value: unknown): boolean => {
  switch (rule.is) {
    case 'string':
      return typeof value === 'string';
    case 'text':
      return typeof value === 'string' && rule.check(value);
    case 'same':
      return value === rule.same;
    case 'object':
      return isObject(value) && fieldsFit(rule, value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && itemsFit(rule.item as Rule, value);
    case 'checked':
      return rule.check(value);
  }
};

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsFit = ({ named, sought }: Rule, value: Values): boolean => {
  for (let i = 0; i < named.length; i++) {
    const { name, rule, optional } = named[i] as Field;
    const inner = value[name];
    if (inner === undefined) {
      // A required field that may be undefined must be there all the same.
      if (!optional && !(Object.hasOwn(value, name) && fits(rule, inner))) return false;
    } else if (!fits(rule, inner)) return false;
  }
  return sought === undefined || keysFit(sought, value);
};

const keysFit = (sought: ReadonlyMap<string, Rule>, value: Values): boolean => {
  for (const name in value) {
    const rule = sought.get(name);
    if (rule === undefined) continue;
    const inner = value[name];
    if (inner !== undefined && !fits(rule, inner)) return false;
  }
  return true;
};

/** Holes of an array are passed over. */
const itemsFit = (item: Rule, values: ReadonlyArray<unknown>): boolean => {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!fits(item, value) && (value !== undefined || i in values)) return false;
  }
  return true;
};
