import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Pages the server writes link these by name. */
const linkedByName = ['portal.css', 'icon.svg'];

/**
 * Chunks are left to the bundler: every view is loaded lazily, and groups made by hand pulled shared code into the entry.
 * All files but those linked by name carry a hash and may be kept for ever.
 */
export default defineConfig({
  root: here('.'),
  plugins: [preact({ prefreshEnabled: false })],
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // The content security policy allows no data: URL for scripts or styles.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { index: here('index.html'), portal: here('portal.css') },
      output: {
        assetFileNames: ({ names }) =>
          names.some((name) => linkedByName.includes(name)) ? 'assets/[name][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/auth', '/mein', '/briefe', '/openapi.json'].map((path) => [path, 'http://localhost:3000'])),
  },
});
