import type { Environment } from './engine';
import { kubernetesEnvironment } from './environment';
import { AUTHORIZER } from './kubernetes-library';
import { handlerOf } from './library';
import { CONSTRUCTORS } from './messages';

/** Which variables an expression of an admission policy or webhook can use beside object, oldObject, request and namespaceObject. */
export interface AdmissionScope {
  readonly params: boolean;
  readonly authorizer: boolean;
  /** Variables of the policy with the types of their expressions; undefined when the policy has none. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether the expression writes out what a mutation changes, after {@link rewriteMessages}. @default false */
  readonly patches?: boolean;
}

class Value {}
const type = (fields: Readonly<Record<string, string>>) => ({ ctor: class extends Value {}, fields: { ...fields } });

const environments = new Map<number, Environment>();

/** The variables of `k8s.io/apiserver/pkg/admission/plugin/cel`. */
function baseEnvironment(minor: number): Environment {
  const known = environments.get(minor);
  if (known !== undefined) return known;
  const environment = kubernetesEnvironment(minor).clone();
  for (const [name, fields] of Object.entries(TYPES)) environment.registerType(name, type(fields) as any);
  environment.registerVariable('object', 'dyn');
  environment.registerVariable('oldObject', 'dyn');
  environment.registerVariable('namespaceObject', 'kubernetes.Namespace');
  environment.registerVariable('request', 'kubernetes.AdmissionRequest');
  environments.set(minor, environment);
  return environment;
}

/** The environment in which the server compiles an expression. */
export function admissionEnvironment(minor: number, scope: AdmissionScope): Environment {
  const environment = baseEnvironment(minor).clone();
  if (scope.params) environment.registerVariable('params', 'dyn');
  if (scope.authorizer) environment.registerVariable('authorizer', AUTHORIZER);
  if (scope.variables !== undefined) {
    environment.registerType('kubernetes.variables', type(scope.variables) as any);
    environment.registerVariable('variables', 'kubernetes.variables');
  }
  if (scope.patches === true) {
    environment.registerType('Object', type({}) as any);
    environment.registerType('JSONPatch', type({}) as any);
    for (const signature of CONSTRUCTORS) environment.registerFunction(signature, handlerOf({ signature }));
  }
  return environment;
}

const STRINGS = 'map<string, string>';

/** Fields of the types that the server declares, in an order in which each is declared before it is used. */
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
    lastTransitionTime: 'google.protobuf.Timestamp',
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
    creationTimestamp: 'google.protobuf.Timestamp',
    deletionGracePeriodSeconds: 'int',
    deletionTimestamp: 'google.protobuf.Timestamp',
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
