import type { ProcessTemplate, TailoringAsked } from '@millrace/sales';
import type fc from 'fast-check';
import { drawn } from './draw.js';
import { gateMutations } from './mutate-gates.js';
import { partMutations } from './mutate-parts.js';
import { type AskedMutation, stageMutations } from './mutate-stages.js';
import { tailoringOf } from './tailoring.js';

/** What was done to a tailoring. */
export type TailoringMutation = keyof typeof partMutations | keyof typeof stageMutations | keyof typeof gateMutations;

/** A tailoring that must be accepted, and what became of it; `none` where there was no place for the fault. */
export interface TailoringMutant {
  readonly kind: TailoringMutation | 'none';
  readonly from: TailoringAsked;
  readonly asked: TailoringAsked;
}

const ofParts = Object.entries(partMutations).map(([kind, mutate]): readonly [string, AskedMutation] => [
  kind,
  (asked, draw) => {
    const proposed = mutate(asked.proposed, draw);
    return proposed && { ...asked, proposed };
  },
]);

const mutations = [...ofParts, ...Object.entries(stageMutations), ...Object.entries(gateMutations)] as ReadonlyArray<
  readonly [TailoringMutation, AskedMutation]
>;

const TRIES = 4;

/** Tailorings with something done to them, of which most must be refused; see each mutation. */
export const anyTailoringMutant = (template: ProcessTemplate): fc.Arbitrary<TailoringMutant> =>
  drawn((draw) => {
    const [kind, mutate] = draw.pick(mutations);
    for (let tried = 0; tried < TRIES; tried++) {
      const from = tailoringOf(template, draw);
      const asked = mutate(from, draw);
      if (asked !== undefined) return { kind, from, asked };
    }
    const from = tailoringOf(template, draw);
    return { kind: 'none', from, asked: from };
  });
