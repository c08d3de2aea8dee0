/** Generated histories of sales projects, kept valid by the fold; what cannot happen leaves no trace. */
import { type Envelope, eventOf, type Instant, replay } from '@millrace/kernel';
import {
  type OpenedProject,
  type Project,
  type ProjectEvent,
  plainProcess,
  projectFold,
  projectStream,
} from '@millrace/sales';
import fc from 'fast-check';
import { instant } from './log.js';
import {
  assesses,
  closes,
  deals,
  decides,
  discovered,
  enters,
  estimates,
  type Happened,
  longer,
  type ProjectLog,
  recycles,
  reopens,
  signs,
  stagesOf,
  tell,
  usd,
} from './projects.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);

/** After everything in generated logs. */
export const AFTER = instant('2029-01-01T00:00:00.000Z');

/** Where the decider says a project stands as of an instant. */
export const stateOf = (log: ProjectLog, project: string, asOf: Instant = AFTER): Project =>
  replay(
    projectFold,
    log.filter(({ stream, meta }) => stream === projectStream(project) && meta.effectiveAt <= asOf).map(eventOf),
  );

/** Something that may happen: to which project, how long after what came before, and how. */
interface Wish {
  readonly project: string;
  readonly op: keyof typeof ops;
  /** @units hours */
  readonly gap: number;
  readonly roll: number;
}

type Op = (project: string, at: string, roll: number, state: OpenedProject) => ReadonlyArray<Happened>;

const NONE: ReadonlyArray<Happened> = [];
const pick = <A>(from: readonly [A, ...ReadonlyArray<A>], roll: number): A => from[roll % from.length] ?? from[0];
const phasesAt = ({ process }: OpenedProject, stage: number) => process.stages[stage]?.phases ?? [];
const signingStage = ({ process }: OpenedProject) =>
  process.stages.findIndex(({ phases }) => phases.includes(deals.signedIn));

/** A moment since the opening, for what may be dated back. */
const back = (at: string, roll: number, { openedAt }: OpenedProject): string =>
  new Date(Math.max(Date.parse(openedAt), Date.parse(at) - (roll % 5) * 30 * HOUR)).toISOString();

const ops = {
  advance: (project, at, _, state) => {
    const next = phasesAt(state, state.stage + 1);
    const barred = state.hold !== undefined || state.closedAt !== undefined || state.terminatedAt !== undefined;
    if (barred || next.length === 0) return NONE;
    return state.stage === signingStage(state) && state.ended === undefined ? NONE : [enters(project, at, ...next)];
  },
  recycle: (project, at, roll, state) => {
    const least = state.ended === undefined ? 0 : signingStage(state) + 1;
    if (state.closedAt !== undefined || state.stage < least) return NONE;
    const to = least + (roll % (state.stage - least + 1));
    return recycles(project, at, `r${state.times.length}`, ...phasesAt(state, to));
  },
  hold: (project, at, roll, state) =>
    state.closedAt === undefined
      ? decides(project, at, `r${state.times.length}`, roll % 3 === 0 ? 'conditionalGo' : 'hold')
      : NONE,
  sign: (project, at, roll, state) => {
    if (state.ended !== undefined || state.hold !== undefined || state.stage !== signingStage(state)) return NONE;
    const next = phasesAt(state, state.stage + 1);
    return [
      signs(project, at, roll % 3 === 0 ? undefined : roll),
      tell('PhaseEntered')(project, at, { phases: next, cause: 'signing' }),
    ];
  },
  close: (project, at, roll, state) => {
    if (state.closedAt !== undefined) return NONE;
    if (state.ended !== undefined) return [closes(project, at, 'won')];
    if (roll % 5 === 0) {
      const review = `r${state.times.length}`;
      return [...decides(project, at, review, 'kill'), closes(project, at, 'disqualified', { gate: 'gate', review })];
    }
    const outcome = pick(['lost', 'lost', 'dormant', 'duplicate'], roll);
    const reason = pick(['price', 'rival'], roll >> 3);
    return [closes(project, at, outcome, outcome === 'duplicate' ? { duplicateOf: 'other' } : { reason })];
  },
  reopen: (project, at, _, state) =>
    state.ended !== undefined && state.ended.outcome !== 'won'
      ? reopens(project, at, ...phasesAt(state, state.stage))
      : NONE,
  terminate: (project, at, _, state) =>
    state.ended?.outcome === 'won' && state.closedAt === undefined && state.terminatedAt === undefined
      ? [tell('ContractTerminated')(project, at, { reason: 'none' })]
      : NONE,
  amend: (project, at, roll, state) =>
    state.ended?.outcome === 'won' && state.closedAt === undefined
      ? [tell('ContractAmended')(project, at, { amount: usd(roll), reason: 'more' })]
      : NONE,
  estimate: (project, at, roll, state) =>
    state.ended === undefined ? [estimates(project, back(at, roll, state), roll)] : NONE,
  assess: (project, at, roll, state) =>
    state.ended === undefined ? [assesses(project, back(at, roll, state), roll % 10_001)] : NONE,
  transfer: (project, at, roll, { team }) => {
    const to = pick(['ada', 'bob', 'cy', 'dan'], roll);
    return to === team.owner
      ? NONE
      : [tell('ProjectTransferred')(project, at, { from: team.owner, to, reason: 'moved' })];
  },
  tailor: (project, at, roll, state) => {
    if (state.closedAt !== undefined) return NONE;
    const stages = state.process.stages.map(({ phases }) => phases);
    const first = state.stage + 1 + (roll % 2);
    const [one, other] = [stages[first], stages[first + 1]];
    const entered = [one, other].flat().some((id) => state.entered.some(({ phase }) => phase === id));
    if (one === undefined || other === undefined || entered || one.includes(deals.signedIn)) return NONE;
    const process = stagesOf(...stages.slice(0, first), [...one, ...other], ...stages.slice(first + 2));
    return [tell('ProcessTailored')(project, at, { process })];
  },
  migrate: (project, at, _, state) =>
    state.closedAt === undefined
      ? [
          tell('ProcessMigrated')(project, at, {
            template: deals.id,
            playbook: 'p@2',
            process: plainProcess(deals),
            signedIn: deals.signedIn,
          }),
        ]
      : NONE,
  work: (project, at, _, state) => [
    tell('CostIncurred')(project, at, {
      phase: phasesAt(state, state.stage)[0],
      amount: usd(5),
      late: false,
      overBudget: false,
      by: 'ada',
    }),
  ],
} satisfies { readonly [name: string]: Op };

const begin = ({ project, roll }: Wish, at: string, state: Project): ReadonlyArray<Happened> => {
  if (state.status === 'undiscovered') {
    return [discovered(project, at, { channel: pick(['bidding', 'exhibition', 'mediaInformation'], roll) })];
  }
  const [from, to] = pick<readonly [number, number]>(
    [
      [0, 0],
      [0, 1],
      [1, 2],
      [0, 2],
    ],
    roll,
  );
  const ids = deals.phases.map(({ id }) => id as string);
  const stages = [
    ...ids.slice(0, from).map((id) => [id]),
    ids.slice(from, to + 1),
    ...ids.slice(to + 1).map((id) => [id]),
  ];
  return [
    tell('ProjectOpened')(project, at, {
      template: roll % 11 === 0 ? 'others' : deals.id,
      playbook: 'p@1',
      process: stagesOf(...stages),
      signedIn: deals.signedIn,
      owner: pick(['ada', 'bob', 'cy'], roll),
      ...(roll % 2 === 0 ? {} : { product: pick(['GTX', 'MG'], roll >> 2), amount: usd(roll) }),
    }),
  ];
};

const whatHappens = (wish: Wish, at: string, state: Project): ReadonlyArray<Happened> => {
  if (state.status === 'opened') return (ops[wish.op] as Op)(wish.project, at, wish.roll, state);
  return state.status === 'opportunity' && state.ended !== undefined ? NONE : begin(wish, at, state);
};

const wishes: fc.Arbitrary<ReadonlyArray<Wish>> = fc.array(
  fc.record({
    project: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
    op: fc.constantFrom(
      ...(['advance', 'advance', 'advance', 'sign', 'sign', 'close', 'recycle', 'hold', 'reopen', 'estimate'] as const),
      ...(['assess', 'transfer', 'tailor', 'terminate', 'amend', 'migrate', 'work'] as const),
    ),
    gap: fc.nat({ max: 100 }),
    roll: fc.nat({ max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

/** Histories of five projects at most. */
export const projectHistories: fc.Arbitrary<ProjectLog> = wishes.map((all) => {
  let log: ProjectLog = [];
  let now = START;
  for (const wish of all) {
    now += wish.gap * HOUR;
    const at = new Date(now).toISOString();
    log = longer(log, whatHappens(wish, at, stateOf(log, wish.project)));
  }
  return log;
});

/** A log, and an instant to ask it as of: one of its own, or a moment beside. */
export const askedProjects: fc.Arbitrary<{ readonly log: ProjectLog; readonly asOf: Instant }> = fc
  .record({ log: projectHistories, place: fc.nat(), beside: fc.constantFrom(0, 0, 1, -1, 25 * HOUR, 9_000 * HOUR) })
  .map(({ log, place, beside }) => {
    const times = log.map(({ meta }) => Date.parse(meta.effectiveAt)).sort((a, b) => a - b);
    return { log, asOf: instant(new Date((times[place % times.length] ?? START) + beside).toISOString()) };
  });

/** The projects in a log. */
export const projectsIn = (log: ProjectLog): ReadonlyArray<string> => [
  ...new Set(log.map(({ stream }) => stream.slice('project-'.length))),
];

/** What happened to one project by an instant, in the order of recording. */
export const happenedTo = (log: ProjectLog, project: string, asOf: Instant): ReadonlyArray<Envelope<ProjectEvent>> =>
  log.filter(({ stream, meta }) => stream === projectStream(project) && meta.effectiveAt <= asOf);

/** A moment after everything that happened. */
export const momentAfter = (log: ProjectLog): Instant =>
  instant(new Date(Math.max(START, ...log.map(({ meta }) => Date.parse(meta.effectiveAt))) + 1).toISOString());
