import type { Texts } from '../texts.js';
import { causes, csvFaults, failures, forms, moneyErrors, notA, rows } from './failures.js';
import { help, titles, usage } from './help.js';
import { performanceRefusals } from './performance-refusals.js';
import { projectEvents } from './projects/events.js';
import { projectRefusals } from './projects/index.js';
import { pipelineWords } from './projects/pipeline-words.js';
import { projectWords } from './projects/words.js';
import { refusals } from './refusals.js';
import { words } from './words.js';

export const en: Texts = {
  failures,
  csvFaults,
  rows,
  notA,
  moneyErrors,
  causes,
  forms,
  refusals,
  performanceRefusals,
  projectRefusals,
  words: { ...words, ...projectWords, ...pipelineWords },
  projectEvents,
  help,
  titles,
  usage,
};
