/** Commands about gates, near what a project allows: who reviews, what they say, and what they decide. */
import assert from 'node:assert/strict';
import type { Instant } from '@millrace/kernel';
import { later } from '@millrace/kernel';
import {
  criteriaOf,
  gatesAtExit,
  type OpenedProject,
  type ProcessTemplate,
  type ProjectCommand,
  projectModule,
} from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { staff } from './context.js';

/** What is drawn for one step of a walk; each number settles one thing, if it matters. */
export const drawnStep = fc.record({
  kind: fc.nat({ max: 19 }),
  whom: fc.nat({ max: 11 }),
  what: fc.nat({ max: 99 }),
  how: fc.nat({ max: 23 }),
});
export type DrawnStep = typeof drawnStep extends fc.Arbitrary<infer Step> ? Step : never;

/** A command to a project, read as one from outside. */
export const asked = (project: string, command: object): ProjectCommand => {
  const read = projectModule.commands.read({ project, ...command });
  assert(E.isRight(read), `no command: ${JSON.stringify([command, read])}`);
  return read.right;
};

/** A review of the gate in front, now and then of another one, under an id that is new but for one in twelve. */
export const requested = (project: OpenedProject, { whom, what, how }: DrawnStep): ProjectCommand => {
  const all = project.process.gates.flatMap(({ gates }) => gates);
  const front = gatesAtExit(project).flatMap(({ gates }) => gates);
  const gate = (how === 0 ? all : front)[what % Math.max(1, (how === 0 ? all : front).length)] ?? 'none';
  const review = how === 1 ? 'r1' : `r${project.reviews.length + 1}`;
  const plannedTeam = whom === 7 ? ['bob'] : whom === 8 ? [project.team.owner] : [];
  const { origin, team } = project;
  const requestedBy = whom === 6 ? 'mia' : team.owner;
  return asked(origin.id, { type: 'RequestGateReview', review, gate, requestedBy, plannedTeam });
};

/** Mostly of the review that is open; one in twelve is of one decided, or of none. */
export const decided = (
  project: OpenedProject,
  template: ProcessTemplate,
  step: DrawnStep,
  now: Instant,
): ProjectCommand => {
  const open = project.reviews.find((review) => review.decided === undefined);
  const review = (step.what % 12 === 11 ? project.reviews.at(0) : open)?.id ?? 'r99';
  const [gate] = gatesAtExit(project);
  const decision = decisions[step.what % decisions.length] ?? 'go';
  return asked(project.origin.id, {
    type: 'DecideGate',
    review,
    decision,
    ...reviewersOf(gate?.reviewerRoles ?? [], step.whom, project.team),
    criteria: gate === undefined ? [] : judgementsOf(criteriaOf(gate, template), step.how),
    evidence: evidenceOf(project, step.how, now),
    ...(decision === 'conditionalGo' || step.how === 20 ? { conditions: conditionsOf(step.whom, now) } : {}),
    ...(decision === 'recycle' || step.how === 21 ? backTo(project, template, step) : {}),
  });
};

const decisions = [
  ...Array.from({ length: 7 }, () => 'go' as const),
  ...Array.from({ length: 4 }, () => 'conditionalGo' as const),
  ...(['hold', 'hold', 'recycle', 'recycle', 'recycle', 'kill'] as const),
];

/** Outsiders for every role; one person alone; somebody of the team among them; or too few of them. */
const reviewersOf = (roles: ReadonlyArray<string>, whom: number, { owner, members }: OpenedProject['team']) => {
  const outside = roles.map((role) => ({ person: holderOf(role, whom % 3, members), role }));
  const alone = { chair: owner, reviewers: roles.slice(0, 1).map((role) => ({ person: owner, role })) };
  const also = { person: 'oto', role: 'salesDirector' };
  if (whom < 6) return { chair: outside[0]?.person ?? 'mia', reviewers: [...outside, also] };
  if (whom < 9) return alone;
  if (whom === 9) return { chair: 'oto', reviewers: [...roles.map((role) => ({ person: 'bob', role })), also] };
  if (whom === 10) return { chair: 'oto', reviewers: [...outside.slice(1), also] };
  return { chair: outside[0]?.person ?? 'mia', reviewers: [...outside, { person: 'oto', role: 'reviewer' }] };
};

const holderOf = (role: string, skip: number, members: ReadonlyArray<string>): string => {
  const able = [...staff]
    .filter(
      ([person, held]) =>
        person !== 'bob' && !members.some((one) => one === person) && held.some((one) => one === role),
    )
    .map(([person]) => person);
  return able[skip % able.length] ?? 'mia';
};

/** Everything is met and said; or something is not met, not said, said twice, or asked by nobody. */
const judgementsOf = (criteria: ReturnType<typeof criteriaOf>, how: number) => {
  const all = criteria.map(({ id }) => ({ criterion: id as string, met: true, score: 9, comment: 'as recorded' }));
  const [first] = all;
  if (how === 2) return [...all, { criterion: 'none', met: true }];
  if (first === undefined) return all;
  if (how === 3) return [...all, first];
  if (how === 4) return all.slice(1);
  if (how === 5) return all.map(({ criterion, met }) => ({ criterion, met }));
  if (how === 6) return all.map((one) => ({ ...one, score: 5 }));
  if (how === 7) return [{ ...first, score: 11 }, ...all.slice(1)];
  return how === 8 ? [{ ...first, met: false }, ...all.slice(1)] : all;
};

const evidenceOf = ({ times }: OpenedProject, how: number, now: Instant): ReadonlyArray<object> => {
  const document = { document: 'a'.repeat(64), at: now };
  if (how === 9) return [{ revision: times.length }];
  if (how === 10) return [{ ...document, at: new Date(Date.parse(now) + 1).toISOString() }];
  return how > 14 ? [] : [{ revision: (how * 7) % times.length }, document];
};

const conditionsOf = (whom: number, now: Instant) => {
  const due = later(now, new Date(Date.parse(now) + 86_400_000 * (whom % 3)).toISOString() as Instant);
  const condition = { id: 'c1', text: 'send the papers', due };
  if (whom === 3) return [condition, condition];
  return whom % 2 === 0 ? [condition] : [condition, { ...condition, id: 'c2' }];
};

const backTo = (project: OpenedProject, { phases }: ProcessTemplate, { whom, how }: DrawnStep) => {
  const entered = project.entered.map(({ phase }) => phase);
  const to = (how === 11 ? phases.map(({ id }) => id) : entered)[whom % (how === 11 ? phases.length : entered.length)];
  const done = Object.keys(project.activities);
  return { to, ...(done.length > 0 && how % 2 === 0 ? { redo: done.slice(-1 - (whom % 2)) } : {}) };
};

/** A condition that is open, or any; by one of the reviewers, or not. */
export const fulfilled = (project: OpenedProject, { whom, what, how }: DrawnStep): ProjectCommand => {
  const given = project.reviews.filter((review) => (review.decided?.open.length ?? 0) > 0);
  const review = how < 3 ? given.at(0) : given.at(-1);
  const condition = review?.decided?.open[what % 2]?.id ?? review?.decided?.open[0]?.id ?? 'c1';
  const confirmedBy = whom === 11 ? 'bob' : (review?.decided?.reviewers[0]?.person ?? 'mia');
  return asked(project.origin.id, { type: 'FulfilCondition', review: review?.id ?? 'r1', condition, confirmedBy });
};
