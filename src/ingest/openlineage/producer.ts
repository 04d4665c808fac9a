import { DEFAULT_NAMESPACE, entityId } from '../../catalog/id.js';
import { named } from './identity.js';
import { Place } from './place.js';
import { type JsonObject, nameIn, refuse } from './shape.js';

/** `/tree/1.53.0` in `https://github.com/OpenLineage/OpenLineage/tree/1.53.0/integration/spark`; only the first one is a version. */
const REVISION = /\/(?:tree|blob)\/[^/?#]+(?=[/?#]|$)/;

/**
 * The event's producer without its version, so that an upgraded client is still the same producer and closes what it said
 * before. `person:NAME` is how people are written who say something through the API: no client may speak for them.
 */
export function producerOf(event: JsonObject): string {
  const producer = nameIn(event, 'producer', Place.ROOT).replace(REVISION, '');
  const place = Place.ROOT.at('producer');
  if (producer.startsWith('person:'))
    refuse(place, 'must not begin with "person:", which stands for people; give the URI of the program that sends the event.');
  named(place, () => entityId('CONNECTOR', DEFAULT_NAMESPACE, producer));
  return producer;
}
