/** Recipes of organisations that run sales projects. */
import { opportunityChannels } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { recipeOf as read } from '../../src/recipe/read.js';
import { undefinedTermIn } from '../../src/recipe/vocabulary.js';
import { leftOf, rightOf } from '../support/compiled.js';
import { calls, recipeOf } from '../support/planned.js';

const named = (id: string) => ({ id, name: { en: id, zh: '词' } });
const phase = (id: string) => ({ ...named(id), activities: [], checklist: [] });

const projects = {
  processes: [
    {
      ...named('opportunity'),
      phases: [phase('prospecting'), phase('engaging')],
      gates: [],
      signedIn: 'engaging',
      flows: [],
      layers: [],
      sizes: [],
    },
  ],
  channels: [named('unknown')],
  lost: [named('notRecorded')],
};

const recipe = (more: object, preset = 'keyAccount') =>
  recipeOf([calls('a.csv')], { playbook: { preset, zone: 'UTC', name: 'ours', ...more } });
const playbookOf = (more: object, preset?: string) => rightOf(read(recipe(more, preset), 'r.json')).playbook;

describe('a playbook that a recipe publishes', () => {
  test('has the recipe’s name and projects, of which nothing is the preset’s', () => {
    const { name, projects: rules } = playbookOf({ projects });
    expect(name).toBe('ours');
    expect(rules?.processes).toEqual(projects.processes);
    expect(rules?.lost).toEqual(projects.lost);
    const { processes: _, lost: __, channels: ___, ...others } = rules ?? {};
    expect(Object.values(others).filter((list) => !Array.isArray(list) || list.length > 0)).toEqual([]);
  });

  test('PRJ-8: has the twelve channels, and those that the recipe adds', () => {
    expect(playbookOf({ projects }).projects?.channels).toEqual([...opportunityChannels, ...projects.channels]);
    const { channels: _, ...none } = projects;
    expect(playbookOf({ projects: none }).projects?.channels).toEqual(opportunityChannels);
  });

  test('keeps the preset’s projects, or none, where the recipe says nothing of them', () => {
    expect(playbookOf({}).projects?.processes.map(({ id }) => id)).toEqual(['keyAccount']);
    expect(playbookOf({}, 'dealership').projects).toBeUndefined();
    expect(playbookOf({ projects }, 'dealership').projects?.lost).toEqual(projects.lost);
  });

  test.each<[string, object, object]>([
    ['a channel of the twelve', { channels: [named('bidding')] }, { type: 'DoubledTerm', list: 'projects.channels' }],
    ['no way to lose', { lost: [] }, { type: 'EmptyList', list: 'projects.lost' }],
    ['no process', { processes: [] }, { type: 'EmptyList', list: 'projects.processes' }],
  ])('cannot have %s', (_, change, refusal) => {
    expect(leftOf(read(recipe({ projects: { ...projects, ...change } }), 'r.json'))).toMatchObject({
      type: 'PlaybookRefused',
      refusal,
    });
  });

  test.each<[string, object, string, string]>([
    ['a stray key', { ...projects, stages: [] }, 'stages', 'knownKey'],
    ['no reasons to lose', { processes: projects.processes }, 'lost', 'Terms'],
    ['a channel without a name', { ...projects, channels: [{ id: 'x' }] }, 'channels/0/name', 'Label'],
    [
      'half a phase',
      { ...projects, processes: [{ ...projects.processes[0], phases: [named('a')] }] },
      'processes/0/phases/0/activities',
      'ReadonlyArray<Activity>',
    ],
  ])('is named by its keys where it has %s', (_, wrong, path, expected) => {
    expect(leftOf(read(recipe({ projects: wrong }), 'r.json'))).toMatchObject({
      type: 'BadRecipe',
      path: `playbook/projects/${path}`,
      expected,
    });
  });
});

describe('words of the playbook in commands of projects', () => {
  const playbook = playbookOf({ projects });
  const fault = (command: string, fields: object) => undefinedTermIn({ command, fields: fields as never }, playbook);

  test.each<[string, object, string, string]>([
    ['DiscoverOpportunity', {}, 'channel', [...opportunityChannels.map(({ id }) => id), 'unknown'].join(' | ')],
    ['TouchChannel', {}, 'channel', [...opportunityChannels.map(({ id }) => id), 'unknown'].join(' | ')],
    ['OpenExtension', {}, 'channel', [...opportunityChannels.map(({ id }) => id), 'unknown'].join(' | ')],
    ['OpenProject', {}, 'template', 'opportunity'],
    ['OpenProject', { template: 'opportunity' }, 'saleType', 'nothing'],
    ['MigrateProcess', {}, 'template', 'opportunity'],
    ['AdvancePhase', {}, 'to', 'prospecting | engaging'],
    ['SetPhaseBudget', {}, 'phase', 'prospecting | engaging'],
    ['BookCost', {}, 'phase', 'prospecting | engaging'],
    ['AssessProbability', {}, 'phase', 'prospecting | engaging'],
    ['RequestGateReview', {}, 'gate', 'nothing'],
    ['CloseProject', { outcome: 'lost' }, 'reason', 'notRecorded'],
    ['CloseProject', { outcome: 'dormant' }, 'reason', 'noAnswer | later'],
    ['ReopenProject', {}, 'reason', 'nothing'],
    ['WaiveActivity', {}, 'reason', 'nothing'],
  ])('%s %j: %s', (command, fields, path, expected) => {
    expect(fault(command, { ...fields, [path]: 'nowhere' })).toEqual({
      path: `fields/${path}`,
      expected,
      found: '"nowhere"',
    });
    expect(fault(command, { ...fields, [path]: '{column}' })).toBeUndefined();
  });

  test('are none of the recipe’s faults where they are there, or where no word is asked for', () => {
    expect(fault('AdvancePhase', { to: 'engaging' })).toBeUndefined();
    expect(fault('CloseProject', { outcome: 'lost', reason: 'notRecorded' })).toBeUndefined();
    expect(fault('CloseProject', { outcome: 'won', reason: 'nowhere' })).toBeUndefined();
    expect(fault('CloseProject', { outcome: '{how}', reason: 'nowhere' })).toBeUndefined();
  });

  test('are none at all where the playbook runs no projects', () => {
    const without = playbookOf({}, 'dealership');
    const told = { command: 'AdvancePhase', fields: { to: 'engaging' } };
    expect(undefinedTermIn(told, without)).toMatchObject({ expected: 'nothing' });
  });
});
