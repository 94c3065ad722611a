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

module.exports = {
  forbidden: [
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
