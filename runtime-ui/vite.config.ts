// Builds dist/, which the engine serves at "/". Every route is a chunk of its own; nothing is inlined as a data: script, no source maps.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page starts with is one file, instead of thirty that wait for each other.
          groups: [{ name: 'start', tags: ['$initial'] }],
        },
      },
    },
  },
});
