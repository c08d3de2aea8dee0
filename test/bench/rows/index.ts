import type { Row } from '../harness/row.js';
import { appendMemory } from './append-memory.js';
import { appendFull, appendNormal } from './append-sqlite.js';
import { canonical } from './canonical.js';
import { decode } from './decode.js';
import { foldHundredThousand, foldMillion } from './fold.js';
import { funnel } from './funnel.js';
import { importRows } from './import.js';
import { leaderboardRow } from './leaderboard.js';
import { memory } from './memory.js';
import { readSqlite } from './read-sqlite.js';
import { replayHundredThousand, replayMillion } from './replay.js';
import { standingsRow } from './standings.js';
import { tailoring } from './tailoring.js';

/** Every row of the bench, in the order of the table; a new one is one file and one line here. */
export const rows: ReadonlyArray<Row> = [
  replayHundredThousand,
  replayMillion,
  foldHundredThousand,
  foldMillion,
  decode,
  appendFull,
  appendNormal,
  appendMemory,
  readSqlite,
  funnel,
  leaderboardRow,
  standingsRow,
  tailoring,
  memory,
  canonical,
  importRows,
];
