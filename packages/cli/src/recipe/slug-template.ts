/** Ids made of names. */
import { BusinessId } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Fill, FillText } from './fill.js';

/**
 * The id that a text comes to; `undefined` where nothing is left of it, or more than an id may have.
 *
 * Letters, marks, digits, `.`, `-` and `_` stay, blanks between them become one `.`, and everything
 * else goes, as does what stands before the first letter or digit; it ends in Unicode's composed form.
 */
export const slugOf = (text: string): BusinessId | undefined => {
  const slug = text
    .replace(/[^\p{L}\p{M}\p{N}\s._-]/gu, '')
    .trim()
    .replace(/\s+/gu, '.')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .normalize('NFC');
  return BusinessId.is(slug) ? slug : undefined;
};

/** A text that came to an id, and where it stands. */
interface Named {
  readonly text: string;
  readonly file: string;
  readonly row: number;
}

/** The texts of a recipe's ids, apart by the template that reads them. */
export type Slugs = (template: string) => Map<string, Named>;

/** Those of a plan, none at first. */
export const newSlugs = (): Slugs => {
  const all = new Map<string, Map<string, Named>>();
  return (template) => {
    const named = all.get(template) ?? new Map<string, Named>();
    all.set(template, named);
    return named;
  };
};

/** An id of a text that rows make. It remembers: another text with the same id is turned down. */
export const fillSlug =
  (text: FillText, { named, file, field }: { named: Map<string, Named>; file: string; field: string }): Fill =>
  (row) => {
    const filled = text(row);
    if (E.isLeft(filled)) return filled;
    const found = filled.right;
    const slug = slugOf(found);
    if (slug === undefined) return E.left({ type: 'NotA', what: 'slug', field, found });
    const first = named.get(slug);
    if (first === undefined) named.set(slug, { text: found, file, row: row.line });
    return first === undefined || first.text === found
      ? E.right(slug)
      : E.left({ type: 'SlugTaken', field, slug, found, other: first.text, file: first.file, row: first.row });
  };
