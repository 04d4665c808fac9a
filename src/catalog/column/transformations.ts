import type { Transformation } from '../../write/fact.js';

/**
 * Transformations as an edge carries them, as short as can be, since there are so many edges: `TYPE:SUBTYPE:DESCRIPTION`,
 * `!` before the type where the data is masked, separated by commas; as JSON where a field has other characters than these.
 */
const PLAIN = /^[\w .-]*$/;

/** Null when there are none. Equal lists give equal texts. */
export function printTransformations(list: readonly Transformation[]): string | null {
  if (list.length === 0) return null;
  if (!list.every(({ subtype = '', description = '' }) => PLAIN.test(subtype) && PLAIN.test(description)))
    return JSON.stringify(list.map(ordered));
  return list.map(printPlain).join(',');
}

function printPlain({ type, subtype = '', description = '', masking }: Transformation): string {
  const marked = masking ? `!${type}` : type;
  if (description !== '') return `${marked}:${subtype}:${description}`;
  return subtype === '' ? marked : `${marked}:${subtype}`;
}

export function parseTransformations(text: string | null | undefined): Transformation[] {
  if (!text) return [];
  if (text.startsWith('[')) return JSON.parse(text) as Transformation[];
  return text.split(',').map((each) => {
    const [type = '', subtype, description] = each.split(':');
    const masking = type.startsWith('!');
    return ordered({ type: (masking ? type.slice(1) : type) as Transformation['type'], subtype, description, masking });
  });
}

/** Fields in one order, and only those that say something. */
function ordered({ type, subtype, description, masking }: Transformation): Transformation {
  return { type, ...(subtype ? { subtype } : {}), ...(description ? { description } : {}), ...(masking ? { masking } : {}) };
}
