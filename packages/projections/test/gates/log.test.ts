/** The gate log, held against the raw events. */
import { project } from '@millrace/kernel';
import { gateLog, views } from '@millrace/projections';
import { type GeneratedProjects, processTemplates, projectLogs } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf } from '../support/generated-projects.js';
import { AFTER } from '../support/project-histories.js';

const linesOf = ({ log }: Pick<GeneratedProjects, 'log'>, asOf = AFTER, id?: string) =>
  gateLog(project(views.gates, log), { asOf, project: id });

/** Processes in which some gate must have an analysis. */
const analysing = processTemplates().filter(({ gates }) =>
  gates.some(({ criteria }) => criteria.some(({ must, test: { by } }) => must && by === 'analysis')),
);

const RUNS = { numRuns: 60 };

describe('the gate log', () => {
  test('PRJ-5: every decision stands there once, with its criteria, reviewers, evidence and version', () => {
    let [lines, flagged, late, migrated] = [0, 0, 0, 0];
    fc.assert(
      fc.property(projectLogs(), (generated) => {
        const decided = allOf(generated.log, 'GateDecided');
        const requests = allOf(generated.log, 'GateReviewRequested');
        const fulfilments = allOf(generated.log, 'ConditionFulfilled');
        const runs = [...allOf(generated.log, 'ProjectOpened'), ...allOf(generated.log, 'ProcessMigrated')];
        const flags = allOf(generated.log, 'SelfReviewFlagged');
        const log = linesOf(generated);
        expect(log.map(({ stream, revision }) => `${stream} ${revision}`).toSorted()).toEqual(
          decided.map(({ stream, revision }) => `${stream} ${revision}`).toSorted(),
        );
        expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).toSorted());
        for (const line of log) {
          const { stream, revision, review } = line;
          const of = decided.find((one) => one.stream === stream && one.revision === revision);
          const { data, effectiveAt } = of?.event ?? expect.unreachable('no such decision');
          const { decision, gates, chair, reviewers, independence, form, criteria } = data;
          expect(line).toMatchObject({ at: effectiveAt, review: data.review, decision, gates, chair, reviewers });
          expect(line).toMatchObject({ independence, form, criteria });
          expect([line.to, line.redo, line.comment]).toEqual([data.to ?? null, data.redo ?? [], data.comment ?? null]);
          expect(line.evidence).toEqual(
            data.evidence.map((one) => ('revision' in one ? { stream, revision: one.revision } : one)),
          );
          const request = requests.find((one) => one.stream === stream && one.event.data.review === review);
          expect([line.requestedBy, line.requestedAt]).toEqual([
            request?.event.data.requestedBy,
            request?.event.effectiveAt,
          ]);
          const run = runs.findLast((one) => one.stream === stream && one.revision < revision)?.event.data;
          expect([line.template, line.playbook]).toEqual([run?.template, run?.playbook]);
          if (line.playbook !== runs.find((one) => one.stream === stream)?.event.data.playbook) migrated += 1;
          expect(line.conditions.map(({ id, text, due }) => ({ id, text, due }))).toEqual(data.conditions ?? []);
          for (const { id, fulfilledAt, confirmedBy, late: isLate } of line.conditions) {
            const met = fulfilments.find(
              (one) => one.stream === stream && one.event.data.review === review && one.event.data.condition === id,
            )?.event;
            expect([fulfilledAt, confirmedBy, isLate]).toEqual([
              met?.effectiveAt ?? null,
              met?.data.confirmedBy ?? null,
              met?.data.late ?? false,
            ]);
            if (isLate) late += 1;
          }
          expect(line.flaggedBy).toEqual(
            flags
              .filter((one) => one.stream === stream && one.event.data.reviews.includes(review))
              .map((one) => one.event.data.person),
          );
          if (line.flaggedBy.length > 0) flagged += 1;
          lines += 1;
        }
      }),
      RUNS,
    );
    expect(lines).toBeGreaterThan(20);
    expect(flagged).toBeGreaterThan(0);
    expect(migrated).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(0);
  });

  test('LOG-5: as of an instant, or of one project, it is those lines of the whole log', () => {
    fc.assert(
      fc.property(projectLogs(), fc.nat(), (generated, pick) => {
        const all = linesOf(generated);
        const asOf = all[pick % Math.max(1, all.length)]?.at ?? AFTER;
        expect(linesOf(generated, asOf)).toEqual(
          all
            .filter(({ at }) => at <= asOf)
            .map((line) => ({
              ...line,
              // A condition and a flag are shown of the instant, too.
              conditions: expect.any(Array),
              flaggedBy: expect.any(Array),
            })),
        );
        expect(linesOf(generated, AFTER, 'p1')).toEqual(all.filter((line) => line.project === 'p1'));
        const happened = generated.log.filter(({ meta }) => meta.effectiveAt <= asOf);
        expect(linesOf({ log: happened }, asOf)).toEqual(linesOf(generated, asOf));
      }),
      RUNS,
    );
  });

  test('GAT-7: one person decides alone only where the events name nobody else by then', () => {
    let alone = 0;
    fc.assert(
      fc.property(projectLogs(), (generated) => {
        for (const { stream, revision, chair, reviewers } of linesOf(generated).filter(
          ({ independence }) => independence === 'self',
        )) {
          const before = generated.log.filter((one) => one.stream === stream && one.revision < revision);
          const named = [
            ...allOf(before, 'ProjectOpened').map(({ event }) => event.data.owner),
            ...allOf(before, 'ProjectTransferred').map(({ event }) => event.data.to),
            ...allOf(before, 'TeamMemberJoined').map(({ event }) => event.data.person),
            ...allOf(before, 'GateReviewRequested').flatMap(({ event }) => event.data.plannedTeam),
          ];
          expect(new Set([...named, ...reviewers.map(({ person }) => person)])).toEqual(new Set([chair]));
          alone += 1;
        }
      }),
      RUNS,
    );
    expect(alone).toBeGreaterThan(2);
  });

  test('GAT-12: no gate that must have an analysis has a go before that analysis is recorded', () => {
    const analysed = new Map<string, number>();
    fc.assert(
      fc.property(projectLogs({ templates: analysing }), (generated) => {
        const criteria = generated.template.gates.flatMap((gate) => gate.criteria);
        for (const { stream, revision, decision, criteria: results } of linesOf(generated)) {
          if (decision !== 'go' && decision !== 'conditionalGo') continue;
          const recorded = allOf(generated.log, 'AnalysisRecorded')
            .filter((one) => one.stream === stream && one.revision < revision)
            .map(({ event }) => event.data.kind);
          for (const { criterion, must } of results) {
            const tested = criteria.find(({ id }) => id === criterion)?.test;
            if (!must || tested?.by !== 'analysis') continue;
            expect(recorded).toContain(tested.analysis);
            analysed.set(tested.analysis, (analysed.get(tested.analysis) ?? 0) + 1);
          }
        }
      }),
      { numRuns: 120 },
    );
    expect([...analysed.keys()].toSorted()).toEqual(['competitor', 'customer', 'environment', 'own']);
  });
});
