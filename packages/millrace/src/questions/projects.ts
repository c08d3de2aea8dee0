import type { Clock, Engine } from '@millrace/engine';
import {
  type AheadLine,
  aheadOfBuyer,
  type Conformance,
  type CoverageLine,
  chainCoverage,
  conformance,
  type Dossier,
  dossierOf,
  type GateLine,
  gateLog,
  gatesView,
  type PatternLine,
  type PlanReport,
  patternsOf,
  plansOf,
  projectsView,
  type ResourceLine,
  resourcesOf,
} from '@millrace/projections';
import type { Behaviours } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Answered, type Asking, documentsOf, type LogError, readInto } from './asking.js';
import type { NoPlaybookPublished } from './defined.js';
import { asOfIn, type RuledAnswer, rulesAt } from './ruled.js';

/** A project that nobody discovered, as far as was known and had happened. */
export interface ProjectUnknown {
  readonly type: 'ProjectUnknown';
  readonly project: string;
}

export interface GatesAsking extends Asking {
  /** All projects, when left out. */
  readonly project?: string;
}

export interface GatesAnswer extends Answered {
  readonly decisions: ReadonlyArray<GateLine>;
}

export interface ConformanceAnswer extends Answered, Conformance {}

export interface DossierAnswer extends RuledAnswer {
  readonly dossier: Dossier;
}

export interface WorkAnswer extends RuledAnswer {
  readonly plans: ReadonlyArray<PlanReport>;
  readonly resources: ReadonlyArray<ResourceLine>;
}

export interface BehavioursAnswer extends RuledAnswer {
  /** Null where the playbook says nothing of ways of selling; then no pattern is pointed out. */
  readonly thresholds: Behaviours | null;
  readonly patterns: ReadonlyArray<PatternLine>;
  readonly aheadOfBuyer: ReadonlyArray<AheadLine>;
  readonly coverage: ReadonlyArray<CoverageLine>;
}

/** Every decision at a gate, with what it rested on. @source PRJ-5 */
export const askGates =
  (
    engine: Engine,
    { project, ...asking }: GatesAsking,
    clock: Clock,
  ): TaskEither<LogError | ProjectUnknown, GatesAnswer> =>
  async () => {
    if (project !== undefined) return gatesOf(engine, project, asking, clock);
    const shown = await documentsOf(engine, gatesView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, ...answered } = shown.right;
    return E.right({ ...answered, decisions: gateLog(documents, { asOf: answered.asOf }) });
  };

const gatesOf = async (
  engine: Engine,
  project: string,
  asking: Asking,
  clock: Clock,
): Promise<E.Either<LogError | ProjectUnknown, GatesAnswer>> => {
  const shown = await readInto(engine, { projects: projectsView, gates: gatesView }, asking)();
  if (E.isLeft(shown)) return shown;
  const { documents, position: knownAt } = shown.right;
  const asOf = asOfIn(asking, clock);
  const happened = documents.projects.get(project)?.entries.some(({ at }) => at <= asOf) ?? false;
  if (!happened) return E.left({ type: 'ProjectUnknown', project });
  return E.right({ asOf, knownAt, decisions: gateLog(documents.gates, { asOf, project }) });
};

/** What reached a phase without its gate. @source GAT-1 */
export const askConformance =
  (engine: Engine, asking: Asking, clock: Clock): TaskEither<LogError, ConformanceAnswer> =>
  async () => {
    const shown = await documentsOf(engine, projectsView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, ...answered } = shown.right;
    return E.right({ ...answered, ...conformance(documents, answered.asOf) });
  };

/** One project on one page. @source PRJ-40 */
export const askDossier =
  (
    engine: Engine,
    project: string,
    asking: Asking,
    clock: Clock,
  ): TaskEither<LogError | NoPlaybookPublished | ProjectUnknown, DossierAnswer> =>
  async () => {
    const shown = await readInto(engine, { projects: projectsView, gates: gatesView }, asking)();
    if (E.isLeft(shown)) return shown;
    const { documents, position: knownAt } = shown.right;
    const rules = await rulesAt(engine, knownAt)();
    if (E.isLeft(rules)) return rules;
    const { version, playbook } = rules.right;
    const asOf = asOfIn(asking, clock);
    const file = documents.projects.get(project) ?? projectsView.empty(project);
    const gates = documents.gates.get(project) ?? gatesView.empty(project);
    const dossier = dossierOf({ project, file, gates, asOf, zone: playbook.zone });
    if (dossier === undefined) return E.left({ type: 'ProjectUnknown', project });
    return E.right({ asOf, knownAt, playbook: version, dossier });
  };

/** Plans against what happened, and whom the projects take up. @source PRJ-1, PRJ-2 */
export const askWork =
  (engine: Engine, asking: Asking, clock: Clock): TaskEither<LogError | NoPlaybookPublished, WorkAnswer> =>
  async () => {
    const shown = await documentsOf(engine, projectsView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, asOf, knownAt } = shown.right;
    const rules = await rulesAt(engine, knownAt)();
    if (E.isLeft(rules)) return rules;
    const question = { asOf, zone: rules.right.playbook.zone };
    return E.right({
      asOf,
      knownAt,
      playbook: rules.right.version,
      plans: plansOf(documents, question),
      resources: resourcesOf(documents, question),
    });
  };

/** Ways of selling that cost the house more than they bring, and what of the customer is not known. @source PRJ-3 */
export const askBehaviours =
  (engine: Engine, asking: Asking, clock: Clock): TaskEither<LogError | NoPlaybookPublished, BehavioursAnswer> =>
  async () => {
    const shown = await documentsOf(engine, projectsView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, asOf, knownAt } = shown.right;
    const rules = await rulesAt(engine, knownAt)();
    if (E.isLeft(rules)) return rules;
    const { version, playbook, projects } = rules.right;
    const behaviours = playbook.projects?.behaviours;
    return E.right({
      asOf,
      knownAt,
      playbook: version,
      thresholds: behaviours ?? null,
      patterns: behaviours === undefined ? [] : patternsOf(documents, { asOf, behaviours }),
      aheadOfBuyer: aheadOfBuyer(documents, projects, asOf),
      coverage: chainCoverage(documents, projects, asOf),
    });
  };
