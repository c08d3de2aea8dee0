import { sha256 } from '@millrace/engine';
import { canonicalText, type Json } from '@millrace/kernel';
import { stories } from '../data/history.js';
import { encoded, logOf } from '../data/log.js';
import { contender, type Row } from '../harness/row.js';

/** The way it is usually written: keys sorted at every level, strings by JSON.stringify. */
const sortedJson = (value: Json): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sortedJson).join()}]`;
  const fields = value as { readonly [key: string]: Json };
  return `{${Object.keys(fields)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${sortedJson(fields[key] as Json)}`)
    .join()}}`;
};

/** A chain of hashes, each over the one before and the next text. */
const chain = (texts: Iterable<string>): string => {
  let last = '';
  for (const text of texts) last = sha256(last + text);
  return last;
};

/** Whole envelopes as they are stored, each made canonical and hashed onto the chain. */
export const canonical: Row = {
  name: 'canonical',
  title: 'canonical JSON and a chain of SHA-256 over 100,000 envelopes',
  unit: 'events/s',
  size: 100_000,
  goals: [{ microsecondsAtMost: 7 }],
  contenders: async ({ size }) => {
    const texts = logOf(stories(size)).map((logged, n) => encoded(logged, n).text);
    const envelopes = texts.map((text) => JSON.parse(text) as Json);
    const each = function* (write: (envelope: Json) => string): Generator<string> {
      for (const envelope of envelopes) yield write(envelope);
    };
    return [
      contender('canonicalText + sha256', () => chain(each(canonicalText))),
      contender('hand-sorted + sha256', () => chain(each(sortedJson))),
      contender('sha256 alone', () => chain(texts)),
    ];
  },
};
