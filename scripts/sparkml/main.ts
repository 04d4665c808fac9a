import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonEnvironment } from '../python-environment.js';

/**
 * `npm run sparkml`: asks a real Spark for its stock stages and writes them as segments to src/catalog/segment/spark-ml.json.
 * The version of Spark is that of requirements.txt; a Java 17 is needed.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const TARGET = join(ROOT, 'src', 'catalog', 'segment', 'spark-ml.json');
const MAX_BYTES = 16 * 2 ** 20;

const python = pythonEnvironment('spark', join(import.meta.dirname, 'requirements.txt'));
const text = execFileSync(python, [join(import.meta.dirname, 'catalog.py')], {
  encoding: 'utf8',
  maxBuffer: MAX_BYTES,
  env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const stages = JSON.parse(text) as unknown[];
writeFileSync(TARGET, text);
execFileSync(process.execPath, [join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'format', '--write', TARGET], {
  cwd: ROOT,
});
console.log(`${stages.length} stages`);
