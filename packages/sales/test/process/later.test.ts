import { dealership, type ProcessTemplate, type ProjectRules } from '@millrace/sales';
import { describe, test } from 'vitest';
import { accepted, asked, named, term } from '../support/playbooks.js';
import { activity, gate, phase, processWith, projects, projectsWith, works } from '../support/processes.js';

const [lead = phase('lead'), ...after] = works.phases;
const led = (...activities: ReadonlyArray<ReturnType<typeof activity>>): Partial<ProcessTemplate> => ({
  phases: [{ ...lead, activities }, ...after],
});
const [need = activity('need'), visit = activity('visit')] = lead.activities;
const [screen = gate('screen', { at: 'signing' }), ...gates] = works.gates;

describe('a later playbook keeps the ids of processes that stay', () => {
  const dropped: ReadonlyArray<readonly [string, string, Partial<ProcessTemplate>]> = [
    ['phases', 'delivery', { phases: works.phases.slice(0, 2) }],
    ['activities', 'need', led(visit)],
    ['activities.need.steps', 'wish', led({ ...need, steps: need.steps.slice(1) }, visit)],
    ['documents', 'note', led(need, { ...visit, deliverables: [] })],
    ['checklist', 'called', { phases: [{ ...lead, checklist: [] }, ...after] }],
    ['gates', 'screen', { gates }],
    ['criteria', 'screenJudged', { gates: [{ ...screen, criteria: [] }, ...gates] }],
    ['flows', 'buying', { flows: [] }],
    ['flows.buying.steps', 'paid', { flows: works.flows.map((one) => ({ ...one, steps: one.steps.slice(0, 2) })) }],
    ['layers', 'users', { layers: works.layers.slice(1) }],
    ['sizes', 'small', { sizes: [] }],
  ];

  test.each(dropped)('none of %s is removed', (list, id, more) =>
    asked(processWith(more), projectsWith()).thenRefused({
      type: 'TermRemoved',
      list: `projects.processes.works.${list}`,
      id,
    }),
  );

  test('no process is removed, nor are all of them; another may be added', () => {
    const other = { ...works, id: term('other') };
    const gone = { type: 'TermRemoved', list: 'projects.processes', id: 'works' } as const;
    asked(projectsWith({ processes: [other] }), projectsWith()).thenRefused(gone);
    asked(dealership, projectsWith()).thenRefused(gone);
    accepted(projectsWith({ processes: [works, other] }), projectsWith());
  });

  test.each<Exclude<keyof ProjectRules, 'overBudget' | 'behaviours'>>(['channels', 'lost', 'tactics', 'personalNeeds'])(
    'none of %s is removed',
    (list) => {
      const before = projectsWith({ [list]: [...(projects[list] ?? []), named('kept')] });
      asked(projectsWith({ [list]: projects[list] ?? [] }), before).thenRefused({
        type: 'TermRemoved',
        list: `projects.${list}`,
        id: 'kept',
      });
    },
  );

  test('names change, activities, steps and gates are added, and an activity may move to another phase', () => {
    const renamed = { ...need, name: { en: 'Wish', zh: '愿望' }, steps: [...need.steps, named('date')] };
    const moved = after.map((one, index) => (index === 0 ? { ...one, activities: [...one.activities, visit] } : one));
    const phases = [{ ...lead, activities: [renamed, activity('letter')] }, ...moved];
    accepted(processWith({ phases }), projectsWith());
  });
});
