import { type Module, type StreamId, streamId } from '@millrace/kernel';
import { type GovernanceRefusal, type Governed, governed } from '../governance/index.js';
import { type BoardCommand, boardCommands } from './commands.js';
import { decide } from './decide.js';
import { type BoardEvent, boardEvents } from './events.js';
import { type Board, evolve, initial } from './evolve.js';
import type { BoardRefusal } from './refusals.js';

/** The stream of a published board. */
export const boardStream = (board: string): StreamId => streamId('board', board);

/** One stream per publication. */
export const boardModule: Module<BoardCommand, Board, BoardEvent, BoardRefusal | GovernanceRefusal, Governed> =
  governed<BoardCommand, Board, BoardEvent, BoardRefusal, object>({
    kind: 'board',
    events: boardEvents,
    commands: boardCommands,
    initial,
    evolve,
    decide,
    streamOf: ({ board }) => boardStream(board),
    reads: () => [],
    others: () => ({}),
  });

export type { BoardCommand } from './commands.js';
export { BoardDefinition, BoardMeasure } from './definition.js';
export { type BoardEvent, boardEvents, CorrectionReason } from './events.js';
export type { Board } from './evolve.js';
export type { BoardRefusal } from './refusals.js';
