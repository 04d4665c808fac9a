import { z } from 'zod';

/** What an artifact is called: a file's name, that is, nothing that leads elsewhere. */
export const artifactName = z
  .string()
  .regex(/^(?!\s)[^\p{Cc}/\\]{1,255}(?<!\s)$/u, 'must be 1 to 255 characters without slashes, control characters and blanks at its ends');

/** RFC 6838, without parameters but for a charset. */
export const mediaType = z
  .string()
  .regex(/^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}(?:; ?charset=[\w-]{1,40})?$/i, 'must look like application/java-archive')
  .transform((type) => type.toLowerCase());
