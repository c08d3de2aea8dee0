/** What is known of a project and its money, told again from raw events by plain loops. */
import { type Envelope, eventOf, type Instant } from '@millrace/kernel';
import type { ProjectEvent } from '@millrace/sales';
import { byProject } from './project-money.js';
import type { ProjectLog } from './projects.js';

/** Something said, in the order of effective time and, at the same instant, of recording. */
export interface Told<What> {
  readonly at: string;
  /** Revision of the event that says so. */
  readonly by: number;
  readonly what: What;
}

/** One opened project, as a person would write it on a card. */
export interface MoneyCard {
  readonly project: string;
  readonly channel: string;
  readonly openedAt: string;
  readonly outcome: { readonly outcome: string; readonly at: string } | undefined;
  /** Nothing more is done in any phase. */
  readonly over: boolean;
  /** Phases of the stage it stands in. */
  readonly standing: ReadonlyArray<string>;
  /** Of the process, in order. */
  readonly phases: ReadonlyArray<string>;
  /** The phases left before the outcome, and when. */
  readonly left: ReadonlyArray<Told<string>>;
  readonly owners: ReadonlyArray<Told<string>>;
  readonly minor: number | undefined;
  readonly bps: ReadonlyArray<Told<{ readonly bp: number; readonly by: string }>>;
  readonly closes: ReadonlyArray<Told<string>>;
  readonly budgets: ReadonlyMap<string, number>;
  readonly costs: ReadonlyArray<readonly [phase: string, minor: number]>;
}

type Mine = ReadonlyArray<Envelope<ProjectEvent>>;

/** The cards of all opened projects as of an instant. */
export const moneyCards = (log: ProjectLog, asOf: Instant): ReadonlyArray<MoneyCard> =>
  [...byProject(log, asOf)].flatMap(([project, mine]) => cardOf(project, mine) ?? []);

/** What was said last by an instant. */
export const lastBy = <What>(told: ReadonlyArray<Told<What>>, at: string): What | undefined =>
  told.filter((one) => one.at <= at).at(-1)?.what;

/** What was said last before something happened. */
export const lastBefore = <What>(told: ReadonlyArray<Told<What>>, { at, by }: Told<unknown>): What | undefined =>
  told.filter((one) => one.at < at || (one.at === at && one.by < by)).at(-1)?.what;

const tellings = <What>(mine: Mine, of: (event: ProjectEvent) => What | undefined): ReadonlyArray<Told<What>> =>
  mine
    .flatMap((envelope): ReadonlyArray<Told<What>> => {
      const what = of(eventOf(envelope));
      return what === undefined ? [] : [{ at: envelope.meta.effectiveAt, by: envelope.revision, what }];
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

const cardOf = (project: string, mine: Mine): MoneyCard | undefined => {
  const events = mine.map(eventOf);
  const opening = events.find((event) => event.type === 'ProjectOpened');
  const discovery = events.find((event) => event.type === 'OpportunityDiscovered');
  if (opening?.type !== 'ProjectOpened' || discovery?.type !== 'OpportunityDiscovered') return undefined;
  let outcome: MoneyCard['outcome'];
  let over = false;
  let standing: ReadonlyArray<string> = [];
  const left: Array<Told<string>> = [];
  let isIn = false;
  const leave = (at: string, by: number): void => {
    if (isIn && outcome?.outcome !== 'won') left.push({ at, by, what: standing.at(-1) ?? '' });
    isIn = false;
  };
  const enter = (phases: ReadonlyArray<string>): void => {
    standing = phases;
    isIn = true;
  };
  for (const envelope of mine) {
    const [event, by] = [eventOf(envelope), envelope.revision];
    const at = event.effectiveAt;
    if (event.type === 'ProjectOpened') enter(event.data.process.stages[0]?.phases ?? []);
    if (event.type === 'PhaseEntered') {
      leave(at, by);
      enter(event.data.phases);
    }
    if (event.type === 'ContractSigned') {
      leave(at, by);
      outcome = { outcome: 'won', at };
    }
    if (event.type === 'ContractTerminated') over = true;
    if (event.type === 'ProjectClosed') {
      leave(at, by);
      outcome ??= { outcome: event.data.outcome, at };
      over = true;
    }
    if (event.type === 'ProjectReopened') [outcome, over] = [undefined, false];
  }
  const budgets = tellings(mine, (event) => (event.type === 'PhaseBudgetSet' ? event.data : undefined));
  return {
    project,
    channel: discovery.data.channel,
    openedAt: opening.effectiveAt,
    outcome,
    over,
    standing,
    phases: opening.data.process.stages.flatMap(({ phases }) => phases),
    left,
    owners: tellings(mine, (event) => {
      if (event.type === 'ProjectOpened') return event.data.owner;
      return event.type === 'ProjectTransferred' ? event.data.to : undefined;
    }),
    minor: tellings(mine, amountIn).at(-1)?.what,
    bps: tellings(mine, (event) => (event.type === 'ProbabilityAssessed' ? event.data : undefined)),
    closes: tellings(mine, (event): string | undefined => {
      if (event.type === 'ProjectOpened') return event.data.expectedClose;
      return event.type === 'ExpectedCloseSet' ? event.data.on : undefined;
    }),
    budgets: new Map(budgets.map(({ what: { phase, amount } }) => [phase, amount.minor])),
    costs: events.flatMap((event) =>
      event.type === 'CostIncurred' ? [[event.data.phase, event.data.amount.minor] as const] : [],
    ),
  };
};

const amountIn = (event: ProjectEvent): number | undefined => {
  switch (event.type) {
    case 'ProjectOpened':
    case 'ContractSigned':
      return event.data.amount?.minor;
    case 'AmountEstimated':
      return event.data.amount.minor;
    default:
      return undefined;
  }
};

export const sumOf = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, n) => all + n, 0);

export const isWon = ({ outcome }: MoneyCard): boolean => outcome?.outcome === 'won';

/** What a project has cost, or one phase of it. */
export const costIn = ({ costs }: MoneyCard, phase?: string): number =>
  sumOf(costs.filter(([of]) => phase === undefined || of === phase).map(([, minor]) => minor));

/** `n / d` for `n` not below zero, rounded half to even by trying the neighbours. */
export const nearest = (n: bigint, d: bigint): number => {
  const low = n / d;
  const [below, above] = [n - low * d, (low + 1n) * d - n];
  if (below === above) return Number(low % 2n === 0n ? low : low + 1n);
  return Number(below < above ? low : low + 1n);
};

/** What a project weighs, of ten thousand. */
export const bpOf = ({ outcome, bps }: MoneyCard): number | undefined => {
  if (outcome !== undefined) return outcome.outcome === 'won' ? 10_000 : 0;
  return bps.at(-1)?.what.bp;
};

/** The sum of amounts by what they weigh, rounded once. */
export const weighedOf = (cards: ReadonlyArray<MoneyCard>, extra = 0): number =>
  nearest(
    cards.reduce((all, card) => all + BigInt(card.minor ?? 0) * BigInt(bpOf(card) ?? 0), BigInt(extra) * 10_000n),
    10_000n,
  );
