/** Generated histories of projects and their money: kept valid by a small model; what cannot happen leaves no trace. */
import type { Envelope, Instant } from '@millrace/kernel';
import type { ProjectEvent } from '@millrace/sales';
import fc from 'fast-check';
import { instant } from './log.js';
import {
  closes,
  deals,
  discovered,
  enters,
  type Happened,
  logOf,
  loses,
  type ProjectLog,
  recycles,
  reopens,
  signs,
  stagesOf,
  tell,
  usd,
} from './projects.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1);
const ids: ReadonlyArray<string> = deals.phases.map(({ id }) => id);
const SIGNED_IN = 'offer';

/** After everything in generated logs. */
export const AFTER = instant('2029-01-01T00:00:00.000Z');

interface Model {
  status: 'none' | 'opportunity' | 'open' | 'won' | 'ended' | 'closed';
  stages: ReadonlyArray<ReadonlyArray<string>>;
  stage: number;
  furthest: number;
  owner: string;
  openedAt: number;
}

interface Wish {
  readonly project: string;
  readonly op: keyof typeof ops | 'begin';
  /** @units hours */
  readonly gap: number;
  readonly roll: number;
}

type Op = (model: Model, project: string, now: number, roll: number) => ReadonlyArray<Happened>;

const NONE: ReadonlyArray<Happened> = [];
const text = (millis: number): string => new Date(millis).toISOString();
const pick = <A>(from: readonly [A, ...ReadonlyArray<A>], roll: number): A => from[roll % from.length] ?? from[0];
const people = ['ada', 'bob', 'cy'] as const;
const dayFrom = (roll: number): string => text(START + (roll % 300) * DAY).slice(0, 10);
const isSigning = ({ stages, stage }: Model): boolean => stages[stage]?.includes(SIGNED_IN) ?? false;

/** A moment since the opening, for what may be dated back. */
const back = ({ openedAt }: Model, now: number, roll: number): string =>
  text(Math.max(openedAt, now - (roll % 4) * 40 * HOUR));

const standIn = (model: Model, stage: number): ReadonlyArray<string> => {
  model.stage = stage;
  model.furthest = Math.max(model.furthest, stage);
  return model.stages[stage] ?? [];
};

const ops = {
  advance: (model, project, now) => {
    const isOver = model.status === 'open' ? isSigning(model) : model.status !== 'won';
    if (isOver || model.stage + 1 >= model.stages.length) return NONE;
    return [enters(project, text(now), ...standIn(model, model.stage + 1))];
  },
  recycle: (model, project, now, roll) =>
    model.status === 'open'
      ? recycles(project, text(now), `r${now}`, ...standIn(model, roll % (model.stage + 1)))
      : NONE,
  sign: (model, project, now, roll) => {
    if (model.status !== 'open' || !isSigning(model)) return NONE;
    model.status = 'won';
    const phases = standIn(model, model.stage + 1);
    return [
      signs(project, text(now), roll % 4 === 0 ? undefined : roll),
      tell('PhaseEntered')(project, text(now), { phases, cause: 'signing' }),
    ];
  },
  close: (model, project, now, roll) => {
    if (model.status !== 'won' && model.status !== 'open') return NONE;
    const wasWon = model.status === 'won';
    model.status = wasWon ? 'closed' : 'ended';
    if (wasWon) return [closes(project, text(now), 'won')];
    const outcome = pick(['lost', 'lost', 'disqualified', 'dormant', 'duplicate'], roll);
    return outcome === 'lost' ? [loses(project, text(now))] : [closes(project, text(now), outcome)];
  },
  terminate: (model, project, now) => {
    if (model.status !== 'won') return NONE;
    model.status = 'closed';
    return [tell('ContractTerminated')(project, text(now), { reason: 'none' })];
  },
  reopen: (model, project, now) => {
    if (model.status !== 'ended') return NONE;
    model.status = 'open';
    return reopens(project, text(now), ...standIn(model, model.stage));
  },
  transfer: (model, project, now, roll) => {
    const [from, to] = [model.owner, pick(people, roll)];
    if (from === to) return NONE;
    model.owner = to;
    return [tell('ProjectTransferred')(project, text(now), { from, to, reason: 'moved' })];
  },
  estimate: (model, project, now, roll) =>
    model.status === 'open' ? [tell('AmountEstimated')(project, back(model, now, roll), { amount: usd(roll) })] : NONE,
  assess: (model, project, now, roll) => {
    const data = { phase: model.stages[model.stage]?.[0], bp: roll % 10_001, by: pick(people, roll >> 3) };
    return model.status === 'open' ? [tell('ProbabilityAssessed')(project, back(model, now, roll), data)] : NONE;
  },
  expect: (model, project, now, roll) =>
    model.status === 'open'
      ? [tell('ExpectedCloseSet')(project, back(model, now, roll), { on: dayFrom(roll >> 2) })]
      : NONE,
  budget: (model, project, now, roll) => [
    tell('PhaseBudgetSet')(project, back(model, now, roll), {
      phase: ids[(roll >> 2) % ids.length],
      amount: usd(roll % 997),
    }),
  ],
  cost: (model, project, now, roll) => {
    const stage = (roll >> 2) % (model.furthest + 1);
    const data = { phase: model.stages[stage]?.[0], amount: usd(roll % 997), late: stage !== model.stage };
    return [tell('CostIncurred')(project, back(model, now, roll), { ...data, overBudget: false, by: model.owner })];
  },
  touch: (_, project, now) => [tell('ChannelTouched')(project, text(now), { channel: 'exhibition' })],
} satisfies { readonly [name: string]: Op };

const begin = (model: Model, project: string, now: number, roll: number): ReadonlyArray<Happened> => {
  if (model.status === 'none') {
    model.status = 'opportunity';
    return [discovered(project, text(now), { channel: pick(['bidding', 'exhibition', 'mediaInformation'], roll) })];
  }
  const merged = roll % 3;
  model.status = 'open';
  model.owner = pick(people, roll);
  model.openedAt = now;
  model.stages = [ids.slice(0, merged + 1), ...ids.slice(merged + 1).map((id) => [id])];
  return [
    tell('ProjectOpened')(project, text(now), {
      template: roll % 5 === 0 ? 'others' : deals.id,
      playbook: 'p@1',
      process: stagesOf(...model.stages),
      signedIn: SIGNED_IN,
      owner: model.owner,
      ...(roll % 2 === 0 ? {} : { amount: usd(roll) }),
      ...(roll % 7 < 3 ? {} : { expectedClose: dayFrom(roll >> 3) }),
    }),
  ];
};

const wishes: fc.Arbitrary<ReadonlyArray<Wish>> = fc.array(
  fc.record({
    project: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
    op: fc.constantFrom(
      ...(['begin', 'advance', 'advance', 'advance', 'sign', 'sign', 'close', 'recycle', 'terminate'] as const),
      ...([
        'reopen',
        'transfer',
        'estimate',
        'assess',
        'assess',
        'expect',
        'expect',
        'budget',
        'cost',
        'touch',
      ] as const),
    ),
    gap: fc.nat({ max: 120 }),
    roll: fc.nat({ max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 80, size: 'max' },
);

/** Histories of five projects at most. */
const moneyHistories: fc.Arbitrary<ProjectLog> = wishes.map((all) => {
  const models = new Map<string, Model>();
  let now = START;
  const happened = all.flatMap(({ project, op, gap, roll }) => {
    now += gap * HOUR;
    const fresh: Model = { status: 'none', stages: [], stage: 0, furthest: 0, owner: '', openedAt: 0 };
    const model = models.get(project) ?? fresh;
    models.set(project, model);
    if (model.status === 'none' || model.status === 'opportunity') return begin(model, project, now, roll);
    return op === 'begin' ? NONE : (ops[op] as Op)(model, project, now, roll);
  });
  return logOf(happened);
});

/** A log, and an instant to ask it as of: one of its own, or a moment beside. */
export const askedMoney: fc.Arbitrary<{ readonly log: ProjectLog; readonly asOf: Instant }> = fc
  .record({ log: moneyHistories, place: fc.nat(), beside: fc.constantFrom(0, 0, 1, -1, 25 * HOUR, 9_000 * HOUR) })
  .map(({ log, place, beside }) => {
    const times = log.map(({ meta }) => Date.parse(meta.effectiveAt)).sort((a, b) => a - b);
    return { log, asOf: instant(text((times[place % times.length] ?? START) + beside)) };
  });

/** What had happened by an instant: by project, as recorded. */
export const byProject = (
  log: ProjectLog,
  asOf: Instant,
): ReadonlyMap<string, ReadonlyArray<Envelope<ProjectEvent>>> => {
  const projects = new Map<string, Array<Envelope<ProjectEvent>>>();
  for (const event of log) {
    if (event.meta.effectiveAt > asOf) continue;
    const id = event.stream.slice('project-'.length);
    projects.set(id, [...(projects.get(id) ?? []), event]);
  }
  return projects;
};
