import type { Documents, Instant } from '@millrace/kernel';
import { lineFinder, type OrganisationDocument, unitFinder } from '../organisation/index.js';

/** Who works towards a pledge: the person, or for a unit whoever is a member of it, or of one below it, at `asOf`. */
export const holdersOf = (
  organisation: Documents<OrganisationDocument>,
  { person, unit }: { readonly person: string; readonly unit?: string | undefined },
  asOf: Instant,
): ReadonlySet<string> => {
  if (unit === undefined) return new Set([person]);
  const unitAt = unitFinder(organisation);
  const lineOf = lineFinder(organisation);
  const members = [...organisation.values()].filter(({ kind, id }) => {
    const own = kind === 'person' ? unitAt(id, asOf) : null;
    return own !== null && lineOf(own).includes(unit);
  });
  return new Set(members.map(({ id }) => id));
};
