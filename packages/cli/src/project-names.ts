import type { Label, PlaybookState, ProcessTemplate, ProjectRules } from '@millrace/sales';
import type { Language } from './texts/index.js';

/** How people call the parts of a project's process, in the version it keeps; bare ids where there is no name. */
export interface ProjectNames {
  readonly process: string;
  readonly phase: (id: string) => string;
  readonly phases: (ids: ReadonlyArray<string>) => string;
  readonly gate: (id: string) => string;
  readonly criterion: (id: string) => string;
  readonly activity: (id: string) => string;
  /** A step of any activity: of several with one id, that of the first. */
  readonly step: (id: string) => string;
  /** An item of a checklist. */
  readonly item: (id: string) => string;
  readonly layer: (id: string) => string;
  readonly size: (id: string) => string;
  readonly purchaseStep: (flow: string, step: string) => string;
  /** The phase the seller should be in at that step; nothing where the template has no such step. */
  readonly phaseAt: (flow: string, step: string) => string | undefined;
  /** What a decision factor weighs. @units basis points */
  readonly weight: (factor: string) => number | undefined;
  readonly term: (list: VocabularyOf, id: string) => string;
}

type VocabularyOf = {
  [List in keyof ProjectRules]-?: ProjectRules[List] extends ReadonlyArray<Item> | undefined ? List : never;
}[keyof ProjectRules];

interface Item {
  readonly id: string;
  readonly name: Label;
}

/** The names of a template, in a version of the playbook. */
export const projectNames = (
  state: PlaybookState,
  { playbook = '', template = '' }: { readonly playbook?: string | undefined; readonly template?: string | undefined },
  language: Language,
): ProjectNames => {
  const rules = state.phase === 'published' ? (state.projects[playbook] ?? state.playbook.projects) : undefined;
  return processNames(rules, template, language);
};

/** The names of a template of these rules. */
export const processNames = (rules: ProjectRules | undefined, template: string, language: Language): ProjectNames => {
  const process: ProcessTemplate | undefined = rules?.processes.find(({ id }) => id === template);
  const named =
    (items: ReadonlyArray<Item> = []) =>
    (id: string): string =>
      items.find((item) => item.id === id)?.name[language] ?? id;
  const phases = process?.phases ?? [];
  const activities = phases.flatMap((phase) => phase.activities);
  const phase = named(phases);
  const stepsOf = (flow: string) => process?.flows.find(({ id }) => id === flow)?.steps ?? [];
  return {
    process: named(process === undefined ? [] : [process])(template),
    phase,
    phases: (ids) => ids.map(phase).join(' + '),
    gate: named(process?.gates),
    criterion: named(process?.gates.flatMap(({ criteria }) => criteria)),
    activity: named(activities),
    step: named(activities.flatMap(({ steps }) => steps)),
    item: named(phases.flatMap(({ checklist }) => checklist)),
    layer: named(process?.layers),
    size: named(process?.sizes),
    purchaseStep: (flow, step) => named(stepsOf(flow))(step),
    phaseAt: (flow, step) => {
      const at = stepsOf(flow).find(({ id }) => id === step)?.phase;
      return at === undefined ? undefined : phase(at);
    },
    weight: (factor) => rules?.decisionFactors.find(({ id }) => id === factor)?.weightBp,
    term: (list, id) => named(rules?.[list] as ReadonlyArray<Item> | undefined)(id),
  };
};
