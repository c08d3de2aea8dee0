import type { BusinessId, LocalDate, Money } from '@millrace/kernel';
import {
  type Activity,
  keyAccount,
  type Named,
  type ProcessTemplate,
  type ProjectRules,
  type Term,
} from '@millrace/sales';
import fc from 'fast-check';
import { managerIds, sellerIds } from '../people.js';

/** What commands about the work and the money of a project are drawn from. */
export interface ProjectWorkOptions {
  /** `p1` when left out. */
  readonly project?: BusinessId;
  /** What the playbook says of projects; that of the key-account preset when left out. */
  readonly rules?: ProjectRules;
  /** The template that the project runs; the first one of the rules when left out. */
  readonly template?: string;
  /** Phases the project stands in: three commands in four are about them. All, when left out. */
  readonly phases?: ReadonlyArray<string>;
  /** `CNY` when left out. */
  readonly currency?: string;
  /** Persons of our side; the sellers and managers of generated histories when left out. */
  readonly people?: ReadonlyArray<BusinessId>;
}

/** The same, with everything said. */
export interface Vocabulary {
  readonly project: BusinessId;
  readonly rules: ProjectRules;
  readonly template: ProcessTemplate;
  readonly phase: fc.Arbitrary<Term>;
  /** One of those that pass, of the phases the project stands in mostly. */
  readonly activityThat: (passes: (activity: Activity) => boolean) => fc.Arbitrary<Activity>;
  readonly amount: fc.Arbitrary<Money>;
  readonly people: ReadonlyArray<BusinessId>;
  /** One of them, or nobody we know. */
  readonly person: fc.Arbitrary<BusinessId>;
}

const noTerm = 'noTerm' as Term;

/** What is drawn where a list has nothing. */
export const nothing: Named & { readonly steps: [] } = { id: noTerm, name: { en: 'Nothing', zh: '无' }, steps: [] };

/** @throws Error where the rules have no such template */
export const vocabularyOf = (options: ProjectWorkOptions): Vocabulary => {
  const { project = 'p1' as BusinessId, people = [...sellerIds, ...managerIds] } = options;
  const rules = options.rules ?? keyAccount.projects;
  const template = rules?.processes.find(({ id }) => id === (options.template ?? id));
  if (rules === undefined || template === undefined) throw new Error('no such template');
  const here = template.phases.filter(({ id }) => options.phases?.includes(id) ?? true);
  const mostlyHere = <T>(of: (phases: ProcessTemplate['phases']) => ReadonlyArray<T>, none: T): fc.Arbitrary<T> =>
    fc.oneof(
      { weight: 3, arbitrary: oneOf(of(of(here).length === 0 ? template.phases : here), none) },
      { weight: 1, arbitrary: oneOf(of(template.phases), none) },
    );
  return {
    project,
    rules,
    template,
    phase: mostlyHere((phases) => phases.map(({ id }) => id), noTerm),
    activityThat: (passes) =>
      mostlyHere((phases) => phases.flatMap(({ activities }) => activities.filter(passes)), nothing),
    amount: amountIn(options.currency ?? 'CNY'),
    people,
    person: mostly(fc.constantFrom(...people), fc.constant('nobody' as BusinessId)),
  };
};

/** One of a list that may have none. */
export const oneOf = <T>(values: ReadonlyArray<T>, none: T): fc.Arbitrary<T> =>
  fc.constantFrom(...(values.length === 0 ? [none] : values));

/** Nearly always the one, else the other, which is just not allowed. */
export const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: wrong });

/** A term of a list, or one that is in no list. */
export const termOf = (terms: ReadonlyArray<{ readonly id: Term }>): fc.Arbitrary<Term> =>
  mostly(
    oneOf(
      terms.map(({ id }) => id),
      noTerm,
    ),
    fc.constantFrom(noTerm, 'constructor' as Term),
  );

/** One of the steps of an activity, an early one rather than a late one; or none of them. */
export const stepOf = (steps: ReadonlyArray<{ readonly id: Term }>): fc.Arbitrary<Term> =>
  fc.nat({ max: steps.length }).chain((last) => termOf(steps.slice(0, last + 1)));

/** From 1 to 10, the ends often, and just outside of them. */
export const grade = mostly(fc.constantFrom(1, 5, 9, 10), fc.constantFrom(0, 11));

const days = ['2026-03-01', '2026-03-31', '2026-04-01'] as unknown as ReadonlyArray<LocalDate>;

/** A few days of spring. */
export const date: fc.Arbitrary<LocalDate> = fc.constantFrom(...days);

/** From one of them to another, which is nearly always no earlier. */
export const dates: fc.Arbitrary<{ readonly from: LocalDate; readonly to: LocalDate }> = mostly(
  fc.tuple(date, date).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  fc.record({ from: date, to: date }),
);

/** Few amounts, so that some of them meet a budget exactly. */
const amountIn = (currency: string): fc.Arbitrary<Money> => {
  const of = (minor: number, code = currency) => ({ minor, currency: code }) as Money;
  return mostly(
    fc.constantFrom(1, 50, 100, 150).map((minor) => of(minor)),
    fc.constantFrom(of(0), of(-1), of(Number.MAX_SAFE_INTEGER), of(1, currency === 'USD' ? 'CNY' : 'USD')),
  );
};

/** A hash, of two documents. */
export const hash = fc.constantFrom('a'.repeat(64), 'b'.repeat(64));

export const words = fc.constantFrom('As found', 'As agreed');
export const texts = fc.constantFrom<ReadonlyArray<string>>(['One'], ['One', 'Two'], []);
