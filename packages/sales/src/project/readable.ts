import { type Fold, type Readable, type StreamId, streamId } from '@millrace/kernel';
import { type ProjectEvent, projectEvents } from './events.js';
import { evolve } from './evolve.js';
import { initial, type Project } from './state.js';

/** The fold of a project. */
export const projectFold: Fold<Project, ProjectEvent> = { initial, evolve };

/** What others fold of a project's stream. */
export const readableProject: Readable<Project, ProjectEvent> = { events: projectEvents, fold: projectFold };

/** The stream of a project. */
export const projectStream = (project: string): StreamId => streamId('project', project);
