/**
 * Where a materialisation lies is written with names for what differs between environments, `${lake}/features/churn`: file
 * systems, hosts, constants. Each environment binds the names to its own values. Values hold no names themselves.
 */
export interface Binding {
  readonly name: string;
  readonly value: string;
}

export interface EnvironmentBindings {
  readonly environment: string;
  readonly values: readonly Binding[];
}

const NAME = /\$\{([^}]*)\}/g;

/** The names in a location, each once. */
export function namesIn(location: string): string[] {
  return [...new Set([...location.matchAll(NAME)].map(([, name]) => name!))];
}

/** What the names stand for in an environment. */
export function bindingsOf(bindings: readonly EnvironmentBindings[], environment: string): ReadonlyMap<string, string> {
  const own = bindings.find((each) => each.environment === environment)?.values ?? [];
  return new Map(own.map(({ name, value }) => [name, value]));
}

/** The location with every name resolved; a name that is not bound stays as it was written. */
export function resolveLocation(location: string, bindings: ReadonlyMap<string, string>): string {
  return location.replace(NAME, (written, name: string) => bindings.get(name) ?? written);
}
