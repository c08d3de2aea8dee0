import type { BusinessId, Money } from '@millrace/kernel';
import { type CustomerCommand, type DataSheet, dealership, type ListName, type Term, termsOf } from '@millrace/sales';
import fc from 'fast-check';
import { customerIds, managerIds, sellerIds } from './people.js';
import { timeAt } from './time.js';

type CommandTo<Type extends CustomerCommand['type']> = Extract<CustomerCommand, { type: Type }>;
type Fields = { readonly [Type in CustomerCommand['type']]: fc.Arbitrary<Omit<CommandTo<Type>, 'type' | 'customer'>> };

const { customer: rules } = dealership;

/** A term of the dealership's, seldom one that it does not have. */
const termOf = (ids: ReadonlyArray<Term>): fc.Arbitrary<Term> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constant('unheardOf' as Term) },
  );
const listed = (list: ListName) => termOf(termsOf(rules, list).map(({ id }) => id));

/** Half of them the middle stage, from which there is a way in both directions. */
const stage = termOf([...rules.stages.map(({ id }) => id), 'shopper' as Term]);
const seller = fc.constantFrom(...sellerIds);
const manager = fc.constantFrom(...managerIds);
const screener = fc.oneof({ weight: 3, arbitrary: manager }, { weight: 1, arbitrary: seller });

const evidence = fc.oneof(
  { weight: 9, arbitrary: fc.constant({ note: 'saw the customer choose', traits: ['definiteNeed' as const] }) },
  { weight: 1, arbitrary: fc.constant({ note: ' ' }) },
);
const amount = fc.constantFrom(1, 250_000, 29_999_999, 30_000_000, 100_000_000, Number.MAX_SAFE_INTEGER);
const money = fc.record({
  minor: amount,
  currency: fc.constantFrom('CNY', 'CNY', 'EUR'),
}) as unknown as fc.Arbitrary<Money>;

const reach = fc.constantFrom<Partial<DataSheet>>({ mobile: '139' }, { email: 'a@example.com' }, {}, { mobile: '' });
const sheet: fc.Arbitrary<DataSheet> = fc
  .record({ reach, source: listed('sources') })
  .map(({ reach: contact, source }) => ({ ...contact, source }));
const changes = fc.record(
  { mobile: fc.constantFrom('', '139', '137'), city: fc.constantFrom('Ningbo', 'Hefei'), source: listed('sources') },
  { requiredKeys: [] },
);

const fields: Fields = {
  CollectProspect: fc.record({ collectedBy: seller, sheet }),
  ResubmitProspect: fc.record({ resubmittedBy: seller }),
  AcceptProspect: fc.record({ screenedBy: screener }),
  RejectProspect: fc.record({ screenedBy: screener, reason: listed('rejection') }),
  EnterCustomer: fc.record({ custodian: seller }, { requiredKeys: [] }),
  UpdateDataSheet: fc.record(
    { changes, cleared: fc.constantFrom(['mobile' as const], ['city' as const], []) },
    { requiredKeys: ['changes'] },
  ),
  LogContact: fc.record(
    { by: seller, contactType: listed('contactTypes'), message: fc.constant('asked for a price') },
    { requiredKeys: ['by', 'contactType'] },
  ),

  OpenJourney: fc.record({}),
  AdvanceStage: fc.oneof(
    { weight: 4, arbitrary: fc.record({ to: stage, evidence }) },
    { weight: 1, arbitrary: fc.record({ to: stage }) },
  ),
  RevertStage: fc.record({ to: stage, reason: listed('revert') }),
  DecidePurchase: fc.record({ evidence }, { requiredKeys: [] }),
  CompletePurchase: fc.record({ amount: money }, { requiredKeys: [] }),
  CloseJourney: fc
    .constantFrom('lost' as const, 'disqualified' as const, 'dormant' as const)
    .chain((outcome) => fc.record({ outcome: fc.constant(outcome), reason: listed(outcome) })),
  CorrectJourneyMove: fc.integer({ min: 4, max: 14 }).chain((target) =>
    fc.record(
      {
        target: fc.constant(target),
        reason: listed('correction'),
        replacement: fc.record(
          { effectiveAt: fc.nat({ max: 8 }).map((later) => timeAt(target + later)), to: stage },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['target', 'reason'] },
    ),
  ),
  ObserveBuyerStep: fc.record({ step: termOf(rules.buyerSteps.map(({ id }) => id)) }),

  ProposeClass: fc.record({ class: termOf(rules.classification.classes.map(({ id }) => id)), proposedBy: seller }),
  ClassifyCustomer: fc.record({ relationship: listed('relationships') }, { requiredKeys: [] }),

  LinkDuplicate: fc.record({ of: fc.constantFrom(...customerIds) }),
  UnlinkDuplicate: fc.record({}),

  AssignCustody: fc.record({ to: seller, reason: listed('transfer') }, { requiredKeys: ['to'] }),
  TransferCustody: fc.record({ to: seller, reason: listed('transfer') }),
  ReleaseToPool: fc.record({ reason: listed('release') }),
  ClaimFromPool: fc.record({ by: seller }),
  StartTemporaryCustody: fc.record({ manager, until: fc.constant(timeAt(400)) }, { requiredKeys: ['manager'] }),
  EndTemporaryCustody: fc.record({ to: seller }, { requiredKeys: [] }),
};

/** The commands that lead far are asked more often than the others, those of the front door less. */
const weights: { readonly [Type in CustomerCommand['type']]?: number } = {
  CollectProspect: 1,
  ResubmitProspect: 1,
  AcceptProspect: 1,
  RejectProspect: 1,
  EnterCustomer: 1,
  OpenJourney: 8,
  AdvanceStage: 20,
  RevertStage: 10,
  DecidePurchase: 6,
  CompletePurchase: 8,
  CloseJourney: 4,
  CorrectJourneyMove: 16,
  TransferCustody: 4,
  EndTemporaryCustody: 8,
  UnlinkDuplicate: 4,
};

/**
 * Commands about one customer, in the terms of the `dealership` preset: few people, few amounts, and
 * mostly legal, so that histories get far and every answer is met.
 */
export const customerCommands = (customer: BusinessId = customerIds[0]): fc.Arbitrary<CustomerCommand> =>
  fc.oneof(
    ...Object.entries(fields).map(([type, arbitrary]) => ({
      weight: weights[type as CustomerCommand['type']] ?? 2,
      arbitrary: (arbitrary as fc.Arbitrary<object>).map((rest) => ({ type, customer, ...rest }) as CustomerCommand),
    })),
  );
