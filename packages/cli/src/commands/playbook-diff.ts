import { comparisonsOf, type TemplateComparison } from '@millrace/projections';
import { type PlaybookDifference, type ProjectRules, playbookDifferences } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type DatabaseFault, EXIT, type Failure } from '../failure.js';
import { findPlaybook, isVersion, type NamedPlaybook, type Shelf } from '../playbook/find.js';
import { type ProjectNames, processNames } from '../project-names.js';
import { jsonOf } from '../render/json.js';
import { type CommonOptions, type Ended, line, type Session, table } from '../session.js';
import { fill } from '../texts/fill.js';
import { onShelf } from './playbook.js';

/** Two playbooks: where they differ, and whom the second would have stopped. */
interface Compared {
  readonly a: string;
  readonly b: string;
  readonly differences: ReadonlyArray<PlaybookDifference>;
  readonly templates: ReadonlyArray<TemplateComparison>;
}

/** What is printed, and the rules that name it. */
interface Printed extends Compared {
  readonly rules: ProjectRules | undefined;
}

/** `millrace playbook diff A B [--db FILE]`. */
export const diffPlaybooks = async (session: Session, a: string, b: string, options: CommonOptions): Promise<Ended> => {
  const needed = options.db !== undefined || isVersion(a) || isVersion(b);
  const compared = await onShelf(session, options, needed, async (shelf) => {
    const before = await findPlaybook(a, shelf);
    if (E.isLeft(before)) return before;
    const after = await findPlaybook(b, shelf);
    return E.isLeft(after) ? after : compare(before.right, after.right, shelf);
  });
  return E.map(({ rules, ...found }: Printed): number => {
    if (options.json) session.io.out(jsonOf(found));
    else print(session, { rules, ...found });
    return EXIT.ok;
  })(compared);
};

const compare = async (
  before: NamedPlaybook,
  after: NamedPlaybook,
  { millrace }: Shelf,
): Promise<E.Either<Failure | DatabaseFault, Printed>> => {
  const compared = {
    a: before.version,
    b: after.version,
    differences: playbookDifferences(before.playbook, after.playbook),
    rules: after.playbook.projects,
  };
  const a = before.playbook.projects;
  if (a === undefined) return E.right({ ...compared, templates: [] });
  const b = after.playbook.projects ?? { ...a, processes: [] };
  if (millrace === undefined) return E.right({ ...compared, templates: withoutLog(a, b) });
  const answered = await millrace.counterfactual({ a, b })();
  return E.map(({ templates }: { readonly templates: Compared['templates'] }) => ({ ...compared, templates }))(
    answered,
  );
};

const withoutLog = (a: ProjectRules, b: ProjectRules): ReadonlyArray<TemplateComparison> =>
  comparisonsOf({ a, b, documents: new Map(), asOf: NEVER });

/** Of no project anything had happened. */
const NEVER = '0001-01-01T00:00:00.000Z' as Parameters<typeof comparisonsOf>[0]['asOf'];

const print = (session: Session, { a, b, differences, templates, rules }: Printed): void => {
  const { words } = session.texts;
  line(session, 'compared', { a, b, differences: differences.length });
  if (differences.length > 0) {
    table(session, {
      head: [words.place, a, b],
      rows: differences.map(({ path, before, after }) => [path, textOf(before), textOf(after)]),
    });
  }
  for (const { template, strictness, projects, stopped } of templates) {
    line(session, strictness, { template, a, b });
    if (projects === 0) continue;
    line(session, 'wouldStop', { template, projects, stopped: stopped.length });
    if (stopped.length === 0) continue;
    const called = processNames(rules, template, session.language);
    table(session, {
      head: [words.project, words.reached, words.wouldReach, words.gate, words.reason],
      rows: stopped.map(({ project, reached, wouldReach, stoppedAt: { gate, why } }) => [
        project,
        called.phase(reached),
        called.phase(wouldReach),
        called.gate(gate),
        why.map((reason) => sayStop(reason, called, session)).join('; '),
      ]),
    });
  }
};

type Reason = TemplateComparison['stopped'][number]['stoppedAt']['why'][number];

/** Why a project would have been stopped: what was not met, or what its review would have been refused for. */
const sayStop = (reason: Reason, called: ProjectNames, { texts }: Session): string => {
  switch (reason.type) {
    case 'MustMeetUnmet':
      return fill(texts.words.unmet, { what: reason.criteria.map(called.criterion).join(', ') });
    case 'GateUndecided':
      return fill(texts.words.undecided, { gate: called.gate(reason.gate) });
    default:
      return fill(texts.projectRefusals[reason.type], reason);
  }
};

const textOf = (value: PlaybookDifference['before']): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};
