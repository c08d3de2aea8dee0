/** The three sides of a project, and where it all happens: what was found out of each. @source PRJ-40 */
import type { Instant } from '@millrace/kernel';
import type { Need, Qualification } from '@millrace/sales';
import { isOf, type ProjectEntry } from '../projects/index.js';

/** Something that was recorded, and the revision that says so. */
export interface Said {
  readonly revision: number;
  readonly at: Instant;
}

export interface Finding extends Said {
  readonly part: string;
  readonly finding: string;
}

export interface CustomerSide {
  readonly need: (Said & Need) | null;
  readonly findings: ReadonlyArray<Finding>;
  readonly factors: ReadonlyArray<{ readonly factor: string; readonly own: number; readonly rival: number | null }>;
  /** Steps of the purchase that were observed. */
  readonly purchase: ReadonlyArray<Said & { readonly flow: string; readonly step: string }>;
  readonly regions: ReadonlyArray<
    Said & {
      readonly region: string;
      readonly features: ReadonlyArray<string>;
      readonly rivals: ReadonlyArray<string>;
      readonly trades: ReadonlyArray<string>;
    }
  >;
  /** The rung of the relationship as last assessed. */
  readonly relationship: (Said & { readonly rung: string }) | null;
  readonly qualification: (Said & Qualification) | null;
}

export interface OwnSide {
  readonly findings: ReadonlyArray<Finding>;
  readonly elements: ReadonlyArray<{ readonly element: string; readonly text: string }>;
  readonly swot: {
    readonly strengths: ReadonlyArray<string>;
    readonly weaknesses: ReadonlyArray<string>;
    readonly opportunities: ReadonlyArray<string>;
    readonly threats: ReadonlyArray<string>;
  } | null;
  readonly objectives: ReadonlyArray<Said & { readonly objective: string; readonly parts: ReadonlyArray<string> }>;
  readonly strategy: (Said & { readonly strategy: string }) | null;
}

export interface CompetitorSide {
  readonly findings: ReadonlyArray<Finding>;
  readonly notes: ReadonlyArray<Said & { readonly competitor: string; readonly note: string }>;
}

export interface EnvironmentSide {
  readonly findings: ReadonlyArray<Finding>;
}

type Entries = ReadonlyArray<ProjectEntry>;

interface Told<Data> {
  readonly by: number;
  readonly at: Instant;
  readonly event: { readonly data: Data };
}

/** An event's data with where and when they were recorded. */
const said = <Data extends object>({ by: revision, at, event }: Told<Data>): Said & Data => ({
  revision,
  at,
  ...event.data,
});

const lastSaid = <Data extends object>(entry: Told<Data> | undefined): (Said & Data) | null =>
  entry === undefined ? null : said(entry);

/** What was found of one side, a part each: the latest. */
const findingsOf = (entries: Entries, kind: string): ReadonlyArray<Finding> => {
  const latest = new Map<string, Finding>();
  for (const { by: revision, at, event } of entries.filter(isOf('AnalysisRecorded'))) {
    const { part, finding } = event.data;
    if (event.data.kind === kind) latest.set(part, { revision, at, part, finding });
  }
  return [...latest.values()];
};

export const customerSide = (entries: Entries): CustomerSide => {
  const withNeed = entries.filter(isOf('AnalysisRecorded')).findLast(({ event }) => event.data.need !== undefined);
  const need = withNeed?.event.data.need;
  const qualified = entries.findLast(isOf('QualificationAssessed'));
  return {
    need: withNeed === undefined || need === undefined ? null : { revision: withNeed.by, at: withNeed.at, ...need },
    findings: findingsOf(entries, 'customer'),
    factors: (entries.findLast(isOf('DecisionFactorsRated'))?.event.data.ratings ?? []).map(
      ({ factor, own, rival }) => ({
        factor,
        own,
        rival: rival ?? null,
      }),
    ),
    purchase: entries.filter(isOf('PurchaseStepObserved')).map((entry) => said(entry)),
    regions: entries.filter(isOf('RegionProfileRecorded')).map((entry) => said(entry)),
    relationship: lastSaid(entries.findLast(isOf('RelationshipLevelAssessed'))),
    qualification:
      qualified === undefined
        ? null
        : { revision: qualified.by, at: qualified.at, ...qualified.event.data.qualification },
  };
};

export const ownSide = (entries: Entries): OwnSide => ({
  findings: findingsOf(entries, 'own'),
  elements: entries.findLast(isOf('ProjectEstablished'))?.event.data.elements ?? [],
  swot: entries.findLast(isOf('SwotRecorded'))?.event.data ?? null,
  objectives: entries.filter(isOf('ObjectiveSet')).map((entry) => said(entry)),
  strategy: lastSaid(entries.findLast(isOf('StrategyChosen'))),
});

export const competitorSide = (entries: Entries): CompetitorSide => ({
  findings: findingsOf(entries, 'competitor'),
  notes: entries.filter(isOf('CompetitorNoted')).map((entry) => said(entry)),
});

export const environmentSide = (entries: Entries): EnvironmentSide => ({
  findings: findingsOf(entries, 'environment'),
});
