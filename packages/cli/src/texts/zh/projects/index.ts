import type { Texts } from '../../texts.js';
import { gates } from './gates.js';
import { life } from './life.js';
import { money } from './money.js';
import { standing } from './standing.js';
import { work } from './work.js';

export const projectRefusals: Texts['projectRefusals'] = { ...standing, ...life, ...gates, ...work, ...money };
