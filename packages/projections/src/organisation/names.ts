import type { Documents } from '@millrace/kernel';
import type { OrganisationDocument } from './view.js';

/** What a person or a unit is called, by stream; null for who is not known, or is not to be named any more. */
export const nameAt = (documents: Documents<OrganisationDocument>, stream: string): string | null => {
  const state = documents.get(stream)?.state;
  return state === undefined || state.phase === 'unknown' ? null : (state.name ?? null);
};
