/**
 * Imports point down only: core <- everything; main and backend meet only in core and in how files are read and written; renderer uses core and itself.
 * Type-only and dynamic imports count too (`tsPreCompilationDeps`).
 */
const rooms = [
  'core',
  'electron/main',
  'electron/backend',
  'electron/files',
  'electron/preload',
  'electron/runtime',
  'electron/packaging',
  'electron/cli',
  'renderer',
  'assets',
  'e2e',
];
const anyRoom = `^(${rooms.join('|')})/`;

/** A room may import itself, what it is allowed, and packages; nothing else of ours. */
const room = (name, allowed) => ({
  name: `${name.replace('/', '-')}-imports`,
  severity: 'error',
  from: { path: `^${name}/` },
  to: { path: anyRoom, pathNot: `^(${[name, ...allowed].join('|')})[/.]` },
});

/**
 * The folders of the backend, from the lowest up: each imports only those before it, so no folder can stand in a circle. The
 * engines (`store/kysely`, `store/sqlite`, `store/postgres`) stand beside this row and are known by the upkeep and by the program that is composed.
 */
const subjects = [
  'playbooks',
  'settings',
  'search',
  'tickets',
  'records',
  'undo',
  'demo',
  'transfer',
  'upkeep',
  'privacy',
];
const backendFolders = ['store/ports', 'work', ...subjects, 'dispatch'];
const test = '[.]test[.]tsx?$';

const backendOrder = backendFolders.slice(0, -1).map((folder, index) => ({
  name: `${folder.replace('/', '-')}-below-others`,
  comment: 'An arrow up would be the first half of a circle of folders.',
  severity: 'error',
  from: { path: `^electron/backend/${folder}/`, pathNot: test },
  to: { path: `^electron/backend/(${backendFolders.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...backendOrder,
    {
      name: 'subject-through-its-index',
      comment:
        'A subject of the backend is entered through its index.ts only; the test kit and the tools look inside.',
      severity: 'error',
      from: { path: '^electron/backend/(?!testing/|tools/)([^/]+)', pathNot: test },
      to: {
        path: `^electron/backend/(${subjects.join('|')})/`,
        pathNot: ['^electron/backend/$1/', '^electron/backend/[^/]+/index[.]ts$'],
      },
    },
    {
      name: 'store-knows-no-subject',
      severity: 'error',
      from: { path: '^electron/backend/store/', pathNot: test },
      to: { path: '^electron/backend/', pathNot: '^electron/backend/store/' },
    },
    {
      name: 'engine-known-by-few',
      comment: 'Services know the ports; another engine must be able to stand behind them.',
      severity: 'error',
      from: {
        path: `^electron/backend/(store/ports|work|${subjects.filter((name) => name !== 'upkeep').join('|')}|dispatch)/`,
        pathNot: test,
      },
      to: { path: '^electron/backend/store/(kysely|sqlite|postgres)/' },
    },
    {
      name: 'test-kit-in-tests-only',
      severity: 'error',
      from: { path: '^electron/backend/', pathNot: [test, '^electron/backend/(testing|tools)/'] },
      to: { path: '^electron/backend/(testing|tools)/' },
    },
    {
      name: 'window-test-kit-in-tests-only',
      severity: 'error',
      from: { path: '^renderer/', pathNot: [test, '^renderer/testing/'] },
      to: { path: '^renderer/testing/' },
    },
    room('core', []),
    room('electron/preload', ['core/contract/transport']),
    room('electron/files', ['core']),
    room('electron/main', ['core', 'assets', 'electron/files']),
    room('electron/backend', ['core', 'assets', 'electron/files']),
    room('electron/runtime', ['core']),
    room('electron/packaging', ['core', 'electron/runtime']),
    room('electron/cli', ['core', 'assets']),
    room('renderer', ['core', 'assets']),
    // The stories open the database as the backend does, and read pictures as the command line does.
    room('e2e', [
      'core',
      'electron/runtime',
      'electron/packaging',
      'electron/cli',
      'electron/backend',
      'assets',
    ]),
    {
      name: 'preload-imports-the-transport-type-only',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { path: '^core/', pathNot: '^core/contract/transport[.]ts$' },
    },
    {
      name: 'core-is-pure',
      comment: 'No Electron, Node, React or database in core.',
      severity: 'error',
      from: { path: '^core/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-packages',
      severity: 'error',
      from: { path: '^core/', pathNot: '[.]test[.]ts$' },
      to: {
        path: 'node_modules',
        pathNot: 'node_modules/(zod|zxing-wasm|@zxing/library|uqr|@noble/hashes|libphonenumber-js)/',
      },
    },
    {
      name: 'backend-has-no-electron',
      severity: 'error',
      from: { path: '^electron/(backend|files)/' },
      to: { path: 'node_modules/electron' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '[.]test[.]tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'feature-through-its-index',
      comment: 'A feature imports another feature through its index.ts only.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: {
        path: '^renderer/features/([^/]+)/',
        pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/index[.]tsx?$'],
      },
    },
    {
      name: 'rooms-below-features',
      comment: 'ui, lib, api and reader know no feature.',
      severity: 'error',
      from: { path: '^renderer/(ui|lib|api|reader)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: "The bundler's `?url` imports are resolved, and checked, by the build.",
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?]url$' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports is dead, unless it is an entry or a test.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '[.]test[.]tsx?$',
          '[.]d[.]ts$',
          '[.]json$',
          '^electron/(main|backend|preload)/index[.]ts$',
          '^electron/backend/probe[.]ts$',
          '^electron/(runtime|packaging|cli)/',
          '^e2e/',
          'config[.]ts$',
        ],
      },
      to: {},
    },
    {
      name: 'every-file-has-a-room',
      severity: 'error',
      from: {
        path: '.',
        pathNot: [anyRoom, '^node_modules/', '^[^/]+[.]config[.]ts$', '^[.]dependency-cruiser[.]cjs$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
