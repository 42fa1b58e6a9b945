import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Pages the server writes link these by name. */
const linkedByName = ['portal.css', 'icon.svg'];

/**
 * The form editor brings a Preact of its own (its drag and drop needs that one); the viewer inside it would take ours, and with two of them in one
 * page nothing shows. So both get the editor's.
 */
const formEditorsPreact = (): Plugin => {
  const editor = createRequire(import.meta.url).resolve('@bpmn-io/form-js-editor');
  return {
    name: 'form-editors-preact',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !/^preact(\/|$)/.test(source) || !/@bpmn-io\/form-js-(viewer|editor)\//.test(importer)) return null;
      return this.resolve(source, editor, { skipSelf: true });
    },
  };
};

/**
 * The expression editor writes its rules into a style element, which our content security policy refuses. It knows a way without one, style sheets
 * made by script, but takes it only inside shadow roots; every browser we support has it for documents, too.
 */
const styleSheetsByScript = (): Plugin => ({
  name: 'style-sheets-by-script',
  transform(code, id) {
    if (!/node_modules\/style-mod\//.test(id)) return null;
    const condition = '!root.head && root.adoptedStyleSheets';
    if (!code.includes(condition)) throw new Error('style-mod decides otherwise now: look at how it mounts its styles.');
    return { code: code.replace(condition, 'root.adoptedStyleSheets'), map: null };
  },
});

/**
 * Chunks are left to the bundler: every view is loaded lazily, and groups made by hand pulled shared code into the entry.
 * All files but those linked by name carry a hash and may be kept for ever.
 */
export default defineConfig({
  root: here('.'),
  plugins: [formEditorsPreact(), styleSheetsByScript(), preact({ prefreshEnabled: false })],
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
