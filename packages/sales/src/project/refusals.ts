/** Every way a command about a project can be turned down, each with the ids and numbers that explain it. */
import type { Instant, Money } from '@millrace/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type * as checks from '../checks.js';
import type { EffectiveBeforeLast } from '../dating.js';
import type { ProjectEvent } from './events.js';
import type { GateRefusal } from './gate-refusals.js';
import type { LifeRefusal } from './life-refusals.js';
import type { MoneyRefusal } from './money-refusals.js';
import type { WorkRefusal } from './work-refusals.js';

export type ProjectRefusal = StandingRefusal | LifeRefusal | GateRefusal | WorkRefusal | MoneyRefusal;

/** What any part of a project may answer. */
export type StandingRefusal =
  | { readonly type: 'ProjectUnknown'; readonly project: string }
  | { readonly type: 'ProjectNotOpened'; readonly project: string }
  | { readonly type: 'ProjectEnded'; readonly project: string; readonly outcome: string; readonly since: Instant }
  /** Its rules speak of no projects, or not of this template. */
  | { readonly type: 'TemplateUnknown'; readonly template: string; readonly playbook: string }
  | { readonly type: 'PersonUnknown'; readonly person: string }
  | { readonly type: 'PersonResigned'; readonly person: string; readonly since: Instant }
  /** Who acts as a person does it for nobody else. */
  | { readonly type: 'NotForAnother'; readonly person: string; readonly actor: string }
  | { readonly type: 'UndefinedTerm'; readonly list: string; readonly id: string }
  | { readonly type: 'PhaseUnknown'; readonly phase: string }
  | { readonly type: 'ActivityUnknown'; readonly activity: string }
  | { readonly type: 'PhaseNotEntered'; readonly phase: string }
  | { readonly type: 'CurrencyNotReporting'; readonly currency: string; readonly reporting: string }
  | { readonly type: 'AmountBelowZero'; readonly amount: Money }
  | { readonly type: 'EvidenceUnknown'; readonly revision: number; readonly revisions: number }
  /** @source GAT-8 */
  | { readonly type: 'EvidenceLater'; readonly at: Instant; readonly decidedAt: Instant }
  | EffectiveBeforeLast<'project'>;

/** The answer to a command. */
export type Decision = E.Either<ProjectRefusal, ReadonlyArray<ProjectEvent>>;

/** The answer of a rule. */
export type Check<Found = unknown> = checks.Check<ProjectRefusal, Found>;
