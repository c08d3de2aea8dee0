import type { LifeRefusal } from '@millrace/sales';

/** Refusals about the life of a project. */
export const life: { readonly [Type in LifeRefusal['type']]: string } = {};
