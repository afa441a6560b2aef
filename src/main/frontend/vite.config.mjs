import { defineConfig } from 'vite';

const here = (path) => new URL(path, import.meta.url).pathname;

/** What the table editor says in English without asking for a translation. */
const englishParts = [
  { file: 'decision-table/lib/features/context-menu/ContextMenu.js', from: '"Decision table context menu"', to: '"決定表のメニュー"' },
  { file: 'dmn-js-shared/lib/components/List.js', from: '"title": "Remove item"', to: '"title": "消す"' },
  { file: 'decision-table/lib/features/drag-and-drop/DragAndDrop.js', from: "`Move ${isInput(col) ? 'Input' : 'Output'}`", to: "isInput(col) ? '条件の列を動かす' : '結果の列を動かす'" },
  { file: 'type-ref/components/TypeRefCellContextMenu.js', from: '"value": typeRef', to: '"value": typeRef, "noInput": true' },
  { file: 'decision-table-head/components/DecisionTableHead.js', from: 'inputValues.text || inputExpression.typeRef', to: 'inputValues.text || translate(inputExpression.typeRef)' },
  { file: 'decision-table-head/components/DecisionTableHead.js', from: 'outputValues.text || typeRef', to: 'outputValues.text || translate(typeRef)' },
];

/**
 * Parts of the editors' libraries that are changed for: markup with style attributes, which the content security policy
 * forbids, and the text editor of table cells, which speaks English.
 */
const ownParts = {
  name: 'own-parts',
  enforce: 'pre',
  resolveId(source, importer = '') {
    if (source === 'domify') return here('studio/domify.mjs');
    const cell = /[\\/]dmn-js-shared[\\/]/.test(importer) && (source === '@bpmn-io/feel-editor' || source === '@codemirror/view');
    return cell ? here('studio/feel-cell.mjs') : null;
  },
  transform(code, id) {
    const changes = englishParts.filter(({ file }) => id.replaceAll('\\', '/').endsWith(file));
    if (changes.length === 0) return null;
    return changes.reduce((text, { file, from, to }) => {
      if (!text.includes(from)) throw new Error(`${file} is not what it was: look again whether it still speaks English`);
      return text.replace(from, to);
    }, code);
  },
};

/** Stable names for what pages link (app.js, app.css); hashed names for what those load themselves. */
export default defineConfig({
  base: './',
  clearScreen: false,
  logLevel: 'warn',
  plugins: [ownParts],
  build: {
    target: 'es2022',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      checks: { eval: false }, // htmx has one, which allowEval=false and the content security policy keep shut
      input: { app: new URL('app.js', import.meta.url).pathname },
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/chunks/[name]-[hash].js',
        assetFileNames: ({ names }) => {
          const name = names[0] ?? '';
          if (name === 'app.css') return 'assets/app.css';
          return name.endsWith('.woff2') ? 'assets/fonts/[name][extname]' : 'assets/chunks/[name]-[hash][extname]';
        },
      },
    },
  },
});
