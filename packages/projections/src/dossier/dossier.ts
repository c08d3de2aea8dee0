import type { Instant, LocalDate, Money } from '@millrace/kernel';
import type { OpenedProject, Opportunity, ProjectEvent } from '@millrace/sales';
import { type GateDocument, type GateLine, gateLog } from '../gates/index.js';
import { type PlanReport, planOf } from '../plan/index.js';
import { entriesUntil, isOf, type ProjectDocument, type ProjectEntry, projectAsOf } from '../projects/index.js';
import { type Chain, chainIn } from './chain.js';
import {
  type CloseLine,
  type ContractLine,
  closesIn,
  contractIn,
  costsIn,
  type PhaseCost,
  type WaiverLine,
  waiversIn,
} from './contract.js';
import {
  type CompetitorSide,
  type CustomerSide,
  competitorSide,
  customerSide,
  type EnvironmentSide,
  environmentSide,
  type OwnSide,
  ownSide,
} from './sides.js';

/** A stay in the phases of one stage; the last one may last. */
export interface PhaseStay {
  readonly phases: ReadonlyArray<string>;
  readonly cause: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly revision: number;
}

/** A project on one page. @source PRJ-40, PRJ-1, PRJ-2 */
export interface Dossier {
  readonly project: string;
  readonly title: string | null;
  readonly standing: {
    /** Of an opportunity that was never opened, null. */
    readonly phases: ReadonlyArray<string> | null;
    readonly onHold: boolean;
    readonly outcome: string | null;
    readonly decidedAt: Instant | null;
    /** Why it ended, before a contract was signed. */
    readonly reason: string | null;
    readonly competitor: string | null;
    readonly duplicateOf: string | null;
    readonly terminatedAt: Instant | null;
    readonly closedAt: Instant | null;
  };
  readonly origin: Opportunity['origin'];
  readonly channels: ReadonlyArray<string>;
  readonly opened: {
    readonly at: Instant;
    readonly playbook: string;
    readonly template: string;
    readonly size: string | null;
    readonly tailored: boolean;
    readonly saleType: string | null;
    readonly product: string | null;
    readonly referenceCustomer: string | null;
  } | null;
  readonly owner: string | null;
  readonly team: ReadonlyArray<string>;
  readonly amount: Money | null;
  readonly contract: ContractLine | null;
  readonly expectedClose: LocalDate | null;
  /** How it was set after the opening, oldest first. */
  readonly closes: ReadonlyArray<CloseLine>;
  readonly extensions: ReadonlyArray<string>;
  readonly customer: CustomerSide;
  readonly own: OwnSide;
  readonly competitor: CompetitorSide;
  readonly environment: EnvironmentSide;
  readonly chain: Chain;
  readonly plan: PlanReport | null;
  readonly gates: ReadonlyArray<GateLine>;
  readonly waivers: ReadonlyArray<WaiverLine>;
  readonly costs: ReadonlyArray<PhaseCost>;
  /** As assessed, oldest first. @units basis points */
  readonly probabilities: ReadonlyArray<{
    readonly at: Instant;
    readonly phase: string;
    readonly bp: number;
    readonly by: string;
  }>;
  readonly stays: ReadonlyArray<PhaseStay>;
  /** Every event, as recorded. */
  readonly history: ReadonlyArray<{
    readonly revision: number;
    readonly at: Instant;
    readonly type: ProjectEvent['type'];
  }>;
}

/** What a dossier is made of. */
export interface DossierQuestion {
  readonly project: string;
  readonly file: ProjectDocument;
  readonly gates: GateDocument;
  readonly asOf: Instant;
  readonly zone: string;
}

/** The dossier of a project; none before it was discovered. */
export const dossierOf = ({ project: id, file, gates, asOf, zone }: DossierQuestion): Dossier | undefined => {
  const project = projectAsOf(file, asOf);
  if (project.status === 'undiscovered') return undefined;
  const entries = entriesUntil(file, asOf);
  const opened = project.status === 'opened' ? project : undefined;
  return {
    project: id,
    title: entries.find(isOf('OpportunityDiscovered'))?.event.data.title ?? null,
    standing: {
      phases: opened?.process.stages[opened.stage]?.phases ?? null,
      onHold: opened?.hold !== undefined,
      outcome: project.ended?.outcome ?? null,
      decidedAt: project.ended?.at ?? null,
      reason: project.ended?.reason ?? null,
      competitor: project.ended?.competitor ?? null,
      duplicateOf: project.ended?.duplicateOf ?? null,
      terminatedAt: opened?.terminatedAt ?? null,
      closedAt: opened?.closedAt ?? (project.status === 'opportunity' ? (project.ended?.at ?? null) : null),
    },
    origin: project.origin,
    channels: project.touched,
    opened: opened === undefined ? null : openingOf(opened, entries),
    owner: opened?.team.owner ?? null,
    team: opened?.team.members ?? [],
    amount: opened?.amount ?? null,
    contract: contractIn(entries),
    expectedClose: opened?.expectedClose ?? null,
    closes: closesIn(entries),
    extensions: opened?.extensions ?? [],
    customer: customerSide(entries),
    own: ownSide(entries),
    competitor: competitorSide(entries),
    environment: environmentSide(entries),
    chain: chainIn(entries),
    plan: planOf(id, file, { asOf, zone }) ?? null,
    gates: gateLog(new Map([[id, gates]]), { asOf }),
    waivers: waiversIn(entries),
    costs: opened === undefined ? [] : costsIn(entries, opened),
    probabilities: entries.filter(isOf('ProbabilityAssessed')).map(({ at, event: { data } }) => ({ at, ...data })),
    stays: staysIn(entries),
    history: entries.map(({ by, at, event }) => ({ revision: by, at, type: event.type })),
  };
};

const openingOf = (opened: OpenedProject, entries: ReadonlyArray<ProjectEntry>): Dossier['opened'] => {
  const opening = entries.find(isOf('ProjectOpened'))?.event.data;
  return {
    at: opened.openedAt,
    playbook: opened.playbook,
    template: opened.template,
    size: opened.size ?? null,
    tailored: entries.some(isOf('ProcessTailored')),
    saleType: opened.saleType ?? null,
    product: opening?.product ?? null,
    referenceCustomer: opening?.referenceCustomer ?? null,
  };
};

const staysIn = (entries: ReadonlyArray<ProjectEntry>): ReadonlyArray<PhaseStay> => {
  const stays: Array<PhaseStay> = [];
  const leave = (to: Instant): void => {
    const last = stays.pop();
    if (last !== undefined) stays.push({ ...last, to: last.to ?? to });
  };
  for (const { by, at, event } of entries.filter(isOf('ProjectOpened', 'PhaseEntered', 'ProjectClosed'))) {
    leave(at);
    if (event.type === 'ProjectClosed') continue;
    const [phases, cause] =
      event.type === 'ProjectOpened'
        ? [event.data.process.stages[0]?.phases ?? [], 'opening']
        : [event.data.phases, event.data.cause];
    stays.push({ phases, cause, from: at, to: null, revision: by });
  }
  return stays;
};
