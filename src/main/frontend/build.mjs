/**
 * Builds the pages' script, style and fonts: `node build.mjs [folder]`; the fonts of printed pages go into `print` beside it.
 * Does nothing when neither the sources nor the locked packages changed since the last build into that folder.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printFonts, printFontsThere } from './print-fonts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, '../../../target/frontend'));
const printed = join(dirname(out), 'print');
const stampFile = join(dirname(out), 'frontend.stamp');
const installedFile = join(here, 'node_modules', '.installed');
const notInputs = new Set(['node_modules', 'dist', 'tests']);

function inputs(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notInputs.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? inputs(path) : [path];
    })
    .sort();
}

function hash(files) {
  const digest = createHash('sha256');
  for (const file of files) digest.update(relative(here, file)).update('\0').update(readFileSync(file)).update('\0');
  return digest.digest('hex');
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function installPackages() {
  const locked = hash([join(here, 'package.json'), join(here, 'package-lock.json')]);
  if (read(installedFile) === locked) return;
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
  if (done.status !== 0) {
    console.error('npm ci failed: the pages cannot be built. Is Node 20.19 or newer installed, and the npm registry reachable?');
    process.exit(1);
  }
  writeFileSync(installedFile, locked);
}

const stamp = hash(inputs(here));
if (read(stampFile) === stamp && existsSync(join(out, 'assets/app.js')) && printFontsThere(printed)) process.exit(0);

installPackages();
const { build } = await import('vite');
await build({ root: here, configFile: join(here, 'vite.config.mjs'), build: { outDir: out } });
await printFonts(printed);
mkdirSync(dirname(stampFile), { recursive: true });
writeFileSync(stampFile, stamp);
