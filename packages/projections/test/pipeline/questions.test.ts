/** What every question about projects keeps, over whole logs. */
import { type Documents, type Instant, project } from '@millrace/kernel';
import {
  aheadOfBuyer,
  chainCoverage,
  comparisonsOf,
  conformance,
  dossierOf,
  type GateDocument,
  gateLog,
  type PipelineDocument,
  type ProjectDocument,
  patternsOf,
  pipelineReport,
  plansOf,
  resourcesOf,
  views,
} from '@millrace/projections';
import { keyAccount } from '@millrace/sales';
import { type GeneratedProjects, rulesWith } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedLogs, rulesIn, until } from '../support/generated-projects.js';
import type { ProjectLog } from '../support/projects.js';

interface Shown {
  readonly projects: Documents<ProjectDocument>;
  readonly gates: Documents<GateDocument>;
  readonly pipeline: Documents<PipelineDocument>;
}

const shown = (log: ProjectLog): Shown => ({
  projects: project(views.projects, log),
  gates: project(views.gates, log),
  pipeline: project(views.pipeline, log),
});

type Ask = (documents: Shown, asOf: Instant, of: GeneratedProjects) => unknown;

const zone = 'Asia/Shanghai';
const behaviours = {
  minimumProjects: 1,
  storytellerAdvancedAtMostBp: 5_000,
  pusherSigningAtLeastBp: 5_000,
  earlySpenderAtLeastBp: 5_000,
};

const questions: { readonly [name: string]: Ask } = {
  'the gate log': ({ gates }, asOf) => gateLog(gates, { asOf }),
  conformance: ({ projects }, asOf) => conformance(projects, asOf),
  plans: ({ projects }, asOf) => plansOf(projects, { asOf, zone }),
  resources: ({ projects }, asOf) => resourcesOf(projects, { asOf, zone }),
  behaviours: ({ projects }, asOf) => patternsOf(projects, { asOf, behaviours }),
  'seller ahead of buyer': ({ projects }, asOf, of) => aheadOfBuyer(projects, rulesIn(of), asOf),
  'chain coverage': ({ projects }, asOf, of) => chainCoverage(projects, rulesIn(of), asOf),
  counterfactual: ({ projects }, asOf, { template }) =>
    comparisonsOf({ a: rulesWith(template), b: rulesWith({ ...template, gates: [] }), documents: projects, asOf }),
  dossiers: ({ projects, gates }, asOf) =>
    [...projects].flatMap(
      ([id, file]) => dossierOf({ project: id, file, gates: gates.get(id) ?? { moves: [] }, asOf, zone }) ?? [],
    ),
  'the board': ({ pipeline }, asOf, { template }) =>
    pipelineReport(
      { pipeline, organisation: new Map() },
      { template, asOf, zone, currency: keyAccount.currency, by: 'owner' },
    ),
};

describe.each(Object.keys(questions))('%s', (name) => {
  const ask = questions[name] as Ask;

  test('LOG-5, LOG-6: as known at a position and as of an instant, what was recorded or effective later is not seen', () => {
    fc.assert(
      fc.property(askedLogs({ length: 120 }), fc.nat(), (asked, cut) => {
        const known = asked.log.slice(0, cut % (asked.log.length + 1));
        const then = ask(shown(known), asked.asOf, asked);
        // What is known at a position is the log up to it, whatever was appended since: effective later than
        // the instant, it is in no answer as of that instant.
        const later = asked.log.slice(known.length).filter(({ meta }) => meta.effectiveAt > asked.asOf);
        expect(ask(shown([...known, ...later]), asked.asOf, asked)).toEqual(then);
        expect(ask(shown(until(known, asked.asOf)), asked.asOf, asked)).toEqual(then);
      }),
      { numRuns: 25 },
    );
  });
});
