import type { OwnershipClaim } from '../../../catalog/attributes.js';
import { DEFAULT_NAMESPACE, entityId } from '../../../catalog/id.js';
import type { Json } from '../../../write/fact.js';
import { named } from '../identity.js';
import type { Place } from '../place.js';
import { asObject, type JsonObject, listIn, nameIn, refuse, textIn } from '../shape.js';

/** Owners are answered as a plain list. */
export const MAX_OWNERS = 100;

const DEFAULT_ROLE = 'OWNER';
const PREFIX = /^(team|group|user|person):(.*)$/is;

/** OwnershipJobFacet, OwnershipDatasetFacet: `team:data` or `group:data` is a team, anything else a person. */
export function readOwnership(facet: JsonObject, place: Place): Json {
  const owners = listIn(facet, 'owners', place) ?? [];
  const at = place.at('owners');
  if (owners.length > MAX_OWNERS) refuse(at, `has ${owners.length} owners; at most ${MAX_OWNERS} are allowed.`);
  return owners.map((item, index): OwnershipClaim & { [key: string]: string } => {
    const here = at.at(index);
    const owner = asObject(item, here);
    return { owner: ownerId(nameIn(owner, 'name', here), here.at('name')), role: textIn(owner, 'type', here) ?? DEFAULT_ROLE };
  });
}

function ownerId(name: string, place: Place): string {
  const [, prefix = 'person', rest = name] = PREFIX.exec(name) ?? [];
  const kind = /^(team|group)$/i.test(prefix) ? 'TEAM' : 'PERSON';
  return named(place, () => entityId(kind, DEFAULT_NAMESPACE, rest));
}
