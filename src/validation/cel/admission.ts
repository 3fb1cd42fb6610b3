import type { FieldTypes } from './check/declarations';
import { functionOf } from './check/declarations';
import type { Environment } from './check/environment';
import { type Age, kubernetesEnvironment } from './environment';
import { AUTHORIZER, RESOURCE_CHECK } from './libraries/authorization';
import { parseType } from './types/signature';
import { DYN, STRING, structOf, type Type } from './types/type';

/** Which variables an expression of an admission policy or webhook can use beside object, oldObject, request and namespaceObject. */
export interface AdmissionScope {
  readonly params: boolean;
  readonly authorizer: boolean;
  /** Variables of the policy with the types of their expressions; undefined when the policy has none. */
  readonly variables?: Readonly<Record<string, Type>>;
  /** Whether the expression writes out what a mutation changes, such as `Object{spec: …}`. @default false */
  readonly patches?: boolean;
}

const VARIABLES = 'kubernetes.variables';

/** The environment in which the server compiles an expression. @see k8s.io/apiserver/pkg/admission/plugin/cel */
export function admissionEnvironment(minor: number, scope: AdmissionScope, age: Age = 'new'): Environment {
  const { params, authorizer, variables, patches = false } = scope;
  const names: Record<string, Type> = {
    object: DYN,
    oldObject: DYN,
    namespaceObject: structOf('kubernetes.Namespace'),
    request: structOf('kubernetes.AdmissionRequest'),
  };
  if (params) names.params = DYN;
  if (authorizer) Object.assign(names, AUTHORIZERS);
  if (variables !== undefined) names.variables = structOf(VARIABLES);
  const base = kubernetesEnvironment(minor, age);
  const environment = patches ? base.withFunctions([escapeKey]) : base;
  return environment.extend(names, (name) => {
    if (name === VARIABLES && variables !== undefined) {
      return (field) => (Object.hasOwn(variables, field) ? variables[field] : undefined);
    }
    return STRUCTS.get(name) ?? (patches ? patchType(name) : undefined);
  });
}

const AUTHORIZERS = {
  authorizer: structOf(AUTHORIZER),
  'authorizer.requestResource': structOf(RESOURCE_CHECK),
};

/** `k8s.io/apiserver/pkg/cel/library`: JSONPatch. */
const escapeKey = functionOf(
  'string_jsonpatch_escapeKey_string',
  'jsonpatch.escapeKey(string): string',
  (key: string) => key.replaceAll(/[~/]/g, (character) => (character === '~' ? '~0' : '~1')),
);

/** `Object` and the types of its fields take any fields. */
function patchType(name: string): FieldTypes | undefined {
  if (name === 'Object' || name.startsWith('Object.')) return () => DYN;
  if (name !== 'JSONPatch') return undefined;
  return (field) => {
    if (field === 'value') return DYN;
    return ['op', 'from', 'path'].includes(field) ? STRING : undefined;
  };
}

const STRINGS = 'map<string, string>';

/** Fields of the types that the server declares. */
const TYPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'kubernetes.GroupVersionKind': { group: 'string', version: 'string', kind: 'string' },
  'kubernetes.GroupVersionResource': { group: 'string', version: 'string', resource: 'string' },
  'kubernetes.UserInfo': {
    username: 'string',
    uid: 'string',
    groups: 'list<string>',
    extra: 'map<string, list<string>>',
  },
  'kubernetes.AdmissionRequest': {
    kind: 'kubernetes.GroupVersionKind',
    resource: 'kubernetes.GroupVersionResource',
    subResource: 'string',
    requestKind: 'kubernetes.GroupVersionKind',
    requestResource: 'kubernetes.GroupVersionResource',
    requestSubResource: 'string',
    name: 'string',
    namespace: 'string',
    operation: 'string',
    userInfo: 'kubernetes.UserInfo',
    dryRun: 'bool',
    options: 'dyn',
  },
  'kubernetes.NamespaceSpec': { finalizers: 'list<string>' },
  'kubernetes.NamespaceCondition': {
    status: 'string',
    type: 'string',
    lastTransitionTime: 'timestamp',
    message: 'string',
    reason: 'string',
  },
  'kubernetes.NamespaceStatus': { conditions: 'list<kubernetes.NamespaceCondition>', phase: 'string' },
  'kubernetes.NamespaceMetadata': {
    name: 'string',
    generateName: 'string',
    namespace: 'string',
    labels: STRINGS,
    annotations: STRINGS,
    UID: 'string',
    creationTimestamp: 'timestamp',
    deletionGracePeriodSeconds: 'int',
    deletionTimestamp: 'timestamp',
    generation: 'int',
    resourceVersion: 'string',
    finalizers: 'list<string>',
  },
  'kubernetes.Namespace': {
    metadata: 'kubernetes.NamespaceMetadata',
    spec: 'kubernetes.NamespaceSpec',
    status: 'kubernetes.NamespaceStatus',
  },
};

const STRUCTS: ReadonlyMap<string, FieldTypes> = new Map(
  Object.entries(TYPES).map(([name, fields]) => {
    const types = new Map(Object.entries(fields).map(([field, type]) => [field, parseType(type)]));
    return [name, (field: string) => types.get(field)] as const;
  }),
);
