import { apply, replay } from '@millrace/kernel';
import { initialProject, type ProjectEvent, projectFold } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { confirmed, lost, opened, was, won } from '../support/projecting.js';

const closed = was(9, 'ProjectClosed', { outcome: 'won' });
const touched = was(3, 'ChannelTouched', { channel: 'bidding' });

describe('the state of a project', () => {
  test.each<[string, ReadonlyArray<ProjectEvent>]>([
    ['won and closed', [...won, closed]],
    ['lost', lost],
    ['touched before it is opened', [...opened.slice(0, 1), touched, ...opened.slice(1), confirmed]],
  ])('is the same an event at a time as in one go, as batches and replays do: %s', (_, history) => {
    const stepwise = history.reduce((project, event) => apply(projectFold, project, event), initialProject);
    expect(stepwise).toEqual(replay(projectFold, history));
    expect(stepwise.times).toEqual(history.map(({ effectiveAt }) => effectiveAt));
  });
});
