import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { preparedFolder } from '../../scripts/prepared-folder.js';
import type { Browser, Playwright } from './playwright.js';

const PINNED = join(import.meta.dirname, 'install');
const FILES = ['package.json', 'package-lock.json'];
const PATIENCE_MS = 30_000;

/**
 * A headless Chromium, driven by Playwright: of two packages of npm, installed on demand. Of `@sparticuz/chromium` only the files are
 * used: the browser, with the libraries and fonts that come with it, so that nothing of the system's is needed. Its code would switch the
 * same-origin policy off, which is what is to be tried here. Throws one sentence when it cannot be installed.
 */
export async function startChromium(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`There is a Chromium for the tests for Linux on x64 only, and not for ${process.platform} on ${process.arch}.`);
  const inputs = FILES.map((file) => readFileSync(join(PINNED, file)));
  const folder = preparedFolder('browser', [...inputs, readFileSync(import.meta.filename)], install);
  const { chromium } = createRequire(join(folder, 'package.json'))('playwright-core') as Playwright;
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    timeout: PATIENCE_MS,
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    // Nothing but this machine can be reached, so that what a page wants from elsewhere is missed.
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
  });
}

function install(folder: string): void {
  console.log('Installing a browser ...');
  for (const file of FILES) copyFileSync(join(PINNED, file), join(folder, file));
  try {
    execFileSync('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    throw new Error(`npm could not install the browser:\n${(error as { stderr?: string }).stderr ?? ''}`);
  }
  const packed = join(folder, 'node_modules', '@sparticuz', 'chromium');
  const unpacked = (file: string): Buffer => brotliDecompressSync(readFileSync(join(packed, 'bin', file)));
  writeFileSync(join(folder, 'chromium'), unpacked('chromium.br'), { mode: 0o755 });
  for (const file of ['al2023.tar.br', 'fonts.tar.br']) execFileSync('tar', ['-x', '-C', folder], { input: unpacked(file) });
  rmSync(packed, { recursive: true });
  const cache = join(folder, 'fonts-cache');
  mkdirSync(cache);
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
  );
}
