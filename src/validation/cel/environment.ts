import { type Environment, newEnvironment } from './engine';
import {
  addresses,
  authorizer,
  authorizerSelectors,
  formats,
  jsonPatch,
  quantities,
  semver,
} from './kubernetes-library';
import { handlerOf, type Library } from './library';
import { lists, listTools, sets } from './list-library';
import { formattedStrings, regex, strings, urls } from './text-library';

const LIBRARIES: readonly Library[] = [
  strings,
  formattedStrings,
  regex,
  urls,
  lists,
  listTools,
  sets,
  quantities,
  addresses,
  formats,
  semver,
  authorizer,
  authorizerSelectors,
  jsonPatch,
];

const environments = new Map<number, Environment>();

/** CEL with the functions that a new expression of the version can use; without variables. Clone it before adding some. */
export function kubernetesEnvironment(minor: number): Environment {
  const known = environments.get(minor);
  if (known !== undefined) return known;
  const environment = newEnvironment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: true,
    enableOptionalTypes: minor >= 29,
  });
  for (const library of LIBRARIES) {
    if (library.since <= minor) add(library, environment);
  }
  environments.set(minor, environment);
  return environment;
}

/** What stands for the names before a dot, such as `sets`, while an expression is evaluated. */
export function namespaceValues(minor: number): Record<string, object> {
  const known = LIBRARIES.filter(({ since }) => since <= minor).flatMap(({ namespaces = {} }) =>
    Object.entries(namespaces),
  );
  return Object.fromEntries(known.map(([name, Type]) => [name, new (Type as new () => object)()]));
}

function add(library: Library, environment: Environment): void {
  for (const [name, type] of Object.entries(library.types ?? {})) environment.registerType(name, type as any);
  for (const [name, type] of Object.entries(library.namespaces ?? {})) {
    const typeName = (type as { name: string }).name;
    environment.registerType(typeName, type as any);
    environment.registerVariable(name, typeName);
  }
  for (const one of library.functions) environment.registerFunction(one.signature, handlerOf(one));
}
