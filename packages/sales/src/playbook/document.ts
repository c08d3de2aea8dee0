/**
 * The playbook: an organisation's rules as data.
 *
 * Ids are for ever, names may change. What an event names stays in every later playbook.
 *
 * @source design.md decision 7
 */
import { Currency, type JsonCodec, Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { ProjectRules } from '../process/index.js';
import { Label, Named, Term, Words, Zone } from '../terms.js';
import { PeopleRules } from './people-rules.js';
import { PerformanceRules } from './performance-rules.js';
import { Permissions } from './permissions.js';

const Vocabulary = t.readonlyArray(Named, 'Vocabulary');

const ListName = t.keyof({
  sources: null,
  prospecting: null,
  contactTypes: null,
  rejection: null,
  revert: null,
  correction: null,
  lost: null,
  disqualified: null,
  dormant: null,
  transfer: null,
  release: null,
  relationships: null,
});

/** A vocabulary that commands pick from. */
export type ListName = t.TypeOf<typeof ListName>;

/** A step of the buyer's own decision, and the stage it belongs to. @source DLR-15 */
const BuyerStep = struct({ id: Term, name: Label, stage: Term }, {}, 'BuyerStep');

/**
 * A class is given where the relationship is one of those named and the amount won reaches the bar;
 * what is left out asks nothing. The first rule that holds decides.
 *
 * @source ORG-35
 */
const ClassRule = struct({ class: Term }, { relationships: t.readonlyArray(Term), wonAtLeast: Money }, 'ClassRule');
export type ClassRule = t.TypeOf<typeof ClassRule>;

const Classification = struct(
  {
    /** Named by every classification; another standard has another version. @source Q4 */
    version: Words,
    classes: Vocabulary,
    /** The class of a customer no rule speaks of. @source Q4 */
    otherwise: Term,
    rules: t.readonlyArray(ClassRule),
  },
  {
    /** Days before the classification whose purchases count; all of them when left out. */
    windowDays: SafeInteger,
  },
  'Classification',
);
export type Classification = t.TypeOf<typeof Classification>;

/** How many units of each stage are expected, in stage order: 25 : 5 : 1. @source DLR-14, Q6 */
const Benchmark = t.readonlyArray(SafeInteger, 'Benchmark');

const CustomerRules = struct(
  {
    /**
     * In rank order; a journey opens at the first.
     *
     * A later playbook may put a stage between two: journeys that went past its place before count as
     * having skipped it, and so as having reached it.
     *
     * @source DLR-7, Q8
     */
    stages: Vocabulary,
    /** The stage that `PurchaseDecided` enters: the last, and never another one. @source Q5 */
    purchaseStage: Term,
    /** Stages that are entered only with recorded evidence. @source DLR-9 */
    evidenceFor: t.readonlyArray(Term),
    /** What happens when the collector screens his own prospect. @source DLR-34, Q28 */
    selfScreening: t.keyof({ recorded: null, refused: null }),
    lists: t.readonlyArray(struct({ list: ListName, terms: Vocabulary }, {}, 'List')),
    buyerSteps: t.readonlyArray(BuyerStep),
    classification: Classification,
    benchmark: Benchmark,
  },
  {},
  'CustomerRules',
);

/** The rules customers, their journeys and their custody follow. */
export type CustomerRules = t.TypeOf<typeof CustomerRules>;

/** The whole of an organisation's rules. */
export interface Playbook {
  readonly name: Term;
  readonly zone: Zone;
  readonly currency: Currency;
  readonly customer: CustomerRules;
  readonly people: PeopleRules;
  readonly permissions: Permissions;
  readonly performance: PerformanceRules;
  /** Left out by organisations that run no sales projects. */
  readonly projects?: ProjectRules;
}

export const Playbook: JsonCodec<Playbook> = struct(
  {
    name: Term,
    zone: Zone,
    currency: Currency,
    customer: CustomerRules,
    people: PeopleRules,
    permissions: Permissions,
    performance: PerformanceRules,
  },
  { projects: ProjectRules },
  'Playbook',
);

/** The terms of a vocabulary; none where the playbook has no such list. */
export const termsOf = (rules: CustomerRules, list: ListName): ReadonlyArray<Named> =>
  rules.lists.find((entry) => entry.list === list)?.terms ?? [];

/** The stage a journey opens at. @throws RangeError for a playbook without stages, which is never published. */
export const firstStageOf = ({ stages: [first] }: Pick<CustomerRules, 'stages'>): Term => {
  if (first === undefined) throw new RangeError('a playbook without stages');
  return first.id;
};

/** The rank of a stage, from 0; -1 for one the playbook does not have. */
export const rankOf = ({ stages }: Pick<CustomerRules, 'stages'>, stage: string): number =>
  stages.findIndex(({ id }) => id === stage);
