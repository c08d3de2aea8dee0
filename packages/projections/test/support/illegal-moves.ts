/** Moves that no decider makes, each wrong in one way, and told after everything else of a project. */
import type { Breach } from '@millrace/projections';
import { gatesAtExit, isPassed, nextStage, type OpenedProject, uncheckedItems } from '@millrace/sales';
import { type Happened, tell } from './projects.js';

/** A wrong move; the last event of it is what must be found. */
export interface Illegal {
  readonly type: Breach['type'];
  readonly moves: ReadonlyArray<Happened>;
}

type Make = (project: OpenedProject, at: string) => ReadonlyArray<Happened> | undefined;

const enters = (
  { origin: { id } }: OpenedProject,
  at: string,
  stage = 0,
  of: OpenedProject['process']['stages'] = [],
) => {
  const phases = of[stage]?.phases;
  return phases === undefined ? undefined : [tell('PhaseEntered')(id, at, { phases, cause: 'advance' })];
};

const isOver = ({ closedAt, terminatedAt }: OpenedProject): boolean =>
  closedAt !== undefined || terminatedAt !== undefined;

const isInSigning = ({ process: { stages }, stage, signedIn }: OpenedProject): boolean =>
  stages[stage]?.phases.includes(signedIn) ?? false;

const isWon = ({ ended }: OpenedProject): boolean => ended?.outcome === 'won';

const isFree = (project: OpenedProject): boolean => gatesAtExit(project).every((gate) => isPassed(project, gate));

/** The gates in front that have no go. */
const notPassed = (project: OpenedProject): ReadonlyArray<string> =>
  gatesAtExit(project)
    .flatMap(({ gates }) => gates)
    .filter((gate) => project.passed.every((one) => one.gate !== gate));

/** Into the next stage, where nothing but this is in the way. */
const entersNext =
  (unless: (project: OpenedProject) => boolean): Make =>
  (project, at) =>
    isOver(project) || nextStage(project) === undefined || unless(project)
      ? undefined
      : enters(project, at, project.stage + 1, project.process.stages);

const signs =
  (unless: (project: OpenedProject) => boolean): Make =>
  (project, at) =>
    unless(project) ? undefined : [tell('ContractSigned')(project.origin.id, at)];

const OUTSIDER = 'gil';

interface Review {
  readonly requestedBy?: string;
  readonly plannedTeam?: ReadonlyArray<string>;
  readonly [field: string]: unknown;
}

/** A review of any gate by an outsider, right but for what is said. */
const decides =
  (wrong: (project: OpenedProject, roles: ReadonlyArray<string>, at: string) => Review | undefined): Make =>
  (project, at) => {
    const [gate] = project.process.gates;
    const said = gate && wrong(project, gate.reviewerRoles, at);
    if (gate === undefined || said === undefined) return undefined;
    const { requestedBy = project.team.owner, plannedTeam = [], ...decided } = said;
    const { id } = project.origin;
    const of = { review: 'r900', gates: gate.gates };
    return [
      tell('GateReviewRequested')(id, at, { ...of, requestedBy, plannedTeam }),
      tell('GateDecided')(id, at, {
        ...{ ...of, decision: 'hold', chair: OUTSIDER, independence: 'independent', form: 'meeting' },
        ...{ criteria: [], evidence: [] },
        reviewers: gate.reviewerRoles.map((role) => ({ person: OUTSIDER, role })),
        ...decided,
      }),
    ];
  };

const unmet = { criterion: 'c1', must: true, met: false, by: 'reviewers' };

const makes: { readonly [Type in Breach['type']]: Make } = {
  EnteredWithoutGate: entersNext((project) => project.hold !== undefined || isFree(project)),
  EnteredOutOfOrder: (project, at) => {
    const { stage, process } = project;
    if (isOver(project)) return undefined;
    return enters(project, at, stage + 2, process.stages) ?? enters(project, at, 0, process.stages);
  },
  EnteredUnsigned: entersNext(
    (project) => project.hold !== undefined || !isFree(project) || !isInSigning(project) || isWon(project),
  ),
  EnteredUnchecked: entersNext(
    (project) =>
      project.hold !== undefined ||
      !isFree(project) ||
      (isInSigning(project) && !isWon(project)) ||
      uncheckedItems(project).length !== 1,
  ),
  EnteredOnHold: entersNext(({ hold }) => hold === undefined),
  EnteredAfterEnd: (project, at) =>
    isOver(project) ? enters(project, at, project.stage, project.process.stages) : undefined,
  SignedWithoutGate: signs(
    (project) => isOver(project) || isWon(project) || !isInSigning(project) || notPassed(project).length !== 1,
  ),
  SignedOutOfPhase: signs((project) => isOver(project) || isWon(project) || isInSigning(project)),
  SignedAfterEnd: signs((project) => !isOver(project) && !isWon(project)),
  NotRequested: (project, at) => decides(() => ({}))(project, at)?.slice(1),
  DecidedAgain: (project, at) => {
    const [requested, decided] = decides(() => ({}))(project, at) ?? [];
    return requested && decided && [requested, decided, decided];
  },
  GoWithUnmet: decides(({ stage }) => ({ decision: stage % 2 === 0 ? 'go' : 'conditionalGo', criteria: [unmet] })),
  EvidenceLater: decides((_, __, at) => ({
    evidence: [{ document: 'd'.repeat(64), at: new Date(Date.parse(at) + 1).toISOString() }],
  })),
  EvidenceNotThere: (project, at) => {
    const { times, stage, origin } = project;
    const after = new Date(Date.parse(at) + 1).toISOString();
    // One that is not recorded, or one that is of a later time.
    const evidence = [{ revision: times.length + (stage % 2 === 0 ? 2 : 0) }];
    const review = decides(() => ({ evidence }))(project, at);
    return (
      review &&
      (stage % 2 === 0 ? review : [tell('ChannelTouched')(origin.id, after, { channel: 'bidding' }), ...review])
    );
  },
  DecidedByRequester: decides(() => ({ requestedBy: OUTSIDER })),
  RoleNotFilled: decides(({ team: { owner } }, [role, ...others]) => ({
    reviewers: [{ person: owner, role }, ...others.map((one) => ({ person: OUTSIDER, role: one }))],
  })),
  SelfReviewInTeam: decides(({ team: { owner, ever, planned } }, [role]) => {
    const others = new Set([...ever, ...planned].filter((person) => person !== owner));
    if (others.size > 1) return undefined;
    return {
      ...{ independence: 'self', chair: owner, reviewers: [{ person: owner, role }] },
      plannedTeam: others.size === 0 ? ['bob'] : [],
    };
  }),
};

/** Every way in which this project could be moved wrongly now. */
export const illegalMoves = (project: OpenedProject, at: string): ReadonlyArray<Illegal> =>
  (Object.keys(makes) as ReadonlyArray<Breach['type']>).flatMap((type) => {
    const moves = makes[type](project, at);
    return moves === undefined ? [] : [{ type, moves }];
  });

/** All the ways there are. */
export const breachTypes = Object.keys(makes) as ReadonlyArray<Breach['type']>;
