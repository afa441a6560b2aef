import { defineConfig } from 'vite';

/** Stable names for what pages link (app.js, app.css); hashed names for what those load themselves. */
export default defineConfig({
  base: './',
  clearScreen: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
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
