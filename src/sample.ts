import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StartupError } from './errors.js';

/** The built sample: a program of its own, which knows the API and nothing else. */
const SAMPLE = join(import.meta.dirname, 'sample', 'main.js');

/**
 * Has the sample's estate told to the Vinci at `url`, by HTTP as anybody would, until `stopping` is aborted. Throws StartupError
 * when something of it is not taken, AbortError when it was aborted.
 */
export async function loadSample(url: string, token: string | undefined, stopping: AbortSignal): Promise<void> {
  const environment = { ...process.env, VINCI_URL: url, VINCI_TOKEN: token ?? '' };
  const child = spawn(process.execPath, [SAMPLE], { env: environment, stdio: ['ignore', 'inherit', 'inherit'], signal: stopping });
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new StartupError('The sample could not be loaded: see above. Start without --sample to run Vinci without it.');
}
