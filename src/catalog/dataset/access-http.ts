import { authorityOf, joinPath, withoutSecrets } from './access-address.js';
import { literal } from './access-code.js';
import type { Place, Reading } from './access-reading.js';

/** An endpoint. What it answers is not known: the body is read as it comes. */
export function httpAccess({ address, name }: Place): Reading | undefined {
  if (address.scheme !== 'http' && address.scheme !== 'https') return undefined;
  const uri = withoutSecrets(joinPath(`${address.scheme}://${authorityOf(address)}${address.path}`, name));
  const python = `import urllib.request\n\nwith urllib.request.urlopen(${literal(uri)}) as response:\n    body = response.read()\n`;
  return {
    uri,
    hint: null,
    snippets: [
      { language: 'PYTHON', tool: 'python', code: python },
      { language: 'SCALA', tool: 'scala', code: `val body = scala.io.Source.fromURL(${literal(uri)}).mkString\n` },
    ],
    reason: null,
  };
}
