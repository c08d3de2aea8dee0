import type { BusinessId, LocalDate, Money } from '@millrace/kernel';
import type { ProjectCommand, Term } from '@millrace/sales';
import fc from 'fast-check';
import { tailorings } from './templates.js';

/** The commands about the life of a project. */
export type ProjectLifeType =
  | 'DiscoverOpportunity'
  | 'TouchChannel'
  | 'OpenProject'
  | 'TransferProject'
  | 'JoinProjectTeam'
  | 'LeaveProjectTeam'
  | 'TailorProcess'
  | 'MigrateProcess'
  | 'ConfirmChecklistItem'
  | 'AdvancePhase'
  | 'SignContract'
  | 'AmendContract'
  | 'TerminateContract'
  | 'CloseProject'
  | 'ReopenProject'
  | 'OpenExtension';

type CommandTo<Type extends ProjectLifeType> = Extract<ProjectCommand, { type: Type }>;
type Fields = { readonly [Type in ProjectLifeType]: fc.Arbitrary<Omit<CommandTo<Type>, 'type' | 'project'>> };

/** Mostly one of those that are there, seldom one that is not. */
const among = <Id extends string>(there: ReadonlyArray<string>, not = 'unheardOf') =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...there) },
    { weight: 1, arbitrary: fc.constant(not) },
  ) as unknown as fc.Arbitrary<Id>;

const term = (...there: ReadonlyArray<string>) => among<Term>(there);
const person = among<BusinessId>(['ada', 'ada', 'bob', 'cyd'], 'zed');
const customer = among<BusinessId>(['c1', 'c2'], 'c9');
const channel = term('bidding', 'bidding', 'executiveVisit');
const template = term('free', 'free', 'guarded', 'screened');
const money = fc.record({
  minor: fc.constantFrom(-1, 0, 100_000, 250_000),
  currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'EUR'),
}) as unknown as fc.Arbitrary<Money>;

const closing = fc.oneof(
  { weight: 3, arbitrary: fc.record({ outcome: fc.constant('won' as const) }) },
  { weight: 3, arbitrary: fc.record({ outcome: fc.constant('lost' as const), reason: term('price', 'noBudget') }) },
  { weight: 2, arbitrary: fc.record({ outcome: fc.constant('dormant' as const), reason: term('later', 'noAnswer') }) },
  { weight: 1, arbitrary: fc.constant({ outcome: 'disqualified' as const }) },
  {
    weight: 2,
    arbitrary: fc.record(
      { outcome: fc.constant('duplicate' as const), duplicateOf: fc.constantFrom('p1', 'p2', 'p2') },
      { requiredKeys: ['outcome'] },
    ),
  },
  { weight: 1, arbitrary: fc.constant({ outcome: 'lost' as const, reason: 'price', duplicateOf: 'p2' }) },
) as unknown as Fields['CloseProject'];

const fields: Fields = {
  DiscoverOpportunity: fc.record(
    { channel, discoveredBy: person, customer, title: fc.constant('Crane') },
    { requiredKeys: ['channel', 'discoveredBy'] },
  ),
  TouchChannel: fc.record({ channel: term('bidding', 'executiveVisit', 'exhibitionVisit') }),
  OpenProject: fc.oneof(
    { weight: 2, arbitrary: fc.record({ template, owner: person }) },
    {
      weight: 3,
      arbitrary: fc.record(
        {
          template,
          owner: person,
          saleType: term('consumable', 'bundle'),
          product: fc.constant('Crane'),
          amount: money,
          expectedClose: fc.constantFrom('2026-03-01', '2026-04-01') as unknown as fc.Arbitrary<LocalDate>,
          referenceCustomer: customer,
        },
        { requiredKeys: ['template', 'owner'] },
      ),
    },
  ),
  TransferProject: fc.record({ to: person, reason: fc.constant('on leave') }),
  JoinProjectTeam: fc.record({ person, part: fc.constant('engineer') }, { requiredKeys: ['person'] }),
  LeaveProjectTeam: fc.record({ person }),
  TailorProcess: fc.record(
    { process: fc.constantFrom(...tailorings), size: term('small') },
    { requiredKeys: ['process'] },
  ),
  MigrateProcess: fc.record({ template }),
  ConfirmChecklistItem: fc.record({ item: term('called') }),
  AdvancePhase: fc.record({ to: term('lead', 'study', 'offer', 'delivery', 'care', 'renewal') }),
  SignContract: fc.record({ amount: money, contract: fc.constant('no. 7') }, { requiredKeys: [] }),
  AmendContract: fc.record({ amount: money, reason: fc.constant('one more') }),
  TerminateContract: fc.record({ reason: fc.constant('out of business') }),
  CloseProject: closing,
  ReopenProject: fc.record({ reason: term('customerResumed', 'budgetGranted') }),
  OpenExtension: fc.record({
    child: fc.constantFrom('p1', 'p2', 'p2', 'p2', 'p2') as unknown as fc.Arbitrary<BusinessId>,
    channel,
    discoveredBy: person,
  }),
};

/** The commands that lead far are asked more often than the others. */
const weights: { readonly [Type in ProjectLifeType]?: number } = {
  AdvancePhase: 20,
  ConfirmChecklistItem: 8,
  SignContract: 8,
  CloseProject: 4,
  ReopenProject: 6,
  TailorProcess: 6,
  DiscoverOpportunity: 1,
  OpenProject: 1,
};

const allTypes = Object.keys(fields) as ReadonlyArray<ProjectLifeType>;

/** A command about the life of one project: any, or one of `types`. */
export const projectLifeCommands = (
  project: BusinessId = 'p1' as BusinessId,
  types: ReadonlyArray<ProjectLifeType> = allTypes,
): fc.Arbitrary<ProjectCommand> =>
  fc.oneof(
    ...types.map((type) => ({
      weight: weights[type] ?? 2,
      arbitrary: (fields[type] as fc.Arbitrary<object>).map((rest) => ({ type, project, ...rest }) as ProjectCommand),
    })),
  );

const way = [
  { type: 'DiscoverOpportunity', channel: 'bidding', discoveredBy: 'ada', customer: 'c1' },
  { type: 'OpenProject', template: 'free', owner: 'ada' },
  { type: 'ConfirmChecklistItem', item: 'called' },
  { type: 'AdvancePhase', to: 'study' },
  { type: 'AdvancePhase', to: 'offer' },
  { type: 'SignContract', amount: { minor: 100_000, currency: 'CNY' } },
  { type: 'AdvancePhase', to: 'care' },
  { type: 'CloseProject', outcome: 'won' },
];

/**
 * The way of a project from its discovery to the end of its delivery, or the first `from` to `to` steps of
 * it; one in three is stopped by a gate.
 */
export const projectWay = (from = 0, to = way.length): fc.Arbitrary<ReadonlyArray<ProjectCommand>> =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.constantFrom('free', 'free', 'free', 'screened', 'guarded', 'free'))
    .map(([length, named]) =>
      way
        .slice(0, length)
        .map((asked) => (asked.type === 'OpenProject' ? { ...asked, template: named } : asked))
        .map((asked) => ({ project: 'p1', ...asked }) as unknown as ProjectCommand),
    );
