import type { Currency, Documents, Instant, MoneyError } from '@millrace/kernel';
import type { ProcessTemplate, Term } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { OrganisationDocument } from '../organisation/index.js';
import { agesOf, type ProjectAge } from './ages.js';
import { moneyMaker } from './amounts.js';
import { countsOf, type Layout, type PipelineCounts } from './board.js';
import { cycleOf, type PipelineCycle } from './cycle.js';
import { dayCounter } from './days.js';
import type { PipelineDocument } from './document.js';
import { type PipelineBy, type PipelineGroup, pipelineGroups } from './groups.js';
import { unitsOf } from './standing.js';

/** The board of one template's projects, as of an instant. */
export interface PipelineReport extends PipelineCounts {
  readonly template: Term;
  readonly currency: Currency;
  readonly cycle: PipelineCycle;
  readonly ages: ReadonlyArray<ProjectAge>;
  /** Empty where no split was asked for. */
  readonly groups: ReadonlyArray<PipelineGroup>;
}

/** What a board is derived from. */
export interface PipelineDocuments {
  readonly pipeline: Documents<PipelineDocument>;
  readonly organisation: Documents<OrganisationDocument>;
}

export interface PipelineQuestion {
  readonly template: Pick<ProcessTemplate, 'id' | 'phases' | 'signedIn'>;
  /** Effective time: what is later has not happened. */
  readonly asOf: Instant;
  readonly zone: string;
  /** Of every amount; a project of another has no place on the board. */
  readonly currency: Currency;
  readonly by?: PipelineBy | undefined;
}

/** The whole board, from the documents of {@link pipelineView}. @source PRJ-2, PRJ-35, GAT-10 */
export const pipelineReport = (
  { pipeline, organisation }: PipelineDocuments,
  { template, asOf, zone, currency, by }: PipelineQuestion,
): E.Either<MoneyError, PipelineReport> => {
  const units = unitsOf(pipeline, template.id, asOf);
  const amounts = units.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  return E.map((moneyOf: Layout['moneyOf']): PipelineReport => {
    const phases = template.phases.map(({ id }) => id);
    const layout: Layout = { asOf, moneyOf, ...splitAtSigning(phases, template.signedIn) };
    const daysBetween = dayCounter(zone);
    return {
      template: template.id,
      currency,
      ...countsOf(units, layout),
      cycle: cycleOf(units, daysBetween),
      ages: agesOf(units, template.phases, asOf, daysBetween),
      groups: by === undefined ? [] : pipelineGroups(units, { by, asOf, zone, phases, organisation }, layout),
    };
  })(moneyMaker(amounts, currency));
};

/** A won project stays in the phase of signing where no other follows. */
const splitAtSigning = (phases: ReadonlyArray<Term>, signedIn: Term): Pick<Layout, 'before' | 'after'> => {
  const signing = phases.indexOf(signedIn) + 1;
  const after = phases.slice(signing);
  return { before: phases.slice(0, signing), after: after.length === 0 ? [signedIn] : after };
};
