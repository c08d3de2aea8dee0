import { eventOf, replay } from '@millrace/kernel';
import { type ProjectEvent, projectFold } from '@millrace/sales';
import { type GeneratedProjects, projectLogs } from '@millrace/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

const nameOf = ({ type, data }: ProjectEvent): string => {
  if (type === 'GateDecided') return `${data.decision} ${data.independence}`;
  if (type === 'ProjectClosed') return `closed ${data.outcome}`;
  return type === 'PhaseEntered' ? `entered by ${data.cause}` : type;
};

describe('generated logs of projects', () => {
  let logs: ReadonlyArray<GeneratedProjects>;
  beforeAll(() => {
    logs = fc.sample(projectLogs(), { numRuns: 150, seed: 11 });
  });

  test('meet every way a gate is decided, every way a phase is entered, and every end', () => {
    const counts = new Map<string, number>();
    for (const event of logs.flatMap(({ log }) => log)) {
      const name = nameOf(eventOf(event));
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const floors: ReadonlyArray<readonly [number, ReadonlyArray<string>]> = [
      [20, ['go', 'conditionalGo', 'hold', 'recycle', 'kill'].map((decision) => `${decision} independent`)],
      [5, ['go', 'conditionalGo', 'hold', 'recycle'].map((decision) => `${decision} self`)],
      [1, ['kill self', 'ContractAmended', 'closed won', 'ActivityWaived']],
      [
        20,
        ['advance', 'go', 'conditionsFulfilled', 'signing', 'recycle', 'reopening'].map(
          (cause) => `entered by ${cause}`,
        ),
      ],
      [10, ['lost', 'dormant', 'duplicate', 'disqualified'].map((outcome) => `closed ${outcome}`)],
      [3, ['ContractTerminated', 'ExtensionOpened']],
      [20, ['ProcessMigrated']],
      [20, ['ProcessTailored', 'SelfReviewFlagged', 'ProjectTransferred', 'TeamMemberJoined', 'TeamMemberLeft']],
      [20, ['CostIncurred', 'PhaseBudgetSet', 'ProbabilityAssessed', 'ExpectedCloseSet', 'AmountEstimated']],
      [20, ['AnalysisRecorded', 'ActivityDone', 'DocumentRecorded', 'StakeholderMapped', 'PurchaseStepObserved']],
    ];
    const rare = floors.flatMap(([floor, names]) => names.filter((name) => (counts.get(name) ?? 0) < floor));
    expect(rare, JSON.stringify([...counts])).toEqual([]);
  });

  test('are what a store hands out: positions rise, revisions have no gaps, recordedAt never falls', () => {
    for (const { log } of logs) {
      const revisions = new Map<string, number>();
      for (const [index, { stream, revision, position, meta }] of log.entries()) {
        expect(revision).toBe(revisions.get(stream) ?? 0);
        revisions.set(stream, revision + 1);
        const before = log[index - 1];
        expect(position).toBeGreaterThan(before?.position ?? 0);
        expect(meta.recordedAt >= (before?.meta.recordedAt ?? '')).toBe(true);
      }
      expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    }
  });

  test('PRJ-33: an extension begins on its own stream, right behind the event of its parent', () => {
    let extensions = 0;
    for (const { log } of logs) {
      for (const [index, envelope] of log.entries()) {
        const event = eventOf(envelope);
        if (event.type !== 'ExtensionOpened') continue;
        const next = log[index + 1];
        expect(next).toMatchObject({ stream: `project-${event.data.child}`, revision: 0 });
        expect(next?.meta.commandId).toBe(envelope.meta.commandId);
        extensions++;
      }
    }
    expect(extensions).toBeGreaterThan(3);
  });

  test('interleave projects, some of which stay opportunities', () => {
    const states = logs.flatMap(({ log }) =>
      [...new Set(log.map(({ stream }) => stream))].map((stream) =>
        replay(projectFold, log.filter((event) => event.stream === stream).map(eventOf)),
      ),
    );
    expect(states.filter(({ status }) => status === 'opportunity').length).toBeGreaterThan(1);
    expect(logs.filter(({ log }) => log[0]?.stream !== log.at(-1)?.stream).length).toBeGreaterThan(50);
  });
});
