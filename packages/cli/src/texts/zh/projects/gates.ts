import type { GateRefusal } from '@millrace/sales';

/** Refusals about the gates of a project. */
export const gates: { readonly [Type in GateRefusal['type']]: string } = {};
