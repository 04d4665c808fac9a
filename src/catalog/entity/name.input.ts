import { z } from 'zod';

/** What a person calls something that is made; names that systems report are taken as they come. */
export const newName = (max: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(max, `has at most ${max} characters`)
    .regex(/^\P{Cc}*$/u, 'must not contain control characters')
    .refine((name) => name.trim() === name, 'must not begin or end with a blank');
