/**
 * Installs the browser stories' driver: `node install.mjs [folder]`. The folder gets the two entries that Playwright for Java
 * looks for: `package` (playwright-core) and `node` (the Node.js that runs this). Returns at once when nothing changed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, '../../../target/playwright'));
const modules = join(here, 'node_modules');
const stampFile = join(modules, '.installed');

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const locked = read(join(here, 'package-lock.json'));

if (read(stampFile) !== locked) {
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
  if (done.status !== 0) {
    console.error('npm ci failed: the browser stories cannot run. Is the npm registry reachable?');
    process.exit(1);
  }
  writeFileSync(stampFile, locked);
}

function link(name, target) {
  const place = join(out, name);
  rmSync(place, { force: true, recursive: false });
  symlinkSync(target, place);
}

mkdirSync(out, { recursive: true });
link('package', join(modules, 'playwright-core'));
link('node', process.execPath);
