import type { Texts } from '../texts.js';

export const failures: Texts['failures'] = {
  RecipeMissing: 'The recipe {file} cannot be read: {message}',
  RecipeNotJson: 'The recipe {file} is not JSON: {message}',
  BadRecipe: 'The recipe {file} is wrong at {path}: expected {expected}, found {found}',
  PlaybookRefused: 'The playbook cannot be published in {file}: {said}',
  DataFileMissing: 'The recipe names the file {file} at {path}, which cannot be read: {message}',
  DataFileUnreadable: '{file}, line {row}, cannot be read: {said}',
  ColumnMissing: 'The recipe names the column "{column}" at {path}, but {file} has no such column; it has {columns}',
  LookupKeyDoubled: '{file}, line {row}: the key "{key}" stands there a second time',
  LookupRowUnreadable: '{file}, line {row}: expected {expected} columns, found {found}',
  GroupedRowUnreadable:
    '{file}, line {row}: expected {expected} columns, found {found}; so it is not known which group of rows is whole',
  RejectedFileUnwritable:
    'The import is finished, but its rejected rows cannot be written to {file}: {message}. Import again to try anew.',
  AnotherPlaybook: '{file} follows the playbook {inForce}, not {wanted}. Use another database.',
  DemoTurnedDown:
    'The demo does not go with what is in {file} already: {said}. Remove the file, or name another with --db.',
  BadOption: '{option}: expected {expected}, found "{found}"',
  StreamUnknown: 'There is no stream "{stream}" in {file}',
  CustomerUnknown: 'There is no customer "{customer}" in {file}, or it was not entered by then',
  UnknownStage: 'There is no stage "{stage}"; there are {stages}',
  NodeTooOld: 'Node {version} is too old: millrace needs Node 22 or newer',
  FileMissing: 'There is no database {file}. Import something into it first, or name another with --db.',
  NotAMillraceDatabase: '{file} is no database of millrace, or is damaged: {message}',
  NewerSchema: '{file} was written by a newer millrace: its schema is {schema}, this one knows up to {newest}',
  DatabaseLocked: '{file} is locked by another program: {message}',
  CannotOpen: '{file} cannot be opened: {message}',
  InvalidDefinition: '{file}: the parameters of the funnel do not go together: {said}',
  NoPlaybookPublished: 'No playbook has been published in {file} by then, so there are no stages to count',
  CorruptHistory: '{file}: the event at position {position} ({stream}, revision {revision}) cannot be read: {said}',
  Unavailable: '{file} did not answer ({reason}): {message}',
  StoreDamaged: '{file} is damaged: {message}',
  OutcomeUnknown: '{file}: it is not known whether the last events were written; run the command again: {message}',
  Unsupported: '{file} cannot do this: {capability}',
  AppendRefused: '{file}: too much in one append ({reason}): {actual}, the limit is {limit}',
  Contended: '{file}: others kept writing to {stream}; run the command again',
  CommandReused: '{file}: the command id {commandId} was used before for something else',
  InvalidCommand: '{file}: {command} is no command: {said}',
  InvalidAsk: '{file}: the {field} of a command is wrong: {found}',
  NotJson: '{file}: something in {event} cannot be stored as JSON: {reason} at {path}',
  EventTooLarge: '{file}: {event} has {actual} bytes; the limit is {limit}',
};

export const csvFaults: Texts['csvFaults'] = {
  notUtf8: 'it is no UTF-8 text',
  noHeader: 'the file is empty; expected a header',
  doubledColumn: 'two columns are called "{column}"',
  openQuote: 'a quote in the row that begins there is never closed',
  strayQuote: 'there is a quote in the middle of a cell',
  textAfterQuote: 'a cell goes on after its closing quote',
};

export const rows: Texts['rows'] = {
  ColumnCount: 'expected {expected} columns, found {found}',
  NothingFound: 'nothing was found for {column}',
  GroupDisagrees: 'lines {lines} are one group, but {column} is {found} on line {row} and {other} on line {line}',
  NotASummand: '{column} on line {line}: expected a decimal number, found {found}',
  NotAnAmount: '{field}: {said}',
  InvalidCommand: '{command}: {said}',
  InvalidAsk: 'the {field} is wrong: {found}',
  CommandReused: 'the row was imported before with other content',
  AppendRefused: 'too much in one append: {actual}, the limit is {limit}',
  NotJson: '{event} cannot be stored as JSON: {reason} at {path}',
  EventTooLarge: '{event} has {actual} bytes; the limit is {limit}',
};

export const notA: Texts['notA'] = {
  integer: 'expected a whole number, found {found}',
  time: 'expected a time in the format of the recipe, found {found}',
  date: 'expected a date in the format of the recipe, found {found}',
};

export const moneyErrors: Texts['moneyErrors'] = {
  NotDecimal: 'expected an amount of money, found {found}',
  TooManyDecimals: '{found} has a fraction of the smallest unit: at most {limit} decimals',
  AmountOutOfRange: '{found} is more than can be counted',
  UnknownCurrency: '{found}: there is no currency "{code}"',
};

export const causes: Texts['causes'] = {
  UnknownCommand: 'there is no command "{name}"',
  UnknownField: 'it has no field {path}',
  Mismatch: '{path}: expected {expected}, found {found}',
  UnknownEventType: 'there is no event "{name}"',
  NewerSchema: '{name} has schema {schema}; this program knows up to {newest}',
  NotJson: 'what stands at {path} is not JSON: {reason}',
  NoSuchSchema: '{name} has no schema {schema}; the newest is {newest}',
  UpcastFailed: '{name} of schema {schema} cannot be read as a newer one, at {path}: {message}',
  NotJsonText: 'it is not JSON: {message}',
};

export const forms: Texts['forms'] = {
  BusinessId: 'an id (a letter or digit, then letters, digits and . _ : @ + -, at most 256 bytes)',
  Term: 'a term (a letter, then letters, digits, . and _, at most 64 characters)',
  Instant: 'a moment (2026-11-24T09:00:00.000Z)',
  LocalDate: 'a day (2026-11-24)',
  Zone: 'a time zone (Europe/Amsterdam)',
  Currency: 'a currency (EUR)',
  SafeInteger: 'a whole number',
  MinorUnits: 'a whole number',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  PledgeName: 'a pledge whose period, person and unit are at most 256 bytes together',
  RecipeId: 'small letters, digits and -, at most 64 characters',
  NonEmptyString: 'text that is not empty',
  Fields: 'names without $ in front',
  Template:
    'text, a number, true or false, a list, an object without $ in its names, or one of $money, $integer, $time, $date, $period and $optional',
  list: 'a list',
  Recipe: 'a recipe',
  PlaybookChoice: 'a playbook ({"preset": ...})',
  RecipeFile: 'a file ({"path": ..., "time": ..., "commands": ...})',
  TimeColumn: 'a time: {"column": ...} or {"at": ...}',
  GroupBy: 'a grouping ({"key": [...]})',
  ValueMap: 'a map ({"by": ..., "values": {...}})',
  PeopleChoice: 'what is asked of people ({"qualifiedFor": [...]})',
  CurrencyText: 'a currency (EUR), or text with a column in it',
  RecipeCommand: 'a command ({"command": ..., "fields": ...})',
  Changed: '{"key": [...], "value": ...}',
  Lookup: 'a lookup ({"path": ..., "key": ...})',
  knownKey: 'a key that recipes have',
  knownField: 'a field that the command has',
  oneFileOnce: 'a file that is not named before',
  oneNameOnce: 'a name that no lookup has',
  oneColumnOnce: 'a column that is not named before',
  constantTime: 'a time in its format',
  Condition: 'a column, and is, isNot, startsWith or blank',
  TimeFormat: 'iso, or a pattern with yyyy, MM and dd',
  storable: 'data that can be stored',
  nothing: 'nothing',
};
