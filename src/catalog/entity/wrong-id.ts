import type { Problem } from '../../write/fact.js';
import type { Kind } from '../kind.js';

/** That a text is neither an id of this kind nor a plain name; `place`: the field of the input it stands in. */
export function wrongId(kind: Extract<Kind, 'TAG' | 'TERM' | 'DOMAIN' | 'MODEL'>, text: string, place: string): Problem {
  const name = kind.toLowerCase();
  return {
    rule: `${name}-id`,
    path: ['input', place],
    message: `"${text}" is not the id of a ${name}.`,
    remedy: `Send an id such as "${name}:default/${EXAMPLES[kind]}", or the plain name of a ${name}.`,
  };
}

const EXAMPLES = { TAG: 'pii', TERM: 'churn', DOMAIN: 'marketing', MODEL: 'churn' } as const;
