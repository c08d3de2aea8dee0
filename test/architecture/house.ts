import type { IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Who may import whom; a package that stands nowhere here may import nobody.
 *
 * @source design.md "The house at a glance"
 */
export const house: { readonly [name: string]: ReadonlyArray<string> } = {
  kernel: [],
  sales: ['kernel'],
  projections: ['kernel', 'sales'],
  engine: ['kernel'],
  'store-sqlite': ['kernel', 'engine'],
  testing: ['kernel', 'sales', 'engine'],
  millrace: ['kernel', 'sales', 'projections', 'engine'],
  cli: ['kernel', 'sales', 'projections', 'engine', 'store-sqlite', 'millrace'],
};

/** Packages without clock, chance or input and output. @source design.md decision 6 */
export const pure: ReadonlyArray<string> = ['kernel', 'sales', 'projections'];

/** What the pure packages may use of others' work. @source trust.md REL-15 */
const pureLibraries: ReadonlyArray<string> = ['dinero.js', 'fp-ts', 'immer', 'io-ts', 'temporal-polyfill', 'uuid'];

const anyOf = (names: ReadonlyArray<string>): string => `(${names.join('|')})`;
const INDEX = '/src/index\\.ts$';

/** One rule a package: it sees itself and what stands under it. */
const direction: ReadonlyArray<IForbiddenRuleType> = Object.entries(house).map(([name, below]) => ({
  name: `${name} sees only what is under it`,
  severity: 'error',
  from: { path: `^packages/${name}/src/` },
  to: { path: '^packages/', pathNot: `^packages/${anyOf([name, ...below])}/` },
}));

/** The import order of one module's folder. @source style.md "One domain module" */
const moduleOrder: ReadonlyArray<IForbiddenRuleType> = [
  { file: 'events', later: ['evolve[^/]*', 'refusals', 'commands', 'policy[^/]*', 'decide[^/]*', 'index'] },
  { file: 'evolve[^/]*', later: ['refusals', 'commands', 'policy[^/]*', 'decide[^/]*', 'index'] },
  { file: 'policy[^/]*', later: ['decide[^/]*', 'index'] },
  { file: 'decide[^/]*', later: ['index'] },
].map(({ file, later }) => ({
  name: `${file.replace('[^/]*', '')} imports what comes before it`,
  severity: 'error',
  from: { path: `^packages/sales/src/([^/]+)/${file}\\.ts$` },
  to: { path: `^packages/sales/src/$1/${anyOf(later)}\\.ts$` },
}));

/** Everything that no import may do. */
export const rules: ReadonlyArray<IForbiddenRuleType> = [
  ...direction,
  ...moduleOrder,
  { name: 'no cycle', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'a package is imported by its name',
    severity: 'error',
    from: { path: '^packages/([^/]+)/' },
    to: { path: '^packages/', pathNot: ['^packages/$1/', INDEX] },
  },
  {
    name: 'tests that cross packages, and examples, see what everybody sees',
    severity: 'error',
    from: { path: '^(test|examples)/' },
    to: { path: '^packages/', pathNot: INDEX },
  },
  {
    name: 'nothing published imports a test or an example',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/' },
    to: { path: '^(packages/[^/]+/test|test|examples)/' },
  },
  {
    // Modules read each other's streams: what one tells the others stands in its `readable`.
    name: 'a module or view is seen through its index or what is readable of it',
    severity: 'error',
    from: { path: '^packages/(sales|projections)/src/([^/]+)/' },
    to: {
      path: '^packages/(sales|projections)/src/[^/]+/',
      pathNot: ['^packages/$1/src/$2/', '^packages/(sales|projections)/src/[^/]+/(index|readable)\\.ts$'],
    },
  },
  {
    name: 'the pure packages import nothing of Node',
    severity: 'error',
    from: { path: `^packages/${anyOf(pure)}/src/` },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'the pure packages use few libraries',
    severity: 'error',
    from: { path: `^packages/${anyOf(pure)}/src/` },
    to: { path: 'node_modules/', pathNot: `node_modules/${anyOf(pureLibraries)}/` },
  },
  {
    name: 'what is imported is declared',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
  },
  { name: 'what is imported exists', severity: 'error', from: {}, to: { couldNotResolve: true } },
];
