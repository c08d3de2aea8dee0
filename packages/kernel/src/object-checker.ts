/** Whether a value fits a codec whose decoded and encoded forms are the same. */
export type Checker = (value: unknown) => boolean;

/** A field of an object, and what its value must fit. */
export interface Field {
  readonly name: string;
  readonly check: Checker;
}

type Values = { readonly [name: string]: unknown };
type FieldsChecker = (value: Values) => boolean;

/** So many optional fields are looked for by the keys that are there. */
const MANY = 8;

/** Whether a value is an object whose fields fit. */
export const checkerOfObject = (required: ReadonlyArray<Field>, optional: ReadonlyArray<Field>): Checker => {
  const sought = optional.length > MANY ? optional.filter(({ name }) => !(name in Object.prototype)) : [];
  const named = optional.filter((field) => !sought.includes(field));
  const checks = [
    ...required.filter(({ check }) => check(undefined)).map(isThere),
    allOf([...required, ...named.map(orUndefined)]),
    ...(sought.length > 0 ? [byKey(sought)] : []),
  ];
  const fits = checks.reduce((one, other) => (value) => one(value) && other(value));
  return (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && fits(value as Values);
};

const orUndefined = ({ name, check }: Field): Field => ({
  name,
  check: (value) => value === undefined || check(value),
});

/** A required field that may be undefined must be there all the same. */
const isThere =
  ({ name }: Field): FieldsChecker =>
  (value) =>
    value[name] !== undefined || Object.hasOwn(value, name);

/** Written out by fours: a loop over the fields is slower. */
const allOf = (fields: ReadonlyArray<Field>): FieldsChecker => {
  const [a, b, c, d, ...more] = fields;
  if (a === undefined) return () => true;
  if (b === undefined) return one(a);
  if (c === undefined) return two(a, b);
  if (d === undefined) return three(a, b, c);
  if (more.length === 0) return four(a, b, c, d);
  const first = four(a, b, c, d);
  const rest = allOf(more);
  return (value) => first(value) && rest(value);
};

const one =
  ({ name: a, check: isA }: Field): FieldsChecker =>
  (value) =>
    isA(value[a]);

const two =
  ({ name: a, check: isA }: Field, { name: b, check: isB }: Field): FieldsChecker =>
  (value) =>
    isA(value[a]) && isB(value[b]);

const three =
  ({ name: a, check: isA }: Field, { name: b, check: isB }: Field, { name: c, check: isC }: Field): FieldsChecker =>
  (value) =>
    isA(value[a]) && isB(value[b]) && isC(value[c]);

const four =
  (
    { name: a, check: isA }: Field,
    { name: b, check: isB }: Field,
    { name: c, check: isC }: Field,
    { name: d, check: isD }: Field,
  ): FieldsChecker =>
  (value) =>
    isA(value[a]) && isB(value[b]) && isC(value[c]) && isD(value[d]);

/** Optional fields, by the keys that a value has. */
const byKey = (fields: ReadonlyArray<Field>): FieldsChecker => {
  const checks = new Map<string, Checker>();
  for (const { name, check } of fields.map(orUndefined)) {
    const other = checks.get(name);
    checks.set(name, other === undefined ? check : (value) => other(value) && check(value));
  }
  return (value) => {
    for (const name in value) if (checks.get(name)?.(value[name]) === false) return false;
    return true;
  };
};
