import type { BusinessId, Evolve, Instant } from '@millrace/kernel';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import { defined } from '../checks.js';
import type { Term } from '../terms.js';
import type { PersonEvent, Talent } from './events.js';
import { covers, cutAt, endedAt, type Span } from './span.js';

/** What decisions, here and elsewhere, must know of a person. */
export type Person = { readonly phase: 'unknown' } | Staff;

export interface Staff {
  readonly phase: 'staff';
  /** Absent once erased. */
  readonly name?: string;
  /** As last said on joining. */
  readonly talent?: Talent;
  /** In order; from joining to resigning; the last one may last. */
  readonly employments: ReadonlyArray<Span<'staff'>>;
  readonly roles: ReadonlyArray<Span<Term>>;
  /** At most one unit at a time. */
  readonly teams: ReadonlyArray<Span<BusinessId>>;
  readonly qualifications: ReadonlyArray<Span<Term>>;
  /** Terms of the use of data, each accepted for good. @source DLR-33 */
  readonly dataTerms: ReadonlyArray<Span<string>>;
}

export const initial: Person = { phase: 'unknown' };

/** A change of phase returns a new state; a change within a phase edits the draft. */
export const evolve: Evolve<Person, PersonEvent> = (person, event) => {
  const at = event.effectiveAt;
  if (event.type === 'StaffJoined') return joined(person, event.data, at);
  if (person.phase !== 'staff') return undefined;
  switch (event.type) {
    case 'PersonRenamed':
      person.name = event.data.name;
      return undefined;
    case 'RoleGranted':
      add(person.roles, event.data.role, at, event.data.until);
      return undefined;
    case 'RoleRevoked':
      end(person.roles, event.data.role, at);
      return undefined;
    case 'TeamJoined':
      add(person.teams, event.data.unit, at, event.data.until);
      return undefined;
    case 'TeamLeft':
      end(person.teams, event.data.unit, at);
      return undefined;
    case 'PostQualified':
      add(person.qualifications, event.data.post, at, event.data.until);
      return undefined;
    case 'PostQualificationExpired':
      end(person.qualifications, event.data.post, at);
      return undefined;
    case 'DataTermsAccepted':
      add(person.dataTerms, event.data.terms, at, undefined);
      return undefined;
    case 'SellerResigned':
      return resigned(person, at);
    default:
      return absurd(event);
  }
};

type Joining = Extract<PersonEvent, { type: 'StaffJoined' }>['data'];

const joined = (person: Draft<Person>, { name, talent }: Joining, at: Instant): Draft<Staff> => {
  const { employments, roles, teams, qualifications, dataTerms } = person.phase === 'staff' ? person : nothing;
  return {
    phase: 'staff',
    ...defined({ name, talent }),
    employments: [...employments, { what: 'staff', from: at }],
    roles: [...roles],
    teams: [...teams],
    qualifications: [...qualifications],
    dataTerms: [...dataTerms],
  };
};

const nothing: Pick<Draft<Staff>, 'employments' | 'roles' | 'teams' | 'qualifications' | 'dataTerms'> = {
  employments: [],
  roles: [],
  teams: [],
  qualifications: [],
  dataTerms: [],
};

/** Resigning ends what lasts: employment, roles and membership; what was learned stays. */
const resigned = (person: Draft<Staff>, at: Instant): undefined => {
  person.employments = endedAt(person.employments, at) as Draft<Staff>['employments'];
  person.roles = endedAt(person.roles, at) as Draft<Staff>['roles'];
  person.teams = endedAt(person.teams, at) as Draft<Staff>['teams'];
};

const add = <What>(spans: Array<Span<What>>, what: What, from: Instant, to: Instant | undefined): void => {
  spans.push({ what, from, ...(to === undefined ? {} : { to }) });
};

const end = <What>(spans: Array<Span<What>>, what: What, at: Instant): void => {
  const index = spans.findIndex((span) => span.what === what && covers(span, at));
  const span = spans[index];
  if (span !== undefined) spans[index] = cutAt(span, at);
};
