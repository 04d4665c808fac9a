import { encoded, id } from './id.js';

/** A table, a topic, a folder of files, named as https://openlineage.io/docs/spec/naming says. */
export interface Dataset<Column extends string = string> {
  readonly namespace: string;
  readonly name: string;
  readonly about: string;
  readonly owner: string;
  /** Type by name, as the system spells it. */
  readonly columns: Readonly<Record<Column, string>>;
}

/** So that the compiler knows the names of its columns. */
export const dataset = <Column extends string>(it: Dataset<Column>): Dataset<Column> => it;

export const datasetId = ({ namespace, name }: Dataset): string => id('dataset', namespace, name);
export const columnId = <Column extends string>(of: Dataset<Column>, column: Column): string => `${datasetId(of)}#${encoded(column)}`;
