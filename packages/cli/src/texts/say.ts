import type { PlaybookRefusal } from '@millrace/sales';
import type { Failure } from '../failure.js';
import type { Rejection } from '../recipe/import.js';
import { fill } from './fill.js';
import type { Cause, Texts } from './texts.js';

/** A failure in words. */
export const sayFailure = (texts: Texts, failure: Failure): string => {
  const said = (values: object): string => fill(texts.failures[failure.type], { ...failure, ...values });
  switch (failure.type) {
    case 'BadRecipe':
    case 'BadPlaybook':
      return said({ expected: formOf(texts, failure.expected), found: formOf(texts, failure.found) });
    case 'PlaybookRefused':
      return said({ said: sayRefusal(texts, failure.refusal) });
    case 'DataFileUnreadable':
      return said({ said: fill(texts.csvFaults[failure.fault], failure) });
    case 'DemoTurnedDown':
      return said({ said: sayRejection(texts, failure.cause) });
    case 'InvalidCommand':
    case 'InvalidDefinition':
    case 'CorruptHistory':
      return said({ said: sayCause(texts, failure.cause) });
    case 'NotJson':
      return said({ path: failure.path.join('/') });
    case 'Refused':
      return said({ said: sayRejection(texts, failure) });
    default:
      return said({});
  }
};

/** Why a row was rejected, in words: for people first, the name of the cause included for programs. */
export const sayRejection = (texts: Texts, cause: Rejection['cause']): string => {
  switch (cause.type) {
    case 'Refused':
      return `${cause.command}: ${sayRefusal(texts, cause.refusal)} (${cause.refusal.type})`;
    case 'NotA':
      return fill(texts.notA[cause.what], { ...cause, found: JSON.stringify(cause.found) });
    case 'SlugTaken': {
      const [found, other] = [JSON.stringify(cause.found), JSON.stringify(cause.other)];
      return fill(texts.rows.SlugTaken, { ...cause, found, other });
    }
    case 'NotAnAmount': {
      const found = JSON.stringify(cause.found);
      return fill(texts.rows.NotAnAmount, {
        ...cause,
        said: fill(texts.moneyErrors[cause.cause.type], { ...cause.cause, found }),
      });
    }
    case 'NotASummand':
      return fill(texts.rows.NotASummand, { ...cause, found: JSON.stringify(cause.found) });
    case 'GroupDisagrees': {
      const [found, other] = [JSON.stringify(cause.found), JSON.stringify(cause.other)];
      return fill(texts.rows.GroupDisagrees, { ...cause, row: cause.lines[0], found, other });
    }
    case 'InvalidCommand':
      return fill(texts.rows.InvalidCommand, { ...cause, said: sayCause(texts, cause.cause) });
    case 'NotJson':
      return fill(texts.rows.NotJson, { ...cause, path: cause.path.join('/') });
    default:
      return fill(texts.rows[cause.type], cause);
  }
};

/** The engine hands refusals on without knowing them; those of modules that ship have words. */
const sayRefusal = (texts: Texts, refusal: PlaybookRefusal | { readonly type: string }): string => {
  const known = new Map(Object.entries({ ...texts.refusals, ...texts.performanceRefusals, ...texts.projectRefusals }));
  return fill(known.get(refusal.type) ?? '', refusal);
};

const sayCause = (texts: Texts, cause: Cause): string => {
  if (cause.type === 'NotJson') return fill(texts.causes.NotJson, { ...cause, path: cause.path.join('/') });
  const form =
    cause.type === 'Mismatch' ? { expected: formOf(texts, cause.expected), found: formOf(texts, cause.found) } : {};
  const path = 'path' in cause && cause.path === '' ? { path: '/' } : {};
  return fill(texts.causes[cause.type], { ...cause, ...path, ...form });
};

const formOf = ({ forms }: Texts, name: string): string => {
  const known = new Map(Object.entries(forms));
  return known.get(name.startsWith('ReadonlyArray<') ? 'list' : name) ?? name;
};
