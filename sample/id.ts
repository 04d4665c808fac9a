/**
 * The id of a thing, made from its names: `id('feature-table', 'halden', 'cell_health')`. A column's is its dataset's with
 * `#` and its name.
 */
export const id = (kind: string, ...names: readonly string[]): string => `${kind}:${names.map(encoded).join('/')}`;

export const encoded = (name: string): string => name.replace(/[%/#]/g, encodeURIComponent);
