/** What hits are counted by. Namespaces are those of data sources too. */
export const FACETS = ['KIND', 'NAMESPACE', 'TAG', 'OWNER'] as const;
export type FacetName = (typeof FACETS)[number];

/** `value` goes into the filter as it is: a kind, a namespace, an id. */
export interface FacetValue {
  readonly value: string;
  /** What people call it. */
  readonly label: string;
  readonly count: number;
}

export interface SearchFacet {
  readonly by: FacetName;
  /** Most frequent first. */
  readonly values: readonly FacetValue[];
  /** False: there are more values than are given. */
  readonly complete: boolean;
}

/** More values of one facet are not given. */
const MAX_VALUES = 50;

/** From values with how many hits have them. */
export function facetsOf(counted: readonly (FacetValue & { readonly by: FacetName })[]): SearchFacet[] {
  return FACETS.map((by) => {
    const values = counted.filter((each) => each.by === by).map(({ value, label, count }) => ({ value, label, count }));
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return { by, values: values.slice(0, MAX_VALUES), complete: values.length <= MAX_VALUES };
  });
}
