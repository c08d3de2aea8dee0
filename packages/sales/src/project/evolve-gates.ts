import type { Draft } from 'immer';
import type { EventTo, GateEvent, ProjectEvent } from './events.js';
import { gateSpecs } from './gate-events.js';
import { lapse, withdrawFrom } from './standing.js';
import type { OpenedProject, Review } from './state.js';

export const isGateEvent = (event: ProjectEvent): event is GateEvent => Object.hasOwn(gateSpecs, event.type);

type Doc = Draft<OpenedProject>;

/** What a gate's event makes of an opened project. */
export const evolveGates = (project: Doc, event: GateEvent): void => {
  switch (event.type) {
    case 'GateReviewRequested':
      requested(project, event);
      break;
    case 'GateDecided':
      decided(project, event);
      break;
    case 'ConditionFulfilled':
      fulfilled(project, event);
      break;
  }
};

const requested = (project: Doc, { data, effectiveAt: requestedAt }: EventTo<'GateReviewRequested'>): void => {
  const { review: id, gates, requestedBy, plannedTeam } = data;
  lapse(project, gates);
  project.reviews.push({ id, gates: [...gates], requestedBy, requestedAt });
  const { planned } = project.team;
  planned.push(...plannedTeam.filter((person) => !planned.includes(person)));
};

const decided = (project: Doc, { data, effectiveAt: at }: EventTo<'GateDecided'>): void => {
  const { decision, independence, reviewers, conditions = [], to, redo = [] } = data;
  const review = project.reviews.find(({ id }) => id === data.review);
  if (review === undefined) return;
  const self = independence === 'self';
  review.decided = {
    decision,
    at,
    self,
    reviewers: [...reviewers],
    open: [...conditions],
    fulfilled: [],
    lapsed: false,
  };
  project.movedAt = at;
  delete project.hold;
  if (decision === 'hold') project.hold = review.id;
  if (decision === 'go') pass(project, review);
  if (decision !== 'recycle') return;
  withdrawFrom(
    project,
    project.process.stages.findIndex(({ phases }) => phases.some((phase) => phase === to)),
  );
  for (const activity of redo) delete project.activities[activity];
};

const fulfilled = (project: Doc, { data, effectiveAt }: EventTo<'ConditionFulfilled'>): void => {
  const review = project.reviews.find(({ id }) => id === data.review);
  if (review?.decided === undefined) return;
  const { decided } = review;
  decided.open = decided.open.filter(({ id }) => id !== data.condition);
  decided.fulfilled.push(data.condition);
  project.movedAt = effectiveAt;
  if (decided.open.length === 0) pass(project, review);
};

const pass = (project: Doc, { gates, id }: Draft<Review>): void => {
  project.passed = project.passed.filter(({ gate }) => !gates.includes(gate));
  project.passed.push(...gates.map((gate) => ({ gate, review: id })));
};
