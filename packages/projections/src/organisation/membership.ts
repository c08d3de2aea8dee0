import type { Documents, Instant } from '@millrace/kernel';
import { type Person, spanAt } from '@millrace/sales';
import type { OrganisationDocument } from './view.js';

/** The unit of which a person was a member at an instant; none for who belonged to no unit. */
export type UnitAt = (person: string, at: Instant) => string | null;

/** Says who was where when. A person is a member of one unit at a time. @source Q20, LDB-6, PLG-14 */
export const unitFinder = (documents: Documents<OrganisationDocument>): UnitAt => {
  const teamsOf = new Map<string, Extract<Person, { phase: 'staff' }>['teams']>();
  for (const document of documents.values()) {
    if (document.kind === 'person' && document.state.phase === 'staff') teamsOf.set(document.id, document.state.teams);
  }
  return (person, at) => spanAt(teamsOf.get(person) ?? [], at)?.what ?? null;
};

/** A unit and all that stand above it, itself first; the tree has no cycles, for a parent never changes. */
export type LineOf = (unit: string) => ReadonlyArray<string>;

/** Says under which units a unit stands. @source DLR-51 */
export const lineFinder = (documents: Documents<OrganisationDocument>): LineOf => {
  const lines = new Map<string, ReadonlyArray<string>>();
  const lineOf = (unit: string): ReadonlyArray<string> => {
    const known = lines.get(unit);
    if (known !== undefined) return known;
    const parent = parentOf(documents, unit);
    const line = parent === undefined ? [unit] : [unit, ...lineOf(parent)];
    lines.set(unit, line);
    return line;
  };
  return lineOf;
};

/** The units right under one. */
export const childrenOf = (documents: Documents<OrganisationDocument>, unit: string): ReadonlyArray<string> =>
  [...documents.values()]
    .filter((document) => document.kind === 'unit' && parentOf(documents, document.id) === unit)
    .map(({ id }) => id);

const parentOf = (documents: Documents<OrganisationDocument>, unit: string): string | undefined => {
  const document = documents.get(`unit-${unit}`);
  return document?.kind === 'unit' && document.state.phase === 'opened' ? document.state.parent : undefined;
};
