/** The body comes in a form that is not read here: status 415. The edge's translator goes by `statusCode`. */
export class UnsupportedMedia extends Error {
  readonly statusCode = 415;
}
