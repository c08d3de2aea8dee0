/** Rules about the written standard by which customers are classified. @source ORG-34, ORG-35 */
import type { Money } from '@millrace/kernel';
import type { Term } from '../terms.js';
import type { ClassRule } from './document.js';
import { missing, type Rule, undefinedIn } from './rule.js';

/** ORG-35: the standard speaks only of classes and relationships that exist. */
export const classesExist: Rule = (playbook) => {
  const { classes, otherwise, rules } = playbook.customer.classification;
  return (
    undefinedIn('classes', classes, [otherwise, ...rules.map((rule) => rule.class)]) ??
    missing(
      playbook,
      'relationships',
      rules.flatMap(({ relationships }) => relationships ?? []),
    )
  );
};

/** ORG-35: a window that is there has a length. */
export const windowHasLength: Rule = ({ customer }) => {
  const { windowDays = 1 } = customer.classification;
  return windowDays < 1 ? { type: 'WindowTooShort', windowDays } : undefined;
};

/** ORG-35: the bars are in the organisation's currency; amounts of others are never added to it. */
export const barsInCurrency: Rule = ({ currency: expected, customer }) => {
  for (const [index, { wonAtLeast }] of customer.classification.rules.entries()) {
    if (wonAtLeast !== undefined && wonAtLeast.currency !== expected) {
      return { type: 'BarCurrency', rule: index + 1, currency: wonAtLeast.currency, expected };
    }
  }
  return undefined;
};

/** ORG-35: a bar that everybody reaches is none. */
export const barsAboveZero: Rule = ({ customer }) => {
  for (const [index, { wonAtLeast }] of customer.classification.rules.entries()) {
    if (wonAtLeast !== undefined && wonAtLeast.minor < 1) {
      return { type: 'BarNotAboveZero', rule: index + 1, minor: wonAtLeast.minor };
    }
  }
  return undefined;
};

/**
 * ORG-35: the first rule that holds decides, so each rule must speak of somebody whom no earlier one
 * has spoken of: of one relationship at least, at its own bar.
 */
export const everyRuleIsReached: Rule = ({ customer }) => {
  const { rules } = customer.classification;
  const index = rules.findIndex(({ relationships = [undefined], wonAtLeast }, place) =>
    relationships.every((name) => rules.slice(0, place).some((earlier) => decidesFor(earlier, name, wonAtLeast))),
  );
  return index < 0 ? undefined : { type: 'RuleNeverReached', rule: index + 1 };
};

/** Whether a rule holds for whoever has this relationship, or none, and has won that much. */
const decidesFor = (
  { relationships, wonAtLeast }: ClassRule,
  relationship: Term | undefined,
  won: Money | undefined,
): boolean =>
  (relationships === undefined || (relationship !== undefined && relationships.includes(relationship))) &&
  (wonAtLeast === undefined || (won !== undefined && won.minor >= wonAtLeast.minor));
