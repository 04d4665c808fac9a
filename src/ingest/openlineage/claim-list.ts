import type { Claim, Json } from '../../write/fact.js';

export type Attributes = { [name: string]: Json };

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

  list(): Claim[] {
    return [...this.claims.values()];
  }
}
