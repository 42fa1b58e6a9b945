// Who may import whom. Each comment is the sentence a developer reads when the arrow is wrong.
// TypeScript 7 has no JavaScript API; with any other parser this tool reads no modules and reports success.
const ground = 'engine|platform|embedded|reading|typed';
const feature = `^services/(?!${ground})([^/]+)/`;

/** Of a feature, or of a part of it that has rooms of its own. */
const answersFiles = ['^services/[^/]+/answers\\.ts$', '^services/[^/]+/[^/]+/answers\\.ts$'];

/** The ground of the web application: what every view stands on. */
const webGround = 'api|bpmn|forms|i18n|office|shell|style|ui';

const rule = (name, comment, from, to, more = {}) => ({ name, comment, severity: 'error', from, to, ...more });

export default {
  forbidden: [
    rule(
      'feature-by-its-index',
      'A feature may use another feature only through its index.ts; what it answers stands in its answers.ts, and the office’s fixed words are everybody’s.',
      { path: feature },
      {
        path: feature,
        pathNot: ['^services/$1/', '^services/[^/]+/index\\.ts$', ...answersFiles, '^services/office/(purposes|right-names|homes)\\.ts$'],
      },
    ),
    rule(
      'answers-stand-alone',
      'An answers.ts is read by the web application, too: it imports only other answers, their builder, the types of forms and fields, and the office’s fixed words.',
      { path: answersFiles },
      {
        path: '.',
        pathNot: [
          ...answersFiles,
          '^services/forms/index\\.ts$',
          '^services/platform/shape\\.ts$',
          '^services/reading/read-form-fields\\.ts$',
          '^services/office/(purposes|right-names|homes)\\.ts$',
        ],
      },
    ),
    rule(
      'features-without-cycles',
      'Two features must not need each other; move what both need to the one that is asked, or to a third.',
      { path: '^services/[^/]+$' },
      { path: '^services/[^/]+$', circular: true },
      { scope: 'folder' },
    ),
    rule(
      'parts-without-cycles',
      'Two parts of a feature must not need each other; move what both need to one of them, or beside them.',
      { path: '^services/[^/]+/[^/]+$' },
      { path: '^services/[^/]+/[^/]+$', circular: true },
      { scope: 'folder' },
    ),
    rule(
      'no-cycles',
      'Two files must not import each other, not even by way of others; only their types may.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'ground-knows-no-feature',
      'Engine and platform know no word of the office: they import no feature.',
      { path: '^services/(engine|platform)/' },
      { path: `^services/(?!engine|platform|reading|typed)[^/]+/` },
    ),
    rule(
      'typed-runs-anywhere',
      'services/typed says what a person meant by what they typed, in browsers and services alike: it imports nothing.',
      { path: '^services/typed/' },
      { path: '.', pathNot: '^services/typed/' },
    ),
    rule(
      'reading-stands-alone',
      'services/reading says what stands in a drawing, a table or a form; it knows the form engine, and neither process engine nor office.',
      { path: '^services/reading/' },
      { path: '^(services|db)/', pathNot: '^services/(reading|forms)/' },
    ),
    rule(
      'office-is-ground',
      'services/office holds the lists of the office; whoever knows a code asks it, and it knows no feature.',
      { path: '^services/office/' },
      { path: '^(services|db)/', pathNot: '^services/(office|platform|reading|typed)/' },
    ),
    rule(
      'engine-by-its-doors',
      'The engine has four doors: index.ts, records/, releases/ and outbox/; beside them the contracts of a feature’s own rooms.',
      { path: '^services/', pathNot: '^services/engine/' },
      {
        path: '^services/engine/',
        pathNot: '^services/engine/((records/|releases/|outbox/)?index|contracts|define-(worker|command|projection))\\.ts$',
      },
    ),
    rule('platform-below-engine', 'The platform knows no engine.', { path: '^services/platform/' }, { path: '^services/engine/' }),
    rule(
      'embedded-by-its-index',
      'The embedded default is entered through its index.ts: starter.ts starts it, the demo routes move its clock. The fault alone is for all.',
      { path: '^services/(?!embedded)' },
      { path: '^services/embedded/', pathNot: '^services/embedded/(index|set-up-fault)\\.ts$' },
    ),
    rule(
      'embedded-below-features',
      'The embedded default brings up programs; it knows the platform and nothing of the office.',
      { path: '^services/embedded/' },
      { path: `^services/(?!platform|embedded)` },
    ),
    rule(
      'one-door-to-zeebe',
      'Only services/engine speaks with Zeebe (and its own tests, and the benchmark beside it).',
      { path: '.', pathNot: ['^services/engine/', '^tests/[^/]+/engine/', '^tests/bench/', 'node_modules'] },
      { path: 'node_modules/(zeebe-node|@grpc/)' },
    ),
    rule(
      'sql-in-the-store',
      'Only store files and db/ know knex; a use case asks its store.',
      { path: '^(services|web)/', pathNot: '[/-]store\\.ts$' },
      { path: 'node_modules/knex' },
    ),
    rule('db-stands-alone', 'db/ imports no service.', { path: '^db/' }, { path: '^services/' }),
    rule(
      'web-takes-types',
      'The web application takes only types from the services, and what both sides must do alike: the form engine and the readers of what is typed (docs/adr/0002).',
      { path: '^web/' },
      { path: '^services/', pathNot: '^services/(forms|typed)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'web-takes-answers',
      'What the web application takes from a feature is the type of an answer, from its answers.ts, or of the office’s rows and rights: any other file brings the database into its program.',
      { path: '^web/' },
      {
        path: '^services/',
        pathNot: ['^services/(forms|typed)/', ...answersFiles, '^services/office/(rows|purposes|right-names|homes)\\.ts$'],
      },
    ),
    rule(
      'web-ground-knows-no-view',
      'The ground of the web application (the frame included) imports no view; a view puts itself into a slot, and app.tsx or pages/ hands it over.',
      { path: `^web/src/(?:${webGround})/|^web/src/paths\\.ts$` },
      { path: '^web/src/', pathNot: `^web/src/(?:${webGround})/|^web/src/paths\\.ts$` },
    ),
    rule(
      'words-stay-home',
      'The words of a view are its own: take a part or a hook of that folder that says them; only the names of the office, the frame’s and those of the parts in ui/ are everybody’s.',
      { path: '^web/src/([^/]+)/' },
      { path: '^web/src/.+[/-]words(?:\\.de|\\.en)?\\.ts$', pathNot: '^web/src/(?:$1|office|shell|ui)/' },
    ),
    rule(
      'words-by-their-hook',
      'A view asks the hook in words.ts, which knows the language; only types come from a dictionary itself.',
      { path: '^web/src/', pathNot: 'words\\.ts$' },
      { path: '^web/src/.+[/-]words\\.(?:de|en)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'views-without-cycles',
      'Two folders of the web application must not need each other; move what both need to ui/ or api/, or hand one to the other as a slot (pages/).',
      { path: '^web/src/' },
      { path: '^web/src/', circular: true },
      { scope: 'folder' },
    ),
    rule(
      'forms-run-anywhere',
      'services/forms runs in browsers too: it imports nothing but feelin, the readers of what is typed and its own files.',
      { path: '^services/forms/' },
      { path: '.', pathNot: ['^services/(forms|typed)/', 'node_modules/feelin/'] },
    ),
    rule('services-know-no-web', 'A service imports nothing of the web application.', { path: '^(services|db)/' }, { path: '^web/' }),
    rule(
      'canvas-has-one-door',
      'Only web/src/bpmn and web/src/forms import the bpmn.io viewers and editors.',
      { path: '^(web|services)/', pathNot: '^web/src/(bpmn|forms)/' },
      { path: 'node_modules/(bpmn-js|dmn-js|@bpmn-io/form-js)' },
    ),
    rule(
      'processes-hold-no-code',
      'processes/ holds models, decisions, forms and letters; it imports nothing.',
      { path: '^processes/' },
      { path: '.' },
    ),
    rule('no-tests-in-production', 'What runs in production imports no test.', { path: '^(services|db|web)/' }, { path: '^tests/' }),
    rule(
      'no-dev-package-in-production',
      'What runs in production imports no development package.',
      { path: '^(services|db)/' },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    ),
    rule('everything-resolves', 'An import must lead to a file or to a package of package.json.', {}, { couldNotResolve: true }),
    rule(
      'declared-packages-only',
      'A package must stand in package.json itself, not come along with another.',
      { path: '^(services|db|web|tests|\\.config)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.data|\\.test|web/dist)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css', '.svg'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
