import { canonicalText, type Json, type JsonCodec, SafeInteger, type Sha256, struct } from '@millrace/kernel';
import { type Playbook, type ProcessTemplate, Term, Zone } from '@millrace/sales';
import * as t from 'io-ts';

/**
 * The parameters without which a funnel figure means nothing; the seventh, as-of and as-known-at,
 * comes with each question.
 *
 * @source metrics.md section 1
 */
export interface FunnelDefinition {
  readonly version: 1;
  /** What is counted: one pass of a customer through the funnel, or one sales project. */
  readonly unit: 'journey' | 'project';
  /** In rank order; at least one, none twice. */
  readonly stages: ReadonlyArray<Term>;
  /** `reached`: highest rank ever at least this stage's; `touched`: explicit entry. */
  readonly reach: 'reached' | 'touched';
  /** Which entry of a unit counts. */
  readonly entry: 'first' | 'last' | 'every';
  /** A unit belongs to the month, in this zone, of its first entry to the first stage. */
  readonly cohort: { readonly cadence: 'month'; readonly zone: Zone };
  /** Most days, of 24 hours, from one stage to the other; unbounded when null. */
  readonly windowDays: number | null;
  /** Expected units per stage, in stage order: 25 : 5 : 1. Of projects nothing need be expected. @source DLR-14 */
  readonly benchmark: ReadonlyArray<number>;
}

const Shape: JsonCodec<FunnelDefinition> = struct({
  version: t.literal(1),
  unit: t.keyof({ journey: null, project: null }),
  stages: t.readonlyArray(Term),
  reach: t.keyof({ reached: null, touched: null }),
  entry: t.keyof({ first: null, last: null, every: null }),
  cohort: struct({ cadence: t.literal('month'), zone: Zone }),
  windowDays: t.union([SafeInteger, t.null]),
  benchmark: t.readonlyArray(SafeInteger),
});

interface SoundBrand {
  readonly FunnelDefinition: unique symbol;
}

/** Whether the parts of a definition go together. */
const isSound = ({ unit, stages, windowDays, benchmark }: FunnelDefinition): boolean =>
  stages.length > 0 &&
  new Set(stages).size === stages.length &&
  (windowDays === null || windowDays >= 0) &&
  (benchmark.length === stages.length || (unit === 'project' && benchmark.length === 0)) &&
  benchmark.every((figure) => figure > 0);

/** Reads definitions; refuses those whose parts do not go together. */
export const FunnelDefinition = t.brand(
  Shape,
  (definition): definition is t.Branded<FunnelDefinition, SoundBrand> => isSound(definition),
  'FunnelDefinition',
) as unknown as JsonCodec<FunnelDefinition>;

/** The funnel of a playbook: its stages and benchmark, unbounded, by highest stage and first entry. */
export const funnelOf = ({ customer, zone }: Playbook): FunnelDefinition => ({
  version: 1,
  unit: 'journey',
  stages: customer.stages.map(({ id }) => id),
  reach: 'reached',
  entry: 'first',
  cohort: { cadence: 'month', zone },
  windowDays: null,
  benchmark: customer.benchmark,
});

/** The rank after the phases of a project: its contract is signed. */
export const SIGNED = 'signed' as Term;

/** The funnel of a project template: its phases up to signing, and then `signed`. @source PRJ-4, PRJ-33 */
export const projectFunnelOf = (
  { zone }: Pick<Playbook, 'zone'>,
  { phases, signedIn }: Pick<ProcessTemplate, 'phases' | 'signedIn'>,
): FunnelDefinition => ({
  version: 1,
  unit: 'project',
  stages: [...phases.slice(0, phases.findIndex(({ id }) => id === signedIn) + 1).map(({ id }) => id), SIGNED],
  reach: 'reached',
  entry: 'first',
  cohort: { cadence: 'month', zone },
  windowDays: null,
  benchmark: [],
});

/** What identifies a definition: the SHA-256 of its canonical JSON, in hexadecimal. */
export const hashOf = (definition: FunnelDefinition, sha256: Sha256): string =>
  sha256(canonicalText(definition as unknown as Json));
