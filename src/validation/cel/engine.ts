type Module = typeof import('@marcbachmann/cel-js', { with: { 'resolution-mode': 'import' }});
type Options = ConstructorParameters<Module['Environment']>[0];

/** CEL with its variables, types and functions. */
export type Environment = InstanceType<Module['Environment']>;

/**
 * Makes an environment of the CEL engine. The engine is published as an ES module only; vendor/ has it as CommonJS, which every
 * Node.js and every test runner can require.
 */
export function newEnvironment(options: Options): Environment {
  const { Environment: Engine } = require('../../../vendor/cel-js.cjs') as Module;
  return new Engine(options);
}
