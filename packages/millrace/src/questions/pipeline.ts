import { type Clock, type Engine, sha256 } from '@millrace/engine';
import { type MoneyError, type Position, reader } from '@millrace/kernel';
import {
  type BlockerLine,
  blockersOf,
  type FunnelCounts,
  FunnelDefinition,
  hashOf,
  organisationView,
  type PipelineBy,
  type PipelineReport,
  pipelineReport,
  pipelineView,
  projectFunnelOf,
  projectFunnelReport,
  projectsView,
  type RulesByVersion,
} from '@millrace/projections';
import type { Playbook, ProcessTemplate } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Asking, type LogError, readInto } from './asking.js';
import type { InvalidDefinition, NoPlaybookPublished } from './defined.js';
import type { FunnelAnswer, FunnelAsking } from './funnel.js';
import { asOfIn, type RuledAnswer, rulesAt } from './ruled.js';

/** A question about projects under a playbook that runs none. */
export interface NoProjects {
  readonly type: 'NoProjects';
}

/** A question that does not say which of several templates it is about. */
export interface TemplateNeeded {
  readonly type: 'TemplateNeeded';
  readonly templates: ReadonlyArray<string>;
}

/** A template that the playbook does not have. */
export interface NoSuchTemplate {
  readonly type: 'NoSuchTemplate';
  readonly template: string;
  readonly templates: ReadonlyArray<string>;
}

/** A question about the projects of one template. */
export interface TemplateAsking {
  /** Needed only where the playbook has several. */
  readonly template?: string;
}

/** Why a question about projects has no answer. */
export type TemplateError = LogError | NoPlaybookPublished | NoProjects | TemplateNeeded | NoSuchTemplate;

export interface PipelineAsking extends Asking, TemplateAsking {
  readonly by?: PipelineBy;
}

export interface PipelineAnswer extends RuledAnswer, PipelineReport {
  /** What keeps open projects from their next phase. */
  readonly blockers: ReadonlyArray<BlockerLine>;
}

/** The board of the projects of a template, in the playbook that was known. @source PRJ-2, PRJ-35 */
export const askPipeline =
  (engine: Engine, asking: PipelineAsking, clock: Clock): TaskEither<TemplateError | MoneyError, PipelineAnswer> =>
  async () => {
    const views = { pipeline: pipelineView, organisation: organisationView, projects: projectsView };
    const shown = await readInto(engine, views, asking)();
    if (E.isLeft(shown)) return shown;
    const { documents, position: knownAt } = shown.right;
    const ruled = await templateAt(engine, knownAt, asking)();
    if (E.isLeft(ruled)) return ruled;
    const { template, playbook, version, rules } = ruled.right;
    const asOf = asOfIn(asking, clock);
    const { zone, currency } = playbook;
    const board = pipelineReport(documents, { template, asOf, zone, currency, by: asking.by });
    if (E.isLeft(board)) return board;
    const blockers = blockersOf(documents.projects, { template: template.id, rules, asOf });
    return E.right({ asOf, knownAt, playbook: version, ...board.right, blockers });
  };

export interface ProjectFunnelAsking extends FunnelAsking, TemplateAsking {}

export interface ProjectFunnelAnswer extends Omit<FunnelAnswer, 'collected'>, FunnelCounts {
  readonly template: string;
}

/** The funnel of the projects of a template: its phases up to signing, then `signed`. @source PRJ-4 */
export const askProjectFunnel =
  (
    engine: Engine,
    asking: ProjectFunnelAsking,
    clock: Clock,
  ): TaskEither<TemplateError | InvalidDefinition, ProjectFunnelAnswer> =>
  async () => {
    const shown = await readInto(engine, { pipeline: pipelineView }, asking)();
    if (E.isLeft(shown)) return shown;
    const { documents, position: knownAt } = shown.right;
    const ruled = await templateAt(engine, knownAt, asking)();
    if (E.isLeft(ruled)) return ruled;
    const { template, playbook, version } = ruled.right;
    const read = readDefinition({ ...projectFunnelOf(playbook, template), ...asking.definition });
    if (E.isLeft(read)) return E.left({ type: 'InvalidDefinition', cause: read.left });
    const definition = read.right;
    const asOf = asOfIn(asking, clock);
    const question = { definition, template: template.id, asOf, by: asking.by, span: asking.span };
    return E.right({
      template: template.id,
      definition,
      definitionHash: hashOf(definition, sha256),
      playbook: version,
      asOf,
      knownAt,
      ...projectFunnelReport(documents.pipeline, question),
    });
  };

const readDefinition = reader(FunnelDefinition);

interface RuledTemplate {
  readonly template: ProcessTemplate;
  readonly playbook: Playbook;
  readonly version: string;
  readonly rules: RulesByVersion;
}

/** The template that is meant, in the playbook in force at a position. */
const templateAt =
  (engine: Engine, position: Position, asking: TemplateAsking): TaskEither<TemplateError, RuledTemplate> =>
  async () => {
    const rules = await rulesAt(engine, position)();
    if (E.isLeft(rules)) return rules;
    const { playbook, version, projects } = rules.right;
    const processes = playbook.projects?.processes ?? [];
    const [only, another] = processes;
    if (only === undefined) return E.left({ type: 'NoProjects' });
    const templates = processes.map(({ id }) => id);
    if (asking.template === undefined) {
      return another === undefined
        ? E.right({ template: only, playbook, version, rules: projects })
        : E.left({ type: 'TemplateNeeded', templates });
    }
    const template = processes.find(({ id }) => id === asking.template);
    return template === undefined
      ? E.left({ type: 'NoSuchTemplate', template: asking.template, templates })
      : E.right({ template, playbook, version, rules: projects });
  };
