import type { Claim, Json } from '../../write/fact.js';

export type Attributes = { [name: string]: Json };

/** What an event says of a dataset itself. */
export interface DatasetSaid {
  readonly attributes: Attributes;
  readonly removed?: { ban: boolean };
  /** The id that it had before it was renamed: nothing has it any more. */
  readonly renamedFrom?: string;
  /** The DataSource that the dataSource facet names. */
  readonly source?: string;
}

/** Gathers what one event says, entity by entity: an entity that it names several times gets one claim. */
export class ClaimList {
  private readonly claims = new Map<string, { id: string; attributes?: Attributes; removed?: { ban: boolean } }>();

  /** Of one attribute said twice the later counts. */
  add(id: string, said: Attributes = {}, removed?: { ban: boolean }): void {
    const attributes = Object.keys(said).length > 0 ? said : undefined;
    const known = this.claims.get(id);
    if (!known) {
      this.claims.set(id, { id, ...(attributes && { attributes }), ...(removed && { removed }) });
      return;
    }
    if (attributes) known.attributes = { ...known.attributes, ...attributes };
    if (removed) known.removed = removed;
  }

  addDataset(id: string, { attributes, removed, renamedFrom, source }: DatasetSaid): void {
    this.add(id, attributes, removed);
    if (renamedFrom) this.add(renamedFrom, {}, { ban: false });
    if (source) this.add(source);
  }

  list(): Claim[] {
    return [...this.claims.values()];
  }
}
