import type { Instant } from '@millrace/kernel';
import { type ProjectCommand, type ProjectEvent, projectModule, projectStream } from '@millrace/sales';
import { describe, expect, test } from 'vitest';

const effectiveAt = '2026-11-24T09:00:00.000Z' as Instant;
const by = { channel: 'dealer', discoveredBy: 'ada' };
const discovered = (project: string) =>
  ({ type: 'OpportunityDiscovered', data: { project, ...by }, effectiveAt }) as ProjectEvent;
const extend = { type: 'OpenExtension', project: 'p1', child: 'p2', ...by } as ProjectCommand;
const discover = { type: 'DiscoverOpportunity', project: 'p1', ...by } as ProjectCommand;

describe('PRJ-33 where the events of a project belong', () => {
  test('an extension is discovered in the stream of the child, which the command reads', () => {
    expect(projectModule.elsewhere?.(discovered('p2'), extend)).toBe(projectStream('p2'));
  });

  test('every other event in the stream of its command', () => {
    const opened = { type: 'ExtensionOpened', data: { child: 'p2' }, effectiveAt } as ProjectEvent;
    expect(projectModule.elsewhere?.(opened, extend)).toBeUndefined();
    expect(projectModule.elsewhere?.(discovered('p1'), discover)).toBeUndefined();
  });
});
