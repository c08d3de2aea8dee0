import type { Documents, Instant } from '@millrace/kernel';
import { type Criterion, type Missing, missingFor } from '@millrace/sales';
import { openFiles, type ProjectDocument, type RulesByVersion } from '../projects/index.js';

/** What keeps an open project from its next phase. @source PRJ-2, GAT-1 */
export interface BlockerLine {
  readonly project: string;
  /** The highest phase of the stage it stands in. */
  readonly phase: string;
  /** Gates ahead without a go that stands. */
  readonly gates: ReadonlyArray<string>;
  /** Criteria that must be met and are not, with the activity, analysis, layer or document they ask for. */
  readonly criteria: ReadonlyArray<Pick<Criterion, 'id' | 'test'>>;
  /** Criteria that must be met and that reviewers have yet to judge. */
  readonly judged: Missing['judged'];
  readonly conditions: Missing['conditions'];
  readonly checklist: Missing['checklist'];
  /** The review that put it on hold. */
  readonly hold: string | null;
}

/** Which template's projects, as of when, under which rules. */
export interface BlockerQuestion {
  readonly template: string;
  readonly rules: RulesByVersion;
  readonly asOf: Instant;
}

/** The open projects of a template that something keeps where they are, by id. */
export const blockersOf = (
  documents: Documents<ProjectDocument>,
  { template: asked, rules, asOf }: BlockerQuestion,
): ReadonlyArray<BlockerLine> =>
  openFiles(documents, rules, asOf).flatMap(({ id, project, template }) => {
    if (template.id !== asked) return [];
    const { gates, criteria, judged, conditions, checklist, hold = null } = missingFor(project, template);
    const blocked = gates.length + checklist.length > 0 || hold !== null;
    if (!blocked) return [];
    const all = template.gates.flatMap((gate) => gate.criteria);
    return [
      {
        project: id,
        phase: project.process.stages[project.stage]?.phases.at(-1) ?? '',
        gates,
        criteria: all
          .filter((one) => criteria.includes(one.id))
          .map(({ id: criterion, test }) => ({ id: criterion, test })),
        judged,
        conditions,
        checklist,
        hold,
      },
    ];
  });
