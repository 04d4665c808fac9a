/** Where in the event something stands, outermost first. Linked, so that going down costs no copy; spelled out only for an error. */
export class Place {
  static readonly ROOT = new Place(undefined, '');

  private constructor(
    private readonly parent: Place | undefined,
    private readonly key: string,
  ) {}

  at(key: string | number): Place {
    return new Place(this, String(key));
  }

  get path(): readonly string[] {
    const keys: string[] = [];
    for (let place: Place = this; place.parent; place = place.parent) keys.push(place.key);
    return keys.reverse();
  }
}
