/**
 * The two fonts of printed pages (PDF). The printing library reads TrueType outlines only, so they come from the static
 * files of Noto Sans JP. Left out is what shares its glyph with an ordinary character of a higher number, because text
 * copied from a PDF becomes the first: radicals (⽉ for 月), ‧ for ・, 〜 for ～. The page prints the ordinary ones instead.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/@expo-google-fonts/noto-sans-jp');
const fonts = {
  'NotoSansJP-Regular.ttf': '400Regular/NotoSansJP_400Regular.ttf',
  'NotoSansJP-Bold.ttf': '700Bold/NotoSansJP_700Bold.ttf',
};

const radical = (code) => code >= 0x2e80 && code <= 0x2fdf;
const hangul = (code) => code >= 0x3131 && code <= 0x3163;
const twins = new Set([0x02bb, 0x2003, 0x2012, 0x2027, 0x2035, 0x2215, 0x2329, 0x232a, 0x301c]);

function* characters() {
  for (let code = 0x20; code <= 0x2ffff; code++) {
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (!surrogate && !radical(code) && !hangul(code) && !twins.has(code)) yield String.fromCodePoint(code);
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
