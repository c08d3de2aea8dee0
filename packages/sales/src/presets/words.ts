/** What presets are written with. */
import type { Money } from '@millrace/kernel';
import type { Named, Term } from '../terms.js';

export const term = (id: string) => id as Term;
export const named = (id: string, en: string, zh: string): Named => ({ id: term(id), name: { en, zh } });
export const cny = (minor: number) => ({ minor, currency: 'CNY' }) as Money;
