/**
 * The two fonts of printed pages (PDF). The printing library reads TrueType outlines only, so they come from the static
 * files of Noto Sans JP. The block of radicals (U+2E80–2FDF) is left out: its characters share their glyphs with
 * ordinary ones, and 月 copied from a PDF would become ⽉.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/@expo-google-fonts/noto-sans-jp');
const fonts = {
  'NotoSansJP-Regular.ttf': '400Regular/NotoSansJP_400Regular.ttf',
  'NotoSansJP-Bold.ttf': '700Bold/NotoSansJP_700Bold.ttf',
};

function* characters() {
  for (let code = 0x20; code <= 0x2ffff; code++) {
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    const radical = code >= 0x2e80 && code <= 0x2fdf;
    if (!surrogate && !radical) yield String.fromCodePoint(code);
  }
}

export const printFontsThere = (folder) => Object.keys(fonts).every((name) => existsSync(join(folder, name)));

export async function printFonts(folder) {
  const { default: subset } = await import('subset-font');
  const text = [...characters()].join('');
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(fonts)) {
    const font = await subset(readFileSync(join(packages, source)), text, { targetFormat: 'truetype' });
    writeFileSync(join(folder, name), font);
  }
}
