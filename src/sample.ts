import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './errors.js';

/** In a clone: events captured from Spark, dbt and the Python client. Seen from src/ and from dist/ alike. */
const FOLDER = join(import.meta.dirname, '..', 'test', 'fixtures', 'openlineage');

/** Hands the captured events in, so that a newcomer has something to look at. Loading them again changes nothing. Returns how many. */
export async function loadSample(take: (event: unknown) => Promise<unknown>): Promise<number> {
  if (!existsSync(FOLDER)) throw new StartupError(`The sample events are not here (${FOLDER}): start without --sample, or from a clone.`);
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ndjson'));
  const lines = files.flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').split('\n')).filter((line) => line.trim() !== '');
  await Promise.all(lines.map((line) => take(JSON.parse(line))));
  return lines.length;
}
