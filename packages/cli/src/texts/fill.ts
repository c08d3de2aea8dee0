/** Fills `{name}` in a text with the values of that name; what is no plain value is shown as JSON. */
export const fill = (text: string, values: object): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value: unknown = (values as { readonly [name: string]: unknown })[name];
    if (value === undefined) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
