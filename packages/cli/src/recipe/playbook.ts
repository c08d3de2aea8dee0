import { type Playbook, presets } from '@millrace/sales';
import type { PlaybookChoice } from './document.js';

/** The preset with the recipe's own words in place; `undefined` where there is no such preset. */
export const playbookOf = ({ preset, zone, currency, lists = {} }: PlaybookChoice): Playbook | undefined => {
  const base = presets.get(preset);
  if (base === undefined) return undefined;
  const inCurrency = currency === undefined || currency === base.currency;
  const { classification } = base.customer;
  return {
    ...base,
    zone: zone ?? base.zone,
    currency: currency ?? base.currency,
    customer: {
      ...base.customer,
      lists: base.customer.lists.map(({ list, terms }) => ({ list, terms: lists[list] ?? terms })),
      classification: inCurrency
        ? classification
        : { ...classification, rules: classification.rules.filter(({ wonAtLeast }) => wonAtLeast === undefined) },
    },
  };
};

/** The presets there are. */
export const presetNames: ReadonlyArray<string> = [...presets.keys()];
