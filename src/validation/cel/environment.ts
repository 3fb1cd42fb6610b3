import { hasChange } from '../../facts';
import { type Declaration, functionOf, type Overload } from './check/declarations';
import { Environment } from './check/environment';
import { addresses } from './libraries/addresses';
import { authorization, authorizationSelectors } from './libraries/authorization';
import type { Library } from './libraries/library';
import { lists, listTools, sets } from './libraries/lists';
import { twoVariableLoops } from './libraries/loops';
import { namedFormats } from './libraries/named-formats';
import { operators } from './libraries/operators';
import { optionalFlatMap, optionalLists, optionals } from './libraries/optionals';
import { quantities } from './libraries/quantities';
import { regex } from './libraries/regex';
import { semanticVersions } from './libraries/semver';
import { standard } from './libraries/standard';
import { formattedStrings, strings } from './libraries/strings';
import { urls } from './libraries/urls';
import { type Macro, STANDARD_MACROS } from './syntax/macros';
import { parseType } from './types/signature';
import { DURATION, opaqueOf, TIMESTAMP, type Type, typeOf } from './types/type';
import { TypeValue } from './values/values';

/**
 * Whether an expression is new to the server, or stored there already. What a version introduces can be used by new expressions
 * from the next version on, so that the server before can still read them.
 *
 * @see k8s.io/apiserver/pkg/cel/environment
 */
export type Age = 'new' | 'stored';

const environments = new Map<string, Environment>();

/** The functions, types and macros of a Kubernetes version, without variables. */
export function kubernetesEnvironment(minor: number, age: Age = 'new'): Environment {
  const key = `${minor} ${age}`;
  let environment = environments.get(key);
  if (environment === undefined) {
    environment = build(minor, age === 'new' ? minor - 1 : minor);
    environments.set(key, environment);
  }
  return environment;
}

/** @param compatible Version whose libraries can be used */
function build(minor: number, compatible: number): Environment {
  const all: Library[] = [
    strings(minor),
    formattedStrings(minor),
    regex,
    urls,
    lists,
    authorization,
    optionals(minor),
    quantities,
    sets,
    addresses(minor),
    namedFormats,
    authorizationSelectors,
    twoVariableLoops,
    semanticVersions,
    listTools,
  ];
  const libraries = all.filter(
    ({ introduced, removed = Number.POSITIVE_INFINITY }) => introduced <= compatible && compatible < removed,
  );
  const hasOptionals = hasChange(compatible, 'CelOptionals');
  const macros: Macro[] = [
    ...STANDARD_MACROS,
    ...(hasOptionals && hasChange(minor, 'CelOptionalFlatMap') ? [optionalFlatMap(minor)] : []),
    ...libraries.flatMap((library) => library.macros ?? []),
  ];
  const functions: Overload[] = [
    ...operators,
    ...standard,
    ...(hasChange(minor, 'CelNullNotString')
      ? []
      : [functionOf('null_to_string', 'string(null): string', () => 'null')]),
    ...libraries.flatMap((library) => library.functions ?? []),
    ...(hasOptionals && hasChange(minor, 'CelOptionalLists') ? optionalLists : []),
  ];
  const rules = {
    hasOptionals,
    comparesNumbers: hasChange(compatible, 'CelNumberComparisons'),
    nulls: hasChange(minor, 'CelNullOnBothSides') ? 'both' : 'left',
    checksOperands: hasChange(minor, 'CelOperandsChecked'),
    takesSurrogates: !hasChange(minor, 'CelSurrogatesRefused'),
    homogeneous: hasChange(minor, 'CelHomogeneousLiterals') ? 'literals' : 'checker',
    checksLiterals: hasChange(compatible, 'CelLiteralsChecked'),
    checksFormats: hasChange(compatible, 'CelFormatsChecked') && hasChange(minor, 'CelFormatValidator'),
    exemptsFormats: exemptedFormats(minor, compatible),
  } as const;
  const types = libraries
    .flatMap((library) => library.types ?? [])
    .filter((type) => type !== 'optional_type' || hasChange(minor, 'CelOptionalTypeName'));
  return new Environment(rules, macros, functions, new Map([...TYPE_NAMES, ...types.map(opaqueName)]), noStructs);
}

const noStructs = (): undefined => undefined;

function opaqueName(name: string): readonly [string, Declaration] {
  return typeName(name, opaqueOf(name));
}

function typeName(name: string, type: Type): readonly [string, Declaration] {
  return [name, { type: typeOf(type), value: new TypeValue(type) }];
}

/** Names of types, which are values in expressions such as `type(self) == string`. */
const TYPE_NAMES: readonly (readonly [string, Declaration])[] = [
  ...['bool', 'bytes', 'double', 'int', 'string', 'uint'].map((name) => typeName(name, parseType(name))),
  typeName('list', parseType('list<A>')),
  typeName('map', parseType('map<A, B>')),
  typeName('null_type', parseType('null')),
  typeName('type', parseType('type')),
  typeName('google.protobuf.Duration', DURATION),
  typeName('google.protobuf.Timestamp', TIMESTAMP),
];

/** What may have a format string that is not checked. */
function exemptedFormats(minor: number, compatible: number): 'nothing' | 'literals' | 'everything' {
  if (!hasChange(compatible, 'CelFormatsChecked')) return 'nothing';
  return hasChange(minor, 'CelFormatValidator') ? 'everything' : 'literals';
}
