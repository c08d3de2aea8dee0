/** One project on one page, held against the raw events. */
import { eventOf, project } from '@millrace/kernel';
import { type Dossier, dossierOf, gateLog, views } from '@millrace/projections';
import { type GeneratedProjects, projectLogs } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskedLog, allOf, askedLogs, ownOf, until } from '../support/generated-projects.js';
import { AFTER, projectsIn, stateOf } from '../support/project-histories.js';
import type { ProjectLog } from '../support/projects.js';

const ZONE = 'Asia/Shanghai';
const RUNS = { numRuns: 40 };

/** The dossiers of all projects of a log. */
const dossiersOf = (log: ProjectLog, asOf = AFTER): ReadonlyArray<Dossier> => {
  const [files, gates] = [project(views.projects, log), project(views.gates, log)];
  return projectsIn(log).flatMap((id) => {
    const file = files.get(id) ?? expect.unreachable(id);
    return dossierOf({ project: id, file, gates: gates.get(id) ?? { moves: [] }, asOf, zone: ZONE }) ?? [];
  });
};

const forEveryDossier = (law: (dossier: Dossier, own: ProjectLog, asked: AskedLog) => void): void =>
  fc.assert(
    fc.property(askedLogs(), (asked) => {
      for (const dossier of dossiersOf(asked.log, asked.asOf)) {
        law(dossier, until(ownOf(asked.log, dossier.project), asked.asOf), asked);
      }
    }),
    RUNS,
  );

/** Where and when, then what. */
const said = ({ stream: _, revision, event }: ReturnType<typeof allOf>[number]) => ({
  revision,
  at: event.effectiveAt,
  ...event.data,
});

describe('the dossier of a project', () => {
  test('PRJ-40: its history is every event there is, and each stay begins where an event says so', () => {
    forEveryDossier(({ history, stays, project: id }, own) => {
      expect(history).toEqual(
        own.map((event) => ({ revision: event.revision, at: event.meta.effectiveAt, type: event.type })),
      );
      const entries = allOf(own, 'PhaseEntered').map(({ revision, event }) => [revision, event.data.phases]);
      const openings = allOf(own, 'ProjectOpened').map(({ revision, event }) => [
        revision,
        event.data.process.stages[0]?.phases,
      ]);
      expect(stays.map(({ revision, phases }) => [revision, phases])).toEqual([...openings, ...entries]);
      expect(
        stays.slice(0, -1).filter(({ to }) => to === null),
        id,
      ).toEqual([]);
    });
  });

  test('PRJ-40, PRJ-1: where it stands, and what it is worth, are what the decider knows', () => {
    forEveryDossier((dossier, _, { log, asOf }) => {
      const state = stateOf(log, dossier.project, asOf);
      if (state.status === 'undiscovered') return expect.unreachable('it was discovered');
      expect([dossier.origin, dossier.channels]).toEqual([state.origin, state.touched]);
      expect([dossier.standing.outcome, dossier.standing.decidedAt]).toEqual([
        state.ended?.outcome ?? null,
        state.ended?.at ?? null,
      ]);
      if (state.status === 'opportunity') {
        expect([dossier.opened, dossier.owner, dossier.standing.phases]).toEqual([null, null, null]);
        return;
      }
      expect(dossier).toMatchObject({
        owner: state.team.owner,
        team: state.team.members,
        amount: state.amount ?? null,
        expectedClose: state.expectedClose ?? null,
        extensions: state.extensions,
      });
      expect(dossier.standing).toMatchObject({
        phases: state.process.stages[state.stage]?.phases,
        onHold: state.hold !== undefined,
        terminatedAt: state.terminatedAt ?? null,
        closedAt: state.closedAt ?? null,
      });
    });
  });

  test('PRJ-40, GAT-9: what was booked and assessed is there, each phase once, and adds up', () => {
    let booked = 0;
    forEveryDossier(({ costs, probabilities }, own) => {
      const all = allOf(own, 'CostIncurred').map(({ event }) => event.data);
      for (const { phase, cost } of costs) {
        const here = all.filter((one) => one.phase === phase).reduce((sum, { amount }) => sum + amount.minor, 0);
        expect(cost?.minor ?? 0).toBe(here);
      }
      expect(new Set(costs.map(({ phase }) => phase)).size).toBe(costs.length);
      expect(costs.reduce((sum, { cost }) => sum + (cost?.minor ?? 0), 0)).toBe(
        all.reduce((sum, { amount }) => sum + amount.minor, 0),
      );
      expect(probabilities).toEqual(
        allOf(own, 'ProbabilityAssessed').map(({ event }) => ({ at: event.effectiveAt, ...event.data })),
      );
      booked += all.length;
    });
    expect(booked).toBeGreaterThan(0);
  });

  test('PRJ-40, PRJ-5: its gates are those lines of the gate log', () => {
    forEveryDossier(({ gates, project: id }, _, { log, asOf }) => {
      expect(gates).toEqual(gateLog(project(views.gates, log), { asOf, project: id }));
    });
  });

  test('PRJ-40: every fact of the four sides and the chain is one that was recorded, and the latest', () => {
    const met = { customer: 0, competitor: 0, environment: 0, own: 0, chain: 0, factors: 0 };
    forEveryDossier(({ customer, own: ours, competitor, environment, chain }, own) => {
      for (const [kind, { findings }] of Object.entries({ customer, own: ours, competitor, environment })) {
        const recorded = allOf(own, 'AnalysisRecorded').filter(({ event }) => event.data.kind === kind);
        expect(new Set(findings.map(({ part }) => part))).toEqual(
          new Set(recorded.map(({ event }) => event.data.part as string)),
        );
        for (const { part, finding, revision } of findings) {
          const latest = recorded.findLast(({ event }) => event.data.part === part);
          expect([finding, revision]).toEqual([latest?.event.data.finding, latest?.revision]);
          met[kind as 'own'] += 1;
        }
      }
      const last = allOf(own, 'AnalysisRecorded').findLast(({ event }) => event.data.need !== undefined);
      expect(customer.need).toEqual(
        last === undefined ? null : { revision: last.revision, at: last.event.effectiveAt, ...last.event.data.need },
      );
      expect(customer.factors.map(({ factor }) => factor)).toEqual(
        (allOf(own, 'DecisionFactorsRated').at(-1)?.event.data.ratings ?? []).map(({ factor }) => factor),
      );
      expect(customer.purchase).toEqual(allOf(own, 'PurchaseStepObserved').map(said));
      expect(competitor.notes).toEqual(allOf(own, 'CompetitorNoted').map(said));
      expect(ours.objectives).toEqual(allOf(own, 'ObjectiveSet').map(said));
      expect(ours.swot).toEqual(allOf(own, 'SwotRecorded').at(-1)?.event.data ?? null);
      expect(ours.strategy).toEqual(allOf(own, 'StrategyChosen').map(said).at(-1) ?? null);
      expect(ours.elements).toEqual(allOf(own, 'ProjectEstablished').at(-1)?.event.data.elements ?? []);
      const mapped = allOf(own, 'StakeholderMapped');
      expect(chain.stakeholders.map((one) => one.stakeholder)).toEqual([
        ...new Set(mapped.map(({ event }) => event.data.stakeholder)),
      ]);
      for (const { stakeholder, layer, influence, revision, flagged } of chain.stakeholders) {
        const latest = mapped.findLast(({ event }) => event.data.stakeholder === stakeholder);
        expect([layer, influence, revision]).toEqual([
          latest?.event.data.layer,
          latest?.event.data.influence,
          latest?.revision,
        ]);
        const flags = allOf(own, 'DirectBenefitFlagged').filter(({ event }) => event.data.stakeholder === stakeholder);
        expect(flagged).toBe(flags.length > 0);
        met.chain += 1;
      }
      expect(chain.relations).toEqual(allOf(own, 'StakeholdersRelated').map(({ event }) => event.data));
      met.factors += customer.factors.length;
    });
    expect(Object.entries(met).filter(([, n]) => n < 5)).toEqual([]);
  });

  test('LOG-5: what is effective later is in no dossier of before', () => {
    forEveryDossier((dossier, own, { asOf }) => {
      expect(dossiersOf(own, asOf)).toEqual([dossier]);
    });
  });

  test('PRJ-40: there is none before a project was discovered', () => {
    const [generated] = fc.sample(projectLogs(), { numRuns: 1, seed: 5 }) as ReadonlyArray<GeneratedProjects>;
    const log = generated?.log ?? [];
    const first = log.map(eventOf)[0]?.effectiveAt ?? AFTER;
    const before = new Date(Date.parse(first) - 1).toISOString() as typeof first;
    expect(dossiersOf(log, before)).toEqual([]);
    expect(dossiersOf(log).length).toBeGreaterThan(0);
  });
});
