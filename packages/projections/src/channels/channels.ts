import type { Currency, Documents, Instant, Money, MoneyError } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { grouped } from '../count.js';
import { openedProjects } from '../opened-projects.js';
import { moneyMaker, type PipelineDocument, type PipelineUnit } from '../pipeline/index.js';
import { entriesUntil, isOf, type ProjectDocument } from '../projects/index.js';

/** What came of opportunities. */
export interface Yield {
  /** Discovered, opened or not. */
  readonly opportunities: number;
  readonly opened: number;
  readonly won: number;
  /** Of the won. */
  readonly value: Money;
  /** Of all that were opened, whatever came of them. */
  readonly cost: Money;
}

export interface ChannelYield extends Yield {
  readonly channel: Term;
}

/** The yield of every first channel; all of them add up to the whole. @source Q38, GAT-13 */
export interface ChannelReport extends Yield {
  readonly currency: Currency;
  readonly channels: ReadonlyArray<ChannelYield>;
}

export interface ChannelDocuments {
  readonly pipeline: Documents<PipelineDocument>;
  readonly projects: Documents<ProjectDocument>;
}

export interface ChannelQuestion {
  readonly asOf: Instant;
  /** Of every amount. */
  readonly currency: Currency;
}

/** An opportunity, and the project it became. */
interface Lead {
  readonly channel: Term;
  readonly unit: PipelineUnit | undefined;
  readonly costs: ReadonlyArray<Money>;
}

/** What each channel brought, as of an instant. A later touch of another channel changes nothing. */
export const channelYields = (
  documents: ChannelDocuments,
  { asOf, currency }: ChannelQuestion,
): E.Either<MoneyError, ChannelReport> => {
  const leads = leadsIn(documents, asOf);
  const amounts = leads.flatMap(({ unit, costs }) => [...costs, ...(unit?.amount ? [unit.amount] : [])]);
  return E.map(
    (moneyOf: MoneyOf): ChannelReport => ({
      currency,
      ...yieldOf(leads, moneyOf),
      channels: [...grouped(leads, ({ channel }) => channel)].map(([channel, own]) => ({
        channel,
        ...yieldOf(own, moneyOf),
      })),
    }),
  )(moneyMaker(amounts, currency));
};

type MoneyOf = (minor: bigint) => Money;

const leadsIn = ({ pipeline, projects }: ChannelDocuments, asOf: Instant): ReadonlyArray<Lead> => {
  const units = new Map(openedProjects(pipeline, asOf).map((unit) => [unit.id, unit]));
  return [...pipeline].flatMap(([id, { origin }]): ReadonlyArray<Lead> => {
    if (origin === null || origin.at > asOf) return [];
    const file = projects.get(id);
    const costs = file === undefined ? [] : entriesUntil(file, asOf).filter(isOf('CostIncurred'));
    return [{ channel: origin.channel, unit: units.get(id), costs: costs.map(({ event }) => event.data.amount) }];
  });
};

const yieldOf = (leads: ReadonlyArray<Lead>, moneyOf: MoneyOf): Yield => {
  const won = leads.flatMap(({ unit }) => (unit?.outcome?.outcome === 'won' ? unit : []));
  return {
    opportunities: leads.length,
    opened: leads.filter(({ unit }) => unit !== undefined).length,
    won: won.length,
    value: moneyOf(sumOf(won.flatMap(({ amount }) => amount ?? []))),
    cost: moneyOf(sumOf(leads.flatMap(({ costs }) => costs))),
  };
};

const sumOf = (amounts: ReadonlyArray<Money>): bigint => amounts.reduce((all, { minor }) => all + BigInt(minor), 0n);
