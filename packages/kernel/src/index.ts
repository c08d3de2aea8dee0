/** The kernel: deciders, events, stores' port, money and periods. Pure; nothing here does input or output. */
export { type AllocationError, type Allotment, allocate, type Share } from './allocate.js';
export type { Cadence } from './cadence.js';
export { canonicalJson, canonicalText } from './canonical.js';
export { checkerOf } from './checker.js';
export { type Fields, type JsonCodec, reader, SafeInteger, type Struct, struct } from './codec.js';
export {
  type CommandOf,
  type CommandSet,
  type CommandSpecs,
  type CommandUnreadable,
  commandSet,
} from './command-set.js';
export { apply, type Decider, type DomainEvent, type Evolve, type Fold, replay } from './decider.js';
export { decimalOf, parseDecimal, parseWan, wanOf } from './decimal.js';
export {
  type EncodedEvent,
  type EncodeError,
  encodeEvents,
  MAX_EVENT_BYTES,
  type NewEvent,
  type Provenance,
  type Sha256,
} from './encode.js';
export { type CorruptHistory, type Envelope, eventOf, type Meta, openStored, readEvent } from './envelope.js';
export {
  type EventOf,
  type EventSet,
  type EventSpec,
  type EventSpecs,
  eventSet,
  type Unreadable,
  type Upcaster,
} from './event-set.js';
export { deepFreeze } from './freeze.js';
export {
  BusinessId,
  type BusinessIdBrand,
  CommandId,
  type CommandIdBrand,
  EventId,
  type EventIdBrand,
  kindOf,
  MAX_ID_BYTES,
  StreamId,
  type StreamIdBrand,
  streamId,
  Tenant,
  type TenantBrand,
} from './ids.js';
export {
  epochMillis,
  Instant,
  type InstantBrand,
  isInstant,
  LocalDate,
  type LocalDateBrand,
  later,
} from './instant.js';
export { copyJson, type Json, type JsonObject, MAX_DEPTH, type NotJson } from './json.js';
export { checkAppend, MAX_EVENTS } from './limits.js';
export type { Mismatch } from './mismatch.js';
export {
  type Asking,
  type Known,
  type Module,
  type Moment,
  type Readable,
  type StreamRead,
  streamRead,
} from './module.js';
export {
  Currency,
  type CurrencyBrand,
  exponentOf,
  fromBigInt,
  MinorUnits,
  type MinorUnitsBrand,
  Money,
  type MoneyError,
  minus,
  money,
  negate,
  plus,
  sum,
  zero,
} from './money.js';
export {
  isZone,
  type Period,
  type PeriodError,
  parsePeriod,
  periodAt,
  periodFinder,
  shiftPeriod,
} from './period.js';
export { isPersonal, personal, withoutPersonal } from './personal.js';
export { convert, Rate, type RateBrand } from './rate.js';
export type { Checker } from './rule.js';
export type {
  Append,
  AppendError,
  AppendReceipt,
  AppendRefused,
  Batch,
  Capabilities,
  Conflict,
  EventStore,
  Expected,
  Guard,
  OnBatch,
  OutcomeUnknown,
  Position,
  ReadError,
  Receipt,
  Revision,
  StoreDamaged,
  StoredEvent,
  StreamWrite,
  SubscribeOptions,
  Subscription,
  SubscriptionEnd,
  Unavailable,
  Unsupported,
} from './store.js';
export { type StrayKey, strayKeyOf } from './strays.js';
export type { Unbranded } from './unbranded.js';
export { utf8Length } from './utf8.js';
export { type Change, type Documents, digestOf, project, showEvent, type View } from './view.js';
