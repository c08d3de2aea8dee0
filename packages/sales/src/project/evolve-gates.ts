import type { Draft } from 'immer';
import type { EventTo, GateEvent, ProjectEvent } from './events.js';
import { gateSpecs } from './gate-events.js';
import { withdrawFrom } from './standing.js';
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
    case 'ConditionFulfilled': {
      const review = project.reviews.find(({ id }) => id === event.data.review);
      if (review?.decided === undefined) break;
      review.decided.open = review.decided.open.filter(({ id }) => id !== event.data.condition);
      if (review.decided.open.length === 0) pass(project, review);
      break;
    }
  }
};

const requested = (project: Doc, { data, effectiveAt: requestedAt }: EventTo<'GateReviewRequested'>): void => {
  const { review: id, gates, requestedBy, plannedTeam } = data;
  project.reviews.push({ id, gates: [...gates], requestedBy, requestedAt });
  const { planned } = project.team;
  planned.push(...plannedTeam.filter((person) => !planned.includes(person)));
};

const decided = (project: Doc, { data, effectiveAt: at }: EventTo<'GateDecided'>): void => {
  const { decision, independence, reviewers, conditions = [], to, redo = [] } = data;
  const review = project.reviews.find(({ id }) => id === data.review);
  if (review === undefined) return;
  const self = independence === 'self';
  review.decided = { decision, at, self, reviewers: [...reviewers], open: [...conditions] };
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

const pass = (project: Doc, { gates, id }: Draft<Review>): void => {
  project.passed = project.passed.filter(({ gate }) => !gates.includes(gate));
  project.passed.push(...gates.map((gate) => ({ gate, review: id })));
};
