import { printable } from '../render/width.js';

/** Fills `{name}` in a text with the values of that name, safe to print; what is no plain value is shown as JSON. */
export const fill = (text: string, values: object): string => {
  const known = new Map<string, unknown>(Object.entries(values));
  return text.replace(/\{(\w+)\}/g, (_, name: string) => shown(known.get(name)));
};

const shown = (value: unknown): string => {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return printable(typeof value === 'object' ? JSON.stringify(value) : String(value));
};
