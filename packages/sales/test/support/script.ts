import assert from 'node:assert/strict';
import {
  type BusinessId,
  type CommandId,
  type EncodedEvent,
  encodeEvents,
  replay,
  streamId,
  type Tenant,
} from '@millrace/kernel';
import {
  type Customer,
  type CustomerCommand,
  type CustomerEvent,
  customerModule,
  type DataSheet,
} from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { ask, day, entered, on, sha256 } from './story.js';

/** What stands in every free text of the script, so that none can hide. */
export const FREE = 'free text';

/** Every field of a data sheet there is: the type says that none is forgotten. */
export const fullSheet: { readonly [Field in keyof Required<DataSheet>]: unknown } = {
  kind: 'organisation',
  name: FREE,
  businessName: FREE,
  position: FREE,
  dateStarted: '2026-01-01',
  estimatedPurchaseDate: '2026-04-30',
  primaryBusiness: FREE,
  currentTrucks: [FREE],
  salesManager: 'mia',
  preferredContact: FREE,
  address: FREE,
  city: FREE,
  district: FREE,
  postcode: FREE,
  officePhone: FREE,
  homePhone: FREE,
  mobile: FREE,
  email: FREE,
  otherContact: FREE,
  source: 'walkIn',
  foundBy: 'fair',
  size: FREE,
  principal: FREE,
  contacts: [{ name: FREE, role: FREE, phone: FREE }],
  location: { latitudeE7: 298_700_000, longitudeE7: 1_215_500_000 },
  notes: FREE,
  knowsBrand: 'yes',
  knowsDealer: 'no',
  knowsRivals: 'unknown',
  needsProduct: 'yes',
  buyIntent: 'yes',
};

const evidence = { note: FREE, traits: ['definiteNeed', 'knowsBrands'] } as const;
const amount = { minor: 25_000_000, currency: 'CNY' };

/**
 * One customer's life, with every event there is, and with and without each of their optional fields.
 * One command a day, from day 1.
 */
export const script: ReadonlyArray<CustomerCommand> = [
  ask('CollectProspect', { collectedBy: 'ada', sheet: fullSheet as never }),
  ask('RejectProspect', { screenedBy: 'mia', reason: 'incomplete' }),
  ask('ResubmitProspect', { resubmittedBy: 'bob' }),
  ask('AcceptProspect', { screenedBy: 'ada' }),
  ask('EnterCustomer', {}),
  ask('UpdateDataSheet', { changes: { mobile: `${FREE} 2`, source: 'internet' }, cleared: ['city', 'contacts'] }),
  ask('LogContact', { by: 'ada', contactType: 'call', message: FREE }),
  ask('LogContact', { by: 'ada', contactType: 'visit' }),

  ask('AdvanceStage', { to: 'shopper', evidence }),
  ask('RevertStage', { to: 'prospect', reason: 'postponed' }),
  ask('AdvanceStage', { to: 'shopper', evidence: { note: FREE } }),
  ask('ObserveBuyerStep', { step: 'productsCompared' }),
  ask('DecidePurchase', { evidence: { traits: ['narrowedRange'] } }),
  ask('CompletePurchase', { amount }),
  ask('OpenJourney', {}),
  ask('CloseJourney', { outcome: 'dormant', reason: 'later' }),
  ask('DecidePurchase', {}),
  ask('CompletePurchase', {}),
  ask('CorrectJourneyMove', { target: 19, reason: 'wrongDate', replacement: { effectiveAt: day(17) } }),
  ask('CorrectJourneyMove', { target: 19, reason: 'misclassified' }),
  ask('RevertStage', { to: 'shopper', reason: 'reconsidering' }),
  ask('CorrectJourneyMove', { target: 22, reason: 'misclassified', replacement: { to: 'prospect', evidence } }),

  ask('ProposeClass', { class: 'major', proposedBy: 'ada' }),
  ask('ClassifyCustomer', { relationship: 'partner' }),
  ask('ClassifyCustomer', {}),
  ask('LinkDuplicate', { of: 'c2' }),
  ask('UnlinkDuplicate', {}),

  ask('AssignCustody', { to: 'ada', reason: 'territory' }),
  ask('TransferCustody', { to: 'bob', reason: 'workload' }),
  ask('ReleaseToPool', { reason: 'noProgress' }),
  ask('ClaimFromPool', { by: 'cyd' }),
  ask('StartTemporaryCustody', { manager: 'mia', until: day(60) }),
  ask('EndTemporaryCustody', { to: 'ada' }),
  ask('ReleaseToPool', { reason: 'sellerLeft' }),
  ask('StartTemporaryCustody', { manager: 'noa' }),
  ask('EndTemporaryCustody', {}),
  ask('AssignCustody', { to: 'bob' }),
];

/** What a command of the script recorded. */
interface Recorded {
  readonly command: CustomerCommand;
  readonly events: ReadonlyArray<CustomerEvent>;
  readonly encoded: ReadonlyArray<EncodedEvent>;
}

const other: Customer = replay(customerModule.decider, entered);

/** The script through the real `decide`, each command recording something, made ready for a store. */
export const played = (): ReadonlyArray<Recorded> => {
  let customer: Customer = customerModule.decider.initial;
  return script.map((command, index) => {
    const context = { ...on(index + 1), other };
    const answer = customerModule.decider.decide(command, customer, context);
    assert(E.isRight(answer) && answer.right.length > 0, `${command.type}: ${JSON.stringify(answer)}`);
    customer = replay(customerModule.decider, answer.right, customer);
    const encoded = encodeEvents(
      answer.right.map((event) => ({ stream: streamId('customer', 'c1'), event, events: customerModule.events })),
      {
        tenant: 'golden' as Tenant,
        actor: 'tester' as BusinessId,
        role: 'tester' as BusinessId,
        commandId: `00000000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}` as CommandId,
        commandDigest: '',
        correlationId: '',
        playbook: 'dealership@golden',
      },
      sha256,
    );
    assert(E.isRight(encoded));
    return { command, events: answer.right, encoded: encoded.right };
  });
};
