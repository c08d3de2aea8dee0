/** The codecs of the bench's events in io-ts: the same as the customer module's, which keeps its own to itself. */
import { BusinessId, Instant, Money, SafeInteger } from '@millrace/kernel';
import { ClearableField, DataSheet, Evidence, SheetFields, Term } from '@millrace/sales';
import * as t from 'io-ts';
import type { BenchEvent } from './history.js';

const event = <Type extends BenchEvent['type']>(type: Type, data: t.Mixed) =>
  t.type({ type: t.literal(type), data, effectiveAt: Instant }, type) as unknown as t.Type<
    BenchEvent,
    BenchEvent,
    unknown
  >;

/** By type, so that who knows an event's type finds its codec. */
export const codecs: ReadonlyMap<string, t.Type<BenchEvent, BenchEvent, unknown>> = new Map(
  [
    event('ProspectCollected', t.type({ collectedBy: BusinessId, sheet: DataSheet })),
    event('ProspectAccepted', t.type({ screenedBy: BusinessId, selfScreened: t.boolean })),
    event(
      'CustomerEntered',
      t.intersection([t.type({ collectedBy: BusinessId, source: Term }), t.partial({ custodian: BusinessId })]),
    ),
    event('JourneyOpened', t.type({ journey: SafeInteger, stage: Term })),
    event(
      'ContactLogged',
      t.intersection([t.type({ by: BusinessId, contactType: Term }), t.partial({ message: t.string })]),
    ),
    event('DataSheetUpdated', t.type({ changes: SheetFields, cleared: t.readonlyArray(ClearableField) })),
    event('CustodyTransferred', t.type({ from: BusinessId, to: BusinessId, reason: Term })),
    event(
      'StageAdvanced',
      t.intersection([t.type({ journey: SafeInteger, from: Term, to: Term }), t.partial({ evidence: Evidence })]),
    ),
    event('BuyerStepObserved', t.type({ journey: SafeInteger, step: Term, outOfSequence: t.boolean })),
    event(
      'PurchaseDecided',
      t.intersection([t.type({ journey: SafeInteger, from: Term, to: Term }), t.partial({ evidence: Evidence })]),
    ),
    event('PurchaseCompleted', t.intersection([t.type({ journey: SafeInteger }), t.partial({ amount: Money })])),
  ].map((codec) => [codec.name, codec]),
);
