type Module = typeof import('@marcbachmann/cel-js', { with: { 'resolution-mode': 'import' }});
type Options = ConstructorParameters<Module['Environment']>[0];

/** CEL with its variables, types and functions. */
export type Environment = InstanceType<Module['Environment']>;

/**
 * Makes an environment of the CEL engine. The engine is an ES module, which this CommonJS package requires: Node.js can
 * do so from 20.19 and 22.12 on.
 */
export function newEnvironment(options: Options): Environment {
  const { Environment: Engine } = require('@marcbachmann/cel-js') as Module;
  return new Engine(options);
}
