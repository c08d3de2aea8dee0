export type { AttainedRatio, BoardError, BoardRow, BoardValue, Leaderboard } from './board.js';
export { fullBoard, leaderboard } from './leaderboard.js';
export { boardText, type Frozen, frozenBoard, isAsShown } from './publication.js';
export { type BoardAsking, type BoardDocuments, type BoardQuestion, boardOf } from './question.js';
export { higherFirst, type Placed, ranked, type Score, type Scored, whole } from './rank.js';
export { createStandings, type Standing, type Standings } from './standings.js';
export { type TrailDay, trail } from './trail.js';
