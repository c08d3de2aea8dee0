/** Classes and duplicates: what the company says of a customer as a whole. @source ORG-34, ORG-35, I-23, I-24 */
import * as E from 'fp-ts/lib/Either.js';
import { classOf, wonOf } from './classify.js';
import type { CommandTo } from './commands.js';
import type { Customer, Entered } from './evolve.js';
import { type Decision, isTerm, notBefore, ok, type Ruled, refuse, unless } from './policy.js';

/** ORG-35 (default): sellers propose; the class itself does not move. */
export const proposeClass = ({ class: id, proposedBy }: CommandTo<'ProposeClass'>, context: Ruled): Decision =>
  isClass(id, context)
    ? E.right([{ type: 'ClassProposed', data: { class: id, proposedBy }, effectiveAt: context.effectiveAt }])
    : refuse({ type: 'UndefinedTerm', list: 'classes', id });

/** ORG-35: the company decides, by the written standard and nothing else. */
export const classify = (
  { relationship }: CommandTo<'ClassifyCustomer'>,
  customer: Entered,
  context: Ruled,
): Decision => {
  const { classification } = context.rules.playbook.customer;
  const won = wonOf(customer.journeys, classification, context.effectiveAt);
  if (E.isLeft(won)) return refuse({ type: 'WonAmountOutOfRange', cause: won.left.type });

  const from = customer.class?.id ?? classification.otherwise;
  const to = classOf(classification, relationship, won.right);
  if (customer.class !== undefined && customer.class.id === to) return E.right([]);
  return unless(
    [
      relationship === undefined ? ok : isTerm('relationships', relationship, context),
      customer.class === undefined ? ok : notBefore('class', customer.class.since, context),
    ],
    () => [
      {
        type: 'CustomerClassified',
        data: {
          from,
          to,
          policyVersion: classification.version,
          won: won.right,
          ...(relationship === undefined ? {} : { relationship }),
        },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

/** I-23: two records of one customer are linked, never merged. */
export const link = (
  { customer: id, of }: CommandTo<'LinkDuplicate'>,
  customer: Entered,
  target: Customer,
  context: Ruled,
): Decision => {
  if (customer.duplicateOf === of) return E.right([]);
  if (customer.duplicateOf !== undefined) return refuse({ type: 'AlreadyDuplicateOf', of: customer.duplicateOf });
  if (id === of) return refuse({ type: 'DuplicateOfItself' });
  if (target.phase !== 'entered') return refuse({ type: 'DuplicateTargetNotEntered', customer: of });
  if (target.duplicateOf !== undefined) {
    return refuse({ type: 'DuplicateTargetIsDuplicate', customer: of, of: target.duplicateOf });
  }
  return E.right([{ type: 'DuplicateLinked', data: { of }, effectiveAt: context.effectiveAt }]);
};

export const unlink = ({ duplicateOf }: Entered, context: Ruled): Decision =>
  duplicateOf === undefined
    ? E.right([])
    : E.right([{ type: 'DuplicateUnlinked', data: { of: duplicateOf }, effectiveAt: context.effectiveAt }]);

const isClass = (id: string, { rules }: Ruled): boolean =>
  rules.playbook.customer.classification.classes.some((entry) => entry.id === id);
