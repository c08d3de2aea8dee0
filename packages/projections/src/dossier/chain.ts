import type { Instant } from '@millrace/kernel';
import { isOf, type ProjectEntry } from '../projects/index.js';

/** A person on the customer's side, as last mapped. @source PRJ-20, PRJ-24 */
export interface ChainLine {
  readonly stakeholder: string;
  /** Absent where it was not said, or is erased. */
  readonly name: string | null;
  readonly layer: string;
  readonly influence: number;
  readonly stance: string;
  readonly keyDecisionMaker: boolean;
  readonly department: string | null;
  readonly reportsTo: string | null;
  readonly strategy: string | null;
  readonly mappedAt: Instant;
  /** "Direct benefit" was flagged: a risk to comply with. @source Q37 */
  readonly flagged: boolean;
  readonly revision: number;
}

export interface Chain {
  readonly stakeholders: ReadonlyArray<ChainLine>;
  readonly relations: ReadonlyArray<{ readonly from: string; readonly to: string; readonly relation: string }>;
  readonly tactics: ReadonlyArray<{
    readonly tactic: string;
    readonly by: string;
    readonly at: Instant;
    readonly stakeholder: string | null;
  }>;
}

/** The decision chain as of the last entry. */
export const chainIn = (entries: ReadonlyArray<ProjectEntry>): Chain => {
  const strategies = entries.filter(isOf('StakeholderStrategySet'));
  const flags = entries.filter(isOf('DirectBenefitFlagged'));
  const latest = new Map(
    entries.filter(isOf('StakeholderMapped')).map((entry) => [entry.event.data.stakeholder, entry]),
  );
  return {
    stakeholders: [...latest.values()].map(({ by, at, event: { data } }) => ({
      stakeholder: data.stakeholder,
      name: data.name ?? null,
      layer: data.layer,
      influence: data.influence,
      stance: data.stance,
      keyDecisionMaker: data.keyDecisionMaker,
      department: data.department ?? null,
      reportsTo: data.reportsTo ?? null,
      strategy:
        strategies.findLast(({ event }) => event.data.stakeholder === data.stakeholder)?.event.data.strategy ?? null,
      mappedAt: at,
      flagged: flags.some(({ event }) => event.data.stakeholder === data.stakeholder),
      revision: by,
    })),
    relations: entries.filter(isOf('StakeholdersRelated')).map(({ event }) => event.data),
    tactics: entries.filter(isOf('TacticUsed')).map(({ at, event: { data } }) => ({
      tactic: data.tactic,
      by: data.by,
      at,
      stakeholder: data.stakeholder ?? null,
    })),
  };
};
