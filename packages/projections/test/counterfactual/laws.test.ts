/** Whole logs replayed under stricter rules. */
import { eventOf, project } from '@millrace/kernel';
import { comparisonsOf, views } from '@millrace/projections';
import type { Gate, ProcessTemplate, Term } from '@millrace/sales';
import { type GeneratedProjects, processTemplates, projectLogs, rulesWith, stricterPairs } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf, type Of, ownOf } from '../support/generated-projects.js';
import { AFTER, projectsIn } from '../support/project-histories.js';
import type { ProjectLog } from '../support/projects.js';

const compared = ({ log, template: a }: GeneratedProjects, b: ProcessTemplate) =>
  comparisonsOf({ a: rulesWith(a), b: rulesWith(b), documents: project(views.projects, log), asOf: AFTER });

const pairs = stricterPairs(processTemplates()).chain(([loose, strict]) =>
  projectLogs({ templates: fc.constant(loose) }).map((generated) => ({ generated, strict })),
);

/** The furthest phase that a project entered, whatever became of it. */
const furthest = (log: ProjectLog, id: string, { phases }: ProcessTemplate): string | undefined => {
  const own = ownOf(log, id);
  const first = allOf(own, 'ProjectOpened').flatMap(({ event }) => event.data.process.stages[0]?.phases ?? []);
  const entered: ReadonlyArray<string> = [
    ...first,
    ...allOf(own, 'PhaseEntered').flatMap(({ event }) => event.data.phases),
  ];
  return phases.findLast((phase) => entered.includes(phase.id))?.id;
};

const asksAlso = (template: ProcessTemplate, more: (gate: Gate) => Partial<Gate>): ProcessTemplate => ({
  ...template,
  gates: template.gates.map((gate) => ({ ...gate, ...more(gate) })),
});

type Stricter = (template: ProcessTemplate) => ProcessTemplate;
type Decided = Of<'GateDecided'>['data'];

/** Every gate asks for what no decision of the log can have. */
const asksTooMuch: ReadonlyArray<readonly [string, Stricter, (decided: Decided) => boolean]> = [
  [
    'a role that nobody filled',
    (template) => asksAlso(template, ({ reviewerRoles }) => ({ reviewerRoles: [...reviewerRoles, 'lawyer' as Term] })),
    // Who reviews alone fills no role.
    ({ independence }) => independence === 'independent',
  ],
  [
    'a criterion that nobody judged',
    (template) =>
      asksAlso(template, ({ id, criteria }) => ({
        criteria: [
          ...criteria,
          { id: `${id}legal` as Term, name: { en: 'Legal', zh: '法务' }, must: true, test: { by: 'reviewers' } },
        ],
      })),
    () => true,
  ],
];

/** Whether a decision of a kind opened something: a phase, or signing behind a go of the stage it was done in. */
const wentThroughGate = (own: ProjectLog, counts: (decided: Decided) => boolean): boolean => {
  const decisions = new Map<string | undefined, Decided>();
  let last: Decided | undefined;
  for (const event of own.map(eventOf)) {
    if (event.type === 'GateDecided') {
      last = event.data;
      decisions.set(last.review, last);
    }
    if (event.type === 'ContractSigned' && last !== undefined && counts(last)) return true;
    if (event.type !== 'PhaseEntered') continue;
    last = undefined;
    const { cause, review } = event.data;
    const by = decisions.get(review);
    if ((cause === 'go' || cause === 'conditionsFulfilled') && by !== undefined && counts(by)) return true;
  }
  return false;
};

describe('GAT-11 over whole logs', () => {
  test('GAT-11, Show 4: under stricter rules no project reaches a later phase, and who is stopped is named', () => {
    let [stopped, opened] = [0, 0];
    fc.assert(
      fc.property(pairs, ({ generated, strict }) => {
        const { log, template } = generated;
        const [comparison, ...others] = compared(generated, strict);
        expect(others).toEqual([]);
        expect(['same', 'stricter']).toContain(comparison?.strictness);
        expect(comparison?.projects).toBe(allOf(log, 'ProjectOpened').length);
        const rankOf = (phase: string | undefined) => template.phases.findIndex(({ id }) => id === phase);
        for (const { project: id, reached, wouldReach, stoppedAt } of comparison?.stopped ?? []) {
          expect(reached).toBe(furthest(log, id, template));
          expect(rankOf(wouldReach)).toBeLessThanOrEqual(rankOf(reached));
          expect(stoppedAt.why.length).toBeGreaterThan(0);
          stopped += 1;
        }
        opened += comparison?.projects ?? 0;
        const [itself] = compared(generated, template);
        expect([itself?.strictness, itself?.stopped]).toEqual(['same', []]);
      }),
      { numRuns: 120 },
    );
    expect(opened).toBeGreaterThan(250);
    expect(stopped).toBeGreaterThan(10);
  });

  test.each(asksTooMuch)(
    'GAT-11, Show 4: %s stops exactly those that went through a gate',
    (_, stricterThan, counts) => {
      let [through, not] = [0, 0];
      fc.assert(
        fc.property(projectLogs(), (generated) => {
          const { log, template } = generated;
          const expected = projectsIn(log).filter((id) => wentThroughGate(ownOf(log, id), counts));
          const [comparison] = compared(generated, stricterThan(template));
          expect(comparison?.strictness).toBe(template.gates.length === 0 ? 'same' : 'stricter');
          expect(comparison?.stopped.map((one) => one.project)).toEqual(expected.toSorted());
          through += expected.length;
          not += (comparison?.projects ?? 0) - expected.length;
        }),
        { numRuns: 60 },
      );
      expect([through > 20, not > 20]).toEqual([true, true]);
    },
  );

  test('GAT-11: what cannot be compared is said so, and nobody is looked at', () => {
    fc.assert(
      fc.property(projectLogs({ length: 60 }), (generated) => {
        const { template } = generated;
        const [last, ...phases] = template.phases.toReversed();
        const fewer = {
          ...template,
          phases: phases.toReversed(),
          signedIn: template.phases[0]?.id ?? template.signedIn,
        };
        const incomparable = { template: 'works', strictness: 'incomparable', projects: 0, stopped: [] };
        expect(compared(generated, fewer), last?.id).toEqual([incomparable]);
        expect(compared(generated, { ...template, id: 'others' as Term })).toEqual([incomparable]);
      }),
      { numRuns: 20 },
    );
  });
});
