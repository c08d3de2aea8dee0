/** JSON for programs: maps as objects, two spaces, a line break at the end. */
export const jsonOf = (value: unknown): string => `${JSON.stringify(value, mapsAsObjects, 2)}\n`;

const mapsAsObjects = (_: string, value: unknown): unknown =>
  value instanceof Map ? Object.fromEntries(value) : value;
