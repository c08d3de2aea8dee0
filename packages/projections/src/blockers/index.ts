export { type BlockerLine, type BlockerQuestion, blockersOf } from './blockers.js';
