import type { Documents } from '@millrace/kernel';
import {
  type Ending,
  type FunnelCounts,
  type FunnelDefinition,
  type FunnelQuestion,
  funnelCounts,
  type GroupBy,
  type Keys,
  monthKeys,
  type Path,
  type Paths,
  rankFinder,
  SIGNED,
  stateAtEntry,
  type Visit,
} from '../funnel/index.js';
import type { PipelineDocument } from './document.js';
import { type PipelineUnit, unitsOf } from './standing.js';

/** A funnel of the projects of one template. */
export interface ProjectFunnelQuestion extends FunnelQuestion {
  readonly template: string;
}

/** One project as it went up to an instant, until it was signed or closed. */
interface ProjectPath extends Path {
  readonly unit: PipelineUnit;
}

/** The funnel of projects, by their highest phases: those merged below it count as skipped. @source PRJ-4, FUN-1..5 */
export const projectFunnelReport = (
  documents: Documents<PipelineDocument>,
  question: ProjectFunnelQuestion,
): FunnelCounts => {
  const { definition, template, asOf, by } = question;
  const units = unitsOf(documents, template, asOf);
  return funnelCounts(projectPaths(units, definition), question, by && projectKeys(definition, by));
};

const projectPaths = (units: ReadonlyArray<PipelineUnit>, definition: FunnelDefinition): Paths<ProjectPath> => {
  const rankOf = rankFinder(definition);
  const counted: Array<ProjectPath> = [];
  const duplicates: Array<ProjectPath> = [];
  for (const unit of units) {
    const path = { unit, visits: visitsOf(unit, rankOf), ending: endingOf(unit) };
    (unit.outcome?.outcome === 'duplicate' ? duplicates : counted).push(path);
  }
  return { counted, duplicates };
};

/** The stays up to the outcome; signing is an entry too, of no time, for the project is won by it. */
const visitsOf = (
  { stays, outcome }: PipelineUnit,
  rankOf: (stage: Visit['stage']) => number,
): ReadonlyArray<Visit> => {
  const signed = outcome?.outcome === 'won' ? outcome : undefined;
  const visits = stays.flatMap(({ phases, from, to, by }): ReadonlyArray<Visit> => {
    const stage = phases.at(-1);
    if (stage === undefined || (signed !== undefined && by > signed.by)) return [];
    const until = signed !== undefined && (to === undefined || to > signed.at) ? signed.at : to;
    return [{ stage, rank: rankOf(stage), from, to: until, revision: by, by }];
  });
  if (signed === undefined) return visits;
  const { at, by } = signed;
  return [...visits, { stage: SIGNED, rank: rankOf(SIGNED), from: at, to: at, revision: by, by }];
};

const endingOf = ({ outcome: ended }: PipelineUnit): Ending | undefined => {
  if (ended === undefined) return undefined;
  const { outcome, at, reason } = ended;
  return outcome === 'won' ? { outcome, at } : { outcome, at, reason: reason ?? '' };
};

/** By custodian is by owner, by source is by first channel. */
const projectKeys = (definition: FunnelDefinition, by: GroupBy): Keys<ProjectPath> => {
  switch (by) {
    case 'custodian':
      return {
        atEntry: ({ unit }, entry) => stateAtEntry(unit.document.owner, entry) ?? null,
        now: ({ unit }) => unit.owner,
      };
    case 'source': {
      const channelOf = ({ unit }: ProjectPath) => unit.document.origin?.channel ?? null;
      return { atEntry: channelOf, now: channelOf };
    }
    case 'month':
      return monthKeys(definition);
  }
};
