import type { MoneyRefusal } from '@millrace/sales';

/** Refusals about the money of a project. */
export const money: { readonly [Type in MoneyRefusal['type']]: string } = {};
