/**
 * The borders of the house, each with its reason. The picture:
 *
 *   cli → commands → pipeline → { readers · parse · rules · engine · store · reporters } → domain
 *
 * with messages and errors for all but domain. Only commands/, pipeline/ (what commands/ and index.ts share) and index.ts know two stages.
 * src/library/ is what index.ts offers to programs: a second shell, which settles with the readers of commands/ and runs the same pipeline.
 * A border that is in the way is changed here, with a new reason, or not crossed.
 */

const STAGES = 'readers|parse|rules|engine|store|reporters';

/** Outside packages and the only places that may know them. */
const HOMES = [
  ['csv-parse', '^src/readers/', 'what a CSV means is decided in one place'],
  ['iconv-lite', '^src/readers/', 'inside, text is text; only readers meet encodings'],
  ['yauzl', '^src/readers/', 'only readers open a workbook'],
  ['saxes', '^src/readers/', 'only readers meet XML that others wrote'],
  ['better-sqlite3', '^src/store/', 'the rest knows a store, not a database; the library stays free of native code'],
  ['exceljs', '^src/reporters/', 'it writes workbooks; reading with it hangs on damaged files'],
  ['preact', '^src/(reporters|commands/serve)/', 'only the HTML report and the local page have elements'],
  [
    'preact-render-to-string',
    '^src/(reporters|commands/serve)/',
    'only the HTML report and the local page have elements',
  ],
  ['commander', '^src/commands/', 'arguments end where the work begins'],
  ['hono', '^src/commands/serve/', 'only the local page answers requests'],
  ['@hono/node-server', '^src/commands/serve/', 'only the local page answers requests'],
  ['open', '^src/commands/serve/', 'only the local page is shown in a browser'],
  ['leven', '^src/nearest\\.ts$', 'only what people type has a nearest known name'],
  [
    'zod',
    '^src/(rules/|parse/|commands/|reporters/|policies\\.ts$)',
    'shapes are checked where data enters or is promised; inside it has a type',
    { alsoTypes: '^src/(domain/|messages/|library/|shape-faults\\.ts$)' },
  ],
  ['date-fns', '^src/commands/', 'a day is an integer inside; only the clock of the machine has another calendar'],
];

const homes = HOMES.map(([name, home, comment, { alsoTypes } = {}]) => ({
  name: `home-of-${name}`,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: alsoTypes ? [home, alsoTypes] : home },
  to: { path: `(^|/)node_modules/${name}/` },
}));

const typeOnlyHomes = HOMES.filter(([, , , options]) => options?.alsoTypes).map(([name, , comment, options]) => ({
  name: `home-of-${name}-types`,
  comment: `${comment}: here only the types of ${name}`,
  severity: 'error',
  from: { path: options.alsoTypes },
  to: { path: `(^|/)node_modules/${name}/`, dependencyTypesNot: ['type-only'] },
}));

/** What reaches outside the program: disk, clock, processes, network. */
const OUTSIDE =
  '^(node:)?(fs|fs/promises|process|child_process|os|net|tls|dns|dgram|http|https|http2|cluster|worker_threads|' +
  'timers|timers/promises|perf_hooks|readline|readline/promises|repl|tty|inspector|vm|v8|sqlite)$';

module.exports = {
  forbidden: [
    {
      name: 'stages-apart',
      comment: 'A stage can be understood, tested and replaced alone. What two stages share is vocabulary: src/domain.',
      severity: 'error',
      from: { path: `^src/(${STAGES})/` },
      to: { path: `^src/(${STAGES})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'stages-know-no-shell',
      comment: 'Stages are introduced to each other by commands/, pipeline/ and index.ts, and know of none.',
      severity: 'error',
      from: { path: `^src/(${STAGES}|messages)/` },
      to: { path: '^src/(commands/|library/|pipeline/|cli\\.ts$|index\\.ts$|policies\\.ts$)' },
    },
    {
      name: 'stages-meet-in-one-place',
      comment:
        'Whoever knows two stages decides how the program flows; that is read in commands/, pipeline/ and index.ts only.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${STAGES}|messages|commands|pipeline|library)/|^src/index\\.ts$` },
      to: { path: `^src/(${STAGES})/` },
    },
    {
      name: 'pipeline-knows-no-shell',
      comment: 'The main job without disk, clock and database, so that the library can offer it.',
      severity: 'error',
      from: { path: '^src/pipeline/' },
      to: { path: '^src/(commands/|library/|store/|cli\\.ts$|index\\.ts$)' },
    },
    {
      name: 'domain-imports-nothing-of-ours',
      comment: 'The vocabulary is the bottom: everything stands on it, it stands on nothing.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/', pathNot: '^src/domain/' },
    },
    {
      name: 'errors-import-nothing',
      comment: 'An error that the user can fix is known everywhere but in domain, so it may know nothing itself.',
      severity: 'error',
      from: { path: '^src/errors\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'messages-know-only-types',
      comment: 'Sentences are typed by the data of the rules and of parse; at run time words depend on no stage.',
      severity: 'error',
      from: { path: '^src/messages/' },
      to: { path: '^src/(rules|parse)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'messages-know-no-other-stage',
      comment: 'Readers, engine, store and reporters have nothing that needs its own words.',
      severity: 'error',
      from: { path: '^src/messages/' },
      to: { path: '^src/(readers|engine|store|reporters)/' },
    },
    {
      name: 'policies-know-no-stage',
      comment: 'A policy is data with a date; loading it needs the vocabulary and nothing else.',
      severity: 'error',
      from: { path: '^src/policies\\.ts$' },
      to: { path: `^src/(${STAGES}|commands|pipeline|messages)/|^src/(cli|index)\\.ts$` },
    },
    {
      name: 'cli-knows-only-commands',
      comment: 'argv → command → exit code. A stage used from cli.ts would be a command without a name.',
      severity: 'error',
      from: { path: '^src/cli\\.ts$' },
      to: { path: `^src/(${STAGES}|pipeline)/|^src/index\\.ts$` },
    },
    {
      name: 'nothing-imports-cli',
      comment: 'cli.ts runs when it is loaded and is the only file that knows the process.',
      severity: 'error',
      from: { path: '.' },
      to: { path: '^src/cli\\.ts$' },
    },
    {
      name: 'src-imports-no-tests',
      comment: 'What is published does not lean on what is not.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|\\.tools)/' },
    },
    {
      name: 'pure-stages-touch-nothing',
      comment:
        'Bytes come in as chunks and time as data: the same input gives the same bytes, on any machine, in any test.',
      severity: 'error',
      from: { path: '^src/(domain|readers|parse|rules|engine|reporters|messages|pipeline)/' },
      to: { path: OUTSIDE, dependencyTypes: ['core'] },
    },
    {
      name: 'library-touches-no-disk-itself',
      comment:
        'It is for programs that have their own files, clock and terminal; paths it is given are opened where the command line opens them.',
      severity: 'error',
      from: { path: '^src/(index\\.ts$|library/)' },
      to: { path: OUTSIDE, dependencyTypes: ['core'] },
    },
    {
      name: 'library-has-one-door',
      comment: 'What the library promises is what index.ts exports; nobody inside leans on it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(index\\.ts$|library/)' },
      to: { path: '^src/library/' },
    },
    {
      name: 'library-loads-no-native-code',
      comment:
        'validate() must work where better-sqlite3 cannot be built; the store is for the command line. Keys and pseudonyms lie there and need no database.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/store/', pathNot: '^src/store/(key|pseudonyms|hmac-sha256)\\.ts$', reachable: true },
    },
    {
      name: 'digests-where-keys-are',
      comment:
        'Keyed hashes are made by the store and asked of it through domain/pseudonyms.ts, files are hashed as pipeline reads them, commands and ' +
        'the library make ids; of the reporters the HTML report alone hashes its own scripts for the CSP.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/((store|commands|pipeline|library)/|reporters/html\\.tsx$)' },
      to: { path: '^(node:)?crypto$', dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      comment: 'Files in a circle are one file that was cut at the wrong place.',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports is dead, or its import is missing.',
      severity: 'error',
      from: { path: '^src/', orphan: true, pathNot: '^src/((cli|index|errors)\\.ts$|readers/wasm/)' },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that is not there fails on the first machine that is not ours.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'published-needs-are-dependencies',
      comment:
        'Who installs the package gets dependencies, not devDependencies. Type packages are erased and may be either.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional', 'npm-peer'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/@types/',
      },
    },
    {
      name: 'package-without-home',
      comment: 'A new outside package gets a home in this file, with the reason, before it is used.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '(^|/)node_modules/',
        pathNot: `(^|/)node_modules/(@types|${HOMES.map(([name]) => name).join('|')})/`,
      },
    },
    ...homes,
    ...typeOnlyHomes,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    skipAnalysisNotInRules: true,
  },
};
