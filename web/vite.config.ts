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

const replaced = (code: string, before: string, after: string, where: string): { code: string; map: null } => {
  if (!code.includes(before)) throw new Error(`${where} is written otherwise now: look at what it does with styles.`);
  return { code: code.replace(before, after), map: null };
};

/** Markup is parsed without its style attributes; they are set on the elements by script afterwards. */
const domifyByScript = `
export default function domify(markup, document) {
  if (typeof markup !== 'string') return parseMarkup(markup, document);
  const made = parseMarkup(markup.replace(/\\sstyle=(?=["'])/g, ' data-style='), document);
  const inside = made.querySelectorAll ? [...made.querySelectorAll('[data-style]')] : [];
  for (const element of [made, ...inside]) {
    const style = element.getAttribute?.('data-style');
    if (style == null) continue;
    element.style.cssText = style;
    element.removeAttribute('data-style');
  }
  return made;
}
`;

/**
 * Our content security policy refuses styles written into the page, as elements or attributes; those set by script it allows. The editors' libraries
 * know both ways, and here they are made to take the second. The policy stays as it is, on their pages, too.
 */
const stylesByScript = (): Plugin => ({
  name: 'styles-by-script',
  transform(code, id) {
    // The expression editor: sheets made by script, which it uses by itself only inside shadow roots.
    if (/node_modules\/style-mod\//.test(id))
      return replaced(code, '!root.head && root.adoptedStyleSheets', 'root.adoptedStyleSheets', 'style-mod');
    if (/node_modules\/domify\//.test(id))
      return replaced(`${code}${domifyByScript}`, 'export default function domify(', 'function parseMarkup(', 'domify');
    // Icons as text: for SVG the same can be said by attributes of its own.
    if (/(?:align|distribute)-elements\/\w+Icons\.js/.test(id))
      return {
        code: code.replaceAll(/style="([^"]*)"/g, (_, style: string) => style.replaceAll(/([\w-]+):([^;]+);?/g, '$1="$2" ')),
        map: null,
      };
    return null;
  },
});

/**
 * The editors take many more parts of the drawing library than the viewer does. Shared, those parts would lie in one chunk with what the viewer needs, and
 * everybody who looks at a diagram would load them; so the editors have the library for themselves.
 */
const editorsOwnLibrary = (): Plugin => ({
  name: 'editors-own-library',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer || !/\/web\/src\/bpmn\/(?:modeler|decision)\/|\?editor$/.test(importer)) return null;
    const found = await this.resolve(source, importer.replace(/\?editor$/, ''), { skipSelf: true });
    if (!found || found.external || !/\/node_modules\/.*\.m?js$/.test(found.id) || /\/node_modules\/@?preact/.test(found.id)) return null;
    return { ...found, id: `${found.id}?editor` };
  },
});

/** What of the office's lists no screen shows: it stays with the services. */
const notShown: Record<string, readonly string[]> = {
  anliegen: ['portal', 'aufAntrag', 'ruecknahme', 'onlineAntrag', 'verlaengerung', 'grundlage'],
  behoerden: ['satz'],
  bescheide: ['schreiben', 'gezeichnet', 'zustellung', 'rechtsbehelf', 'kannBelasten', 'widerspruch'],
  fristen: ['verlauf', 'portal'],
  leistungen: ['imBrief', 'wieAbgelehnte'],
  unterlagen: ['imBrief', 'portal', 'hinweisImPortal', 'noetig'],
};

/** The office's lists without those fields; rows and names of fields stay as they are in the files. */
const officeForScreens = (): Plugin => ({
  name: 'office-for-screens',
  enforce: 'pre',
  transform(code, id) {
    const list = /\/processes\/amt\/(\w+)\.json$/.exec(id)?.[1];
    const without = (list && notShown[list]) || [];
    return without.length === 0
      ? null
      : { code: JSON.stringify(JSON.parse(code, (key, value: unknown) => (without.includes(key) ? undefined : value))), map: null };
  },
});

/** The scripts of the first page, whichever that is: the entry, and what it imports at once. */
const firstScripts = new Set<string>();

/** A view that is fetched later lists what it needs, so that all of it is asked for at once; what is there already need not be listed with each of them. */
const listWhatIsMissing = (): Plugin => ({
  name: 'list-what-is-missing',
  generateBundle: {
    order: 'pre',
    handler(_options, bundle) {
      const walk = (file: string): void => {
        const chunk = bundle[file];
        if (firstScripts.has(file) || chunk?.type !== 'chunk') return;
        firstScripts.add(file);
        for (const each of chunk.imports) walk(each);
      };
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === 'index') walk(chunk.fileName);
    },
  },
});

/**
 * Chunks are left to the bundler: every view is loaded lazily, and groups made by hand pulled shared code into the entry. But the small parts that every
 * view is built from are one file, not one each, and bring nothing with them; so are the pages of the rules, whose list names them all.
 * All files but those linked by name carry a hash and may be kept for ever.
 */
export default defineConfig({
  root: here('.'),
  plugins: [
    formEditorsPreact(),
    editorsOwnLibrary(),
    stylesByScript(),
    officeForScreens(),
    listWhatIsMissing(),
    preact({ prefreshEnabled: false }),
  ],
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // The first that know light-dark(): rewritten for older ones, what stays light inside a dark page would be dark.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: {
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'js' ? needed.filter((each) => !firstScripts.has(each)) : needed),
    },
    // The content security policy allows no data: URL for scripts or styles.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { index: here('index.html'), portal: here('portal.css') },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'parts', test: /\/web\/src\/ui\/(?:card|data-table|field|lines|notice|page)\.tsx$/ },
            { name: 'rule-pages', test: /\/check\/rules\/pages\/[\w-]+\.md/ },
          ],
        },
        assetFileNames: ({ names }) =>
          names.some((name) => linkedByName.includes(name)) ? 'assets/[name][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/auth', '/mein', '/briefe', '/openapi.json'].map((path) => [path, 'http://localhost:3000'])),
  },
});
