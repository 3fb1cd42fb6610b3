import { JsonFile, javascript, TextFile, typescript } from 'projen';
import { PROJECT_URL } from './src/package-info/project-url';

const project = new typescript.TypeScriptProject({
  name: 'cdk8s-patterns',
  description:
    'Production patterns for Kubernetes manifests in TypeScript on cdk8s, checked offline as kube-apiserver checks them.',
  authorName: 'cdk8s-patterns contributors',
  license: 'Apache-2.0',
  copyrightOwner: 'cdk8s-patterns contributors',
  keywords: ['cdk8s', 'kubernetes', 'manifests', 'yaml', 'validation', 'openapi'],
  homepage: PROJECT_URL,
  repository: `${PROJECT_URL}.git`,
  bugsUrl: `${PROJECT_URL}/issues`,
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  minNodeVersion: '20.0.0',
  entrypoint: 'lib/index.js',
  entrypointTypes: 'lib/types/index.d.ts',
  typescriptVersion: '~5.9.0',

  // Exact peers in development: the measured behavior in docs holds for these versions.
  peerDeps: ['cdk8s@^2.70.0', 'cdk8s-plus-28@^2.5.0', 'constructs@^10.5.0'],
  peerDependencyOptions: { pinnedDevDependency: false },
  deps: [
    'ajv@^8.20.0',
    'commander@^14.0.3',
    'cronstrue@^3.39.0',
    // Exact: another release may lay out the same graph in another way.
    'elkjs@0.12.1',
    'fastest-levenshtein@^1.0.16',
    'picomatch@^4.0.4',
    're2js@^2.10.0',
    'yaml@^2.9.1',
  ],
  devDeps: [
    '@biomejs/biome@2.6.8',
    '@microsoft/api-extractor@7.60.1',
    '@oxc-project/runtime@0.158.0',
    '@stryker-mutator/core@9.6.1',
    '@stryker-mutator/instrumenter@9.6.1',
    '@stryker-mutator/mocha-runner@9.6.1',
    '@swc/core@1.16.22',
    '@swc/jest@0.2.39',
    '@types/jest@^30.0.0',
    '@types/picomatch@^4.0.2',
    'cdk8s@2.70.106',
    'cdk8s-cli@2.207.60',
    'cdk8s-plus-28@2.5.6',
    'constructs@10.8.1',
    'expect@^30.5.0',
    'fast-check@^4.10.2',
    'jest@^30.5.2',
    'jest-each@^30.5.0',
    'mocha@^11.7.6',
    'playwright-core@1.65.1',
    'rolldown@1.3.2',
    'tsx@4.23.15',
    'typedoc@0.28.20',
    'typedoc-plugin-markdown@4.14.1',
  ],

  // Jest is configured in jest.config.js so that src/ can run without a compile step.
  jest: false,
  eslint: false,
  github: false,
  depsUpgrade: false,
  buildWorkflow: false,
  release: false,
  npmignoreEnabled: false,
  licensed: true,
  sampleCode: false,
  // dist/ belongs to the manifests that the examples compile to, and is committed.
  artifactsDirectory: 'artifacts',
  gitignore: [
    '/lib/',
    '/artifacts/',
    '/.parity/',
    '/.fuzz/',
    '/.stryker-tmp/',
    '/reports/',
    '/docs/api/',
    '.cdk8s-patterns',
    '*.tgz',
    '/coverage/',
    '/.api-report/',
    '/test-reports/',
    '.DS_Store',
    'node_modules/',
  ],
  disableTsconfigDev: true,
  tsconfig: {
    compilerOptions: {
      types: ['node'],
      // Examples import the package by its name; inside the checkout that name means src/.
      paths: {
        'cdk8s-patterns': ['./src/index.ts'],
        'cdk8s-patterns/testing': ['./src/testing/index.ts'],
        'cdk8s-patterns/validation': ['./src/entry-validation.ts'],
      },
      target: 'ES2022',
      lib: ['es2023'],
      module: 'node16',
      moduleResolution: javascript.TypeScriptModuleResolution.NODE16,
      skipLibCheck: false,
      sourceMap: true,
      inlineSourceMap: false,
      declarationMap: true,
      isolatedModules: true,
      exactOptionalPropertyTypes: false,
    },
  },
});

project.gitignore.removePatterns('/dist/');
project.package.addField('files', ['lib']);
project.package.addField('bin', { 'cdk8s-patterns': 'lib/cli.js' });
project.package.addField('exports', {
  '.': { types: './lib/types/index.d.ts', default: './lib/index.js' },
  './testing': { types: './lib/types/testing/index.d.ts', default: './lib/testing.js' },
  './testing/jest': { types: './lib/types/testing/jest.d.ts', default: './lib/testing-jest.js' },
  './validation': { types: './lib/types/entry-validation.d.ts', default: './lib/validation.js' },
  './package.json': './package.json',
});
// Importing the package changes nothing outside of it, but for the matchers that are added to expect.
project.package.addField('sideEffects', ['./lib/testing-jest.js']);
// The same entries for compilers that do not read `exports`: the cdk8s template resolves modules as Node.js 10 did.
project.package.addField('typesVersions', {
  '*': {
    testing: ['lib/types/testing/index.d.ts'],
    'testing/jest': ['lib/types/testing/jest.d.ts'],
    validation: ['lib/types/entry-validation.d.ts'],
  },
});

project.compileTask.reset('tsx scripts/package/build.ts');
project.addTask('api', {
  description: 'Write etc/*.api.md, the reports of the public API, from the compiled package',
  exec: 'tsx scripts/package/api-report.ts',
});
project.testTask.reset('jest --ci', { receiveArgs: true });
project.addTask('typecheck', {
  description: 'Type-check sources, tests, examples and benchmarks together',
  exec: 'tsc --noEmit --project tsconfig.check.json',
});
project.addTask('imports:types', {
  description: 'Write src/kubernetes/generated from imports/',
  exec: 'tsx scripts/generate-types.ts',
});
project.addTask('props:shapes', {
  description: 'Write src/props/generated from the types of the public API',
  exec: 'tsx scripts/prop-shapes/generate.ts',
});
project.addTask('facts:gates', {
  description: 'Write src/facts/generated from pkg/features of the Kubernetes sources',
  exec: 'tsx scripts/import-feature-gates.ts',
  receiveArgs: true,
});
project.addTask('facts:resources', {
  description: 'Write src/facts/generated/resources.ts from api/discovery of the Kubernetes sources',
  exec: 'tsx scripts/import-resources.ts',
  receiveArgs: true,
});
project.addTask('docs', {
  description: 'Write docs/rules, docs/examples and the outputs in the other pages anew',
  exec: 'tsx scripts/write-docs.ts',
});
project.addTask('docs:api', {
  description: 'Write the API reference to docs/api from the docstrings; an export without one is an error',
  exec: 'typedoc',
});
project.addTask('test:package', {
  description: 'Install the packed tarball as a consumer would; synthesize under other versions of Node and locales',
  exec: 'jest --ci --config jest.package.config.js',
  receiveArgs: true,
});
project.addTask('e2e', {
  description: 'Apply dist/ to real API servers, which are built once with Go unless KUBEBUILDER_ASSETS has them',
  exec: 'jest --ci --config jest.e2e.config.js',
  receiveArgs: true,
});
project.addTask('e2e:cluster', {
  description: 'Apply the examples to the cluster of KUBECONFIG and test what they do there; see docs/running.md',
  exec: 'jest --ci --config jest.cluster.config.js',
  receiveArgs: true,
});
project.addTask('parity', {
  description: 'Compare our verdicts with a real API server on mutants of good manifests',
  exec: 'tsx test/parity/run.ts',
  receiveArgs: true,
});
project.addTask('fuzz', {
  description: 'Check generated documents as validate does: --documents N --seed N',
  exec: 'tsx test/fuzz/run.ts',
  receiveArgs: true,
});
project.addTask('parity:rehearsal', {
  description: 'Apply generated stacks to a real API server, and compare its answers with those of the rehearsal',
  exec: 'tsx test/parity/rehearsal/run.ts',
  receiveArgs: true,
});
project.addTask('parity:record', {
  description: 'Record again what real API servers say to the regression cases of test/parity/recorded',
  exec: 'tsx test/parity/record.ts',
  receiveArgs: true,
});
project.addTask('mutation', {
  description:
    'Measure which mutants of the checks the tests notice: npm run mutation -- --mutate "src/policy/**/*.ts"',
  exec: 'stryker run test/mutation/stryker.config.mjs',
  receiveArgs: true,
});
project.addTask('reading:parity', {
  description:
    'Compare what we read with what the reader of kubectl reads, on mutated texts; needs Go to build it once',
  exec: 'tsx test/reading/differential/run.ts',
  receiveArgs: true,
});
project.addTask('reading:record', {
  description: 'Record again what the reader of kubectl makes of the texts of test/reading/recorded',
  exec: 'tsx test/reading/differential/record.ts',
});
project.addTask('lint', { exec: 'biome ci .' });
project.addTask('fix', { exec: 'biome check --write .' });
project.addTask('synth', { exec: 'cdk8s synth', env: { CDK8S_CHECK_UPGRADE: 'false' } });
project.addTask('bench', {
  description: 'Measure what users wait for against what they would otherwise run, for docs/benchmarks.md',
  exec: 'tsx bench/index.ts',
  receiveArgs: true,
});

new JsonFile(project, 'tsconfig.check.json', {
  obj: {
    extends: './tsconfig.json',
    compilerOptions: { rootDir: '.', noEmit: true, types: ['node', 'jest'] },
    include: ['src', 'test', 'examples', 'bench', 'scripts', '.projenrc.ts'],
    exclude: ['node_modules', 'examples/library'],
  },
});

new JsonFile(project, 'biome.json', {
  marker: false,
  obj: {
    $schema: './node_modules/@biomejs/biome/configuration_schema.json',
    vcs: { enabled: true, clientKind: 'git', useIgnoreFile: true },
    files: {
      includes: [
        '**/*.ts',
        '**/*.js',
        '**/*.json',
        '!imports',
        '!dist',
        '!test/parity/recorded',
        '!test/upgrade/recorded',
        '!test/reading/recorded',
        '!test/validation/recorded',
        '!lib',
        '!artifacts',
        '!src/kubernetes/generated',
        '!src/props/generated',
        '!test/docs/generated',
        '!package.json',
        '!package-lock.json',
        '!**/tsconfig*.json',
        '!.projen',
      ],
    },
    formatter: { indentStyle: 'space', lineWidth: 120 },
    javascript: { formatter: { quoteStyle: 'single' } },
    linter: {
      rules: {
        style: { noNonNullAssertion: 'off', useNodejsImportProtocol: 'error' },
        suspicious: { noExplicitAny: 'off' },
        complexity: { noBannedTypes: 'off' },
      },
    },
  },
});

new TextFile(project, '.npmrc', {
  marker: true,
  lines: ['# Lock files name packages, not the registry they came from.', 'omit-lockfile-registry-resolved=true', ''],
});

project.synth();
