/** The seller beside the buyer, and how much of the decision chain is known. */
import { project } from '@millrace/kernel';
import { aheadOfBuyer, chainCoverage, views } from '@millrace/projections';
import type { ProcessTemplate } from '@millrace/sales';
import { rulesWith } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskedLog, allOf, askedLogs, ownOf, rulesIn, until } from '../support/generated-projects.js';
import { instant } from '../support/log.js';
import { AFTER, momentAfter, projectsIn, stateOf } from '../support/project-histories.js';
import {
  deals,
  enters,
  type Happened,
  logOf,
  longer,
  loses,
  opened,
  type ProjectLog,
  tell,
} from '../support/projects.js';

const documentsOf = (log: ProjectLog) => project(views.projects, log);

/** The projects that are open as of an instant. */
const openIn = ({ log, asOf }: AskedLog) =>
  projectsIn(log)
    .toSorted()
    .flatMap((id) => {
      const state = stateOf(log, id, asOf);
      return state.status === 'opened' && state.ended === undefined ? [{ id, state }] : [];
    });

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

describe('the buyer beside the seller', () => {
  const tender: ProcessTemplate = {
    ...deals,
    flows: [
      {
        id: 'tender' as never,
        name: { en: 'Tender', zh: '招标' },
        steps: [
          { id: 'plans', name: { en: 'Plans', zh: '立项' }, phase: 'lead' },
          { id: 'invites', name: { en: 'Invites', zh: '招标' }, phase: 'talk' },
        ] as never,
      },
    ],
  };
  const rules = { 'p@1': rulesWith(tender) };
  const sees = (at: string, step: string): Happened => tell('PurchaseStepObserved')('p1', at, { flow: 'tender', step });

  test('PRJ-15: the seller is ahead in a later phase than that of the step last observed, and only then', () => {
    const log = logOf(
      opened('p1', day(1)),
      enters('p1', day(2), 'talk'),
      sees(day(3), 'plans'),
      sees(day(5), 'invites'),
      enters('p1', day(6), 'offer'),
      loses('p1', day(9)),
    );
    const ahead = (n: number) =>
      aheadOfBuyer(documentsOf(log), rules, instant(day(n))).map(({ phase, step, stepPhase, event }) => [
        phase,
        step,
        stepPhase,
        event.revision,
      ]);
    expect(ahead(2)).toEqual([]);
    expect(ahead(3)).toEqual([['talk', 'plans', 'lead', 3]]);
    expect(ahead(5)).toEqual([]);
    expect(ahead(6)).toEqual([['offer', 'invites', 'talk', 4]]);
    expect(ahead(9)).toEqual([]);
  });

  /** The log, and a step of the purchase that is observed in every project then. */
  const observing = fc.tuple(askedLogs(), fc.nat()).map(([asked, roll]): AskedLog => {
    const [flow] = asked.template.flows;
    const step = flow?.steps[roll % (flow.steps.length - 1)]?.id;
    const at = momentAfter(asked.log);
    const seen = openIn(asked).map(({ id }) => tell('PurchaseStepObserved')(id, at, { flow: flow?.id, step }));
    return { ...asked, log: longer(asked.log, seen) };
  });

  test('PRJ-15: over whole logs it is whom a person would find', () => {
    let found = 0;
    fc.assert(
      fc.property(observing, (asked) => {
        const { log, template, asOf } = asked;
        const ids = template.phases.map(({ id }) => id as string);
        const expected = openIn(asked).flatMap(({ id, state }) => {
          const step = allOf(until(ownOf(log, id), asOf), 'PurchaseStepObserved').at(-1)?.event.data.step;
          const at = template.flows[0]?.steps.find((one) => one.id === step)?.phase ?? 'none';
          const [phase = ''] = state.process.stages[state.stage]?.phases ?? [];
          return step !== undefined && ids.indexOf(phase) > ids.indexOf(at) ? [[id, phase, step, at]] : [];
        });
        const lines = aheadOfBuyer(documentsOf(log), rulesIn(asked), asOf);
        expect(lines.map((line) => [line.project, line.phase, line.step, line.stepPhase])).toEqual(expected);
        found += lines.length;
      }),
      { numRuns: 120 },
    );
    expect(found).toBeGreaterThan(0);
  });
});

describe('the decision chain', () => {
  test('PRJ-24: how many are mapped in each layer, and when it was last looked at', () => {
    const counts = { empty: 0, covered: 0 };
    fc.assert(
      fc.property(askedLogs(), (asked) => {
        const { log, template, asOf } = asked;
        const lines = chainCoverage(documentsOf(log), rulesIn(asked), asOf);
        expect(lines.map((line) => line.project)).toEqual(openIn(asked).map(({ id }) => id));
        for (const { project: id, layers } of lines) {
          const mapped = allOf(until(ownOf(log, id), asOf), 'StakeholderMapped').map(({ event }) => event);
          const latest = new Map(mapped.map((event) => [event.data.stakeholder, event]));
          expect(layers.map(({ layer }) => layer)).toEqual(template.layers.map((layer) => layer.id));
          for (const { layer, stakeholders, mappedAt } of layers) {
            const here = [...latest.values()].filter(({ data }) => data.layer === layer);
            expect(stakeholders).toBe(here.length);
            expect(mappedAt).toBe(
              here
                .map(({ effectiveAt }) => effectiveAt)
                .toSorted()
                .at(-1) ?? null,
            );
            counts[here.length === 0 ? 'empty' : 'covered'] += 1;
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(counts.empty).toBeGreaterThan(5);
    expect(counts.covered).toBeGreaterThan(20);
  });

  test('PRJ-24: a process without layers, or a version nobody knows, has no coverage', () => {
    const log = logOf(opened('p1', day(1)));
    expect(chainCoverage(documentsOf(log), { 'p@1': rulesWith(deals) }, AFTER)).toEqual([]);
    expect(chainCoverage(documentsOf(log), {}, AFTER)).toEqual([]);
  });
});
