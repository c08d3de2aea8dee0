/** What is run in a process of its own, for the memory it takes. */
import { readStates } from './states.js';
import { readTexts } from './texts.js';

export const works: { readonly [name: string]: (file: string) => Promise<unknown> } = { readStates, readTexts };
