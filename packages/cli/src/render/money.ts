import { decimalOf, type Money } from '@millrace/kernel';

/** An amount as people read it: `-1,234.50`. Without its cents where `whole` is asked for. */
export const figureOf = (money: Money, whole = false): string => {
  const [, sign = '', digits = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(decimalOf(money)) ?? [];
  return `${sign}${digits.replace(/\B(?=(?:\d{3})+$)/g, ',')}${whole ? '' : fraction}`;
};

/** An amount with its currency: `CNY 1,234.50`. */
export const amountOf = (money: Money): string => `${money.currency} ${figureOf(money)}`;

/** Whether amounts all are whole units of their currency, so that cents say nothing. */
export const areWhole = (amounts: ReadonlyArray<Money>): boolean =>
  amounts.every((money) => /^-?\d+(?:\.0+)?$/.test(decimalOf(money)));

/** Basis points as people read them, floored: 100 % only where all of it is there. */
export const percentOf = (basisPoints: number): string => `${(Math.floor(basisPoints / 10) / 10).toFixed(1)} %`;
