/** What the board of a log of projects says. */
import assert from 'node:assert/strict';
import { type Currency, type Documents, type Instant, project } from '@millrace/kernel';
import {
  type FunnelCounts,
  type FunnelDefinition,
  type GroupBy,
  type OrganisationDocument,
  type PipelineBy,
  type PipelineReport,
  pipelineReport,
  pipelineView,
  projectFunnelOf,
  projectFunnelReport,
} from '@millrace/projections';
import { dealership, type ProcessTemplate } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { AFTER } from './project-histories.js';
import { deals, type ProjectLog } from './projects.js';

/** How a board is asked: after everything, in Shanghai, where nothing else is said. */
export interface AskedBoard {
  readonly asOf?: Instant;
  readonly by?: PipelineBy;
  readonly zone?: string;
  readonly template?: ProcessTemplate;
  readonly organisation?: Documents<OrganisationDocument>;
}

export const askBoard = (
  log: ProjectLog,
  { asOf = AFTER, by, zone = 'Asia/Shanghai', template = deals, organisation = new Map() }: AskedBoard = {},
) =>
  pipelineReport(
    { pipeline: project(pipelineView, log), organisation },
    { template, asOf, zone, currency: 'USD' as Currency, by },
  );

/** @throws AssertionError where there is no board */
export const boardOf = (log: ProjectLog, asked?: AskedBoard): PipelineReport => {
  const board = askBoard(log, asked);
  assert(E.isRight(board), JSON.stringify(board));
  return board.right;
};

/** The counts of phases and of outcomes that are not zero. */
export const countsIn = ({ phases, outcomes }: Pick<PipelineReport, 'phases' | 'outcomes'>) =>
  Object.fromEntries(
    [
      ...phases.map(({ id, count }) => [id as string, count] as const),
      ...Object.entries(outcomes).map(([outcome, { count }]) => [outcome, count] as const),
    ].filter(([, count]) => count > 0),
  );

/** The funnel of the projects of a log. */
export const funnelOfProjects = (
  log: ProjectLog,
  asked: { readonly asOf?: Instant; readonly by?: GroupBy; readonly definition?: Partial<FunnelDefinition> } = {},
): FunnelCounts =>
  projectFunnelReport(project(pipelineView, log), {
    template: deals.id,
    definition: { ...projectFunnelOf(dealership, deals), ...asked.definition },
    asOf: asked.asOf ?? AFTER,
    by: asked.by,
  });
