import type { Evolve } from '@millrace/kernel';
import type { Draft } from 'immer';
import { defined } from '../checks.js';
import type { EventTo, ProjectEvent } from './events.js';
import { evolveGates, isGateEvent } from './evolve-gates.js';
import { endedBy, evolveLife, isLifeEvent } from './evolve-life.js';
import { evolveMoney, isMoneyEvent } from './evolve-money.js';
import { evolveWork } from './evolve-work.js';
import { opened } from './opened.js';
import type { Opportunity, Project } from './state.js';

/** A change of status returns a new state; a change within one edits the draft. */
export const evolve: Evolve<Project, ProjectEvent> = (project, event) => {
  if (event.type === 'OpportunityDiscovered' && project.status === 'undiscovered') return discovered(project, event);
  if (event.type === 'ProjectOpened' && project.status === 'opportunity') return opened(project, event);
  project.times.push(event.effectiveAt);
  if (project.status === 'undiscovered') return undefined;
  if (event.type === 'ChannelTouched') {
    if (!project.touched.includes(event.data.channel)) project.touched.push(event.data.channel);
    return undefined;
  }
  if (project.status === 'opportunity') {
    if (event.type === 'ProjectClosed') project.ended = endedBy(event);
    return undefined;
  }
  if (isLifeEvent(event)) evolveLife(project, event);
  else if (isGateEvent(event)) evolveGates(project, event);
  else if (isMoneyEvent(event)) evolveMoney(project, event);
  else evolveWork(project, event);
  return undefined;
};

const discovered = (
  { times }: Draft<Project>,
  { data, effectiveAt }: EventTo<'OpportunityDiscovered'>,
): Draft<Opportunity> => {
  const { project: id, channel, discoveredBy, customer, title, parent } = data;
  return {
    status: 'opportunity',
    times: [...times, effectiveAt],
    origin: { id, channel, discoveredAt: effectiveAt, discoveredBy, ...defined({ customer, title, parent }) },
    touched: [channel],
  };
};
