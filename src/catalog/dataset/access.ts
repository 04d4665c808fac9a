import { type Access, DATA_SOURCE_TYPES, type DataSourceType } from '../source/source.js';
import { parseAddress, withoutSecrets } from './access-address.js';
import { databaseAccess } from './access-databases.js';
import { fileAccess } from './access-files.js';
import { httpAccess } from './access-http.js';
import { kafkaAccess } from './access-kafka.js';
import type { AccessInstructions, Place, Reading } from './access-reading.js';
import { warehouseAccess } from './access-warehouses.js';

export type { AccessInstructions, AccessSnippet } from './access-reading.js';

/** What is known of a dataset and its source, as far as it tells how the dataset is read. */
export interface KnownOfDataset {
  readonly namespace: string;
  readonly name: string;
  /** What its producer said of the system it lies in (OpenLineage dataSource facet). */
  readonly dataSourceUri: string | null;
  /** What its storage facet says. */
  readonly fileFormat: string | null;
  readonly storageLayer: string | null;
  /** null: nothing is known of the source. */
  readonly source: { readonly type: DataSourceType; readonly access: Access | null } | null;
}

const READINGS: readonly ((place: Place) => Reading | undefined)[] = [fileAccess, databaseAccess, warehouseAccess, kafkaAccess, httpAccess];

/**
 * How a dataset is read: its address, what people say about it, and code. The address is what the source's `access` says, else
 * what the namespace says (OpenLineage spec/Naming.md), else what the producer said of its data source. User names and passwords
 * are never in it: code takes them from the environment. Where nothing is known there is a reason instead.
 */
export function accessTo(dataset: KnownOfDataset): AccessInstructions {
  const said = dataset.source?.access?.instructions;
  const instructions = said ? withoutSecrets(said) : null;
  for (const text of addressesOf(dataset)) {
    const address = parseAddress(text);
    if (!address) continue;
    const { fileFormat, name, storageLayer } = dataset;
    const place: Place = { address, name, fileFormat, storageLayer };
    for (const read of READINGS) {
      const reading = read(place);
      if (!reading) continue;
      const { uri, hint, snippets, reason } = reading;
      const hints = [instructions, hint].filter((each) => each !== null);
      return { uri, instructions: hints.length > 0 ? hints.join('\n') : null, snippets, reason };
    }
  }
  const uri = dataset.source?.access?.uri;
  return { uri: uri ? withoutSecrets(uri) : null, instructions, snippets: [], reason: UNKNOWN(dataset.namespace) };
}

const SCHEME_OF_TYPE: Readonly<Partial<Record<DataSourceType, string>>> = { FILES: 'file://', HTTP: 'https://', KAFKA: 'kafka://' };

/** What may say where it is, the best first. An address without a scheme is completed by the source's type. */
function addressesOf({ namespace, dataSourceUri, source }: KnownOfDataset): string[] {
  const scheme = source && SCHEME_OF_TYPE[source.type];
  const given = source?.access?.uri;
  const complete = given && !/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(given) && scheme ? `${scheme}${given}` : given;
  return [complete, namespace, dataSourceUri].filter((each): each is string => typeof each === 'string' && each !== '');
}

const UNKNOWN = (namespace: string): string =>
  `Neither the namespace "${withoutSecrets(namespace)}" nor its data source tells which system this is; say it with registerDataSource: ` +
  `"type" (${DATA_SOURCE_TYPES.join(', ')}) and "access.uri", such as "postgres://host:5432/shop" or "s3://bucket".`;
