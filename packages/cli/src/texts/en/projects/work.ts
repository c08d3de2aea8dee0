import type { WorkRefusal } from '@millrace/sales';

/** Refusals about the work of a project. */
export const work: { readonly [Type in WorkRefusal['type']]: string } = {};
