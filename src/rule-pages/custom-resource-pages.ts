import type { RulePage } from './rule-page';

const SERVER = 'customResourceStrategy.Validate (apiextensions-apiserver pkg/registry/customresource)';
const MONITOR = 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: shop\n';
const GATEWAY =
  'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: shop\nspec:\n  gatewayClassName: internal\n  listeners:\n';
const PEER = 'apiVersion: metallb.io/v1beta2\nkind: BGPPeer\nmetadata:\n  name: router\nspec:\n  myASN: 64500\n';
const ACCEPTED = `${MONITOR}spec:\n  selector: {}\n  endpoints:\n    - port: http\n`;

const page = (id: string, fields: Pick<RulePage, 'message' | 'why' | 'refused'> & Partial<RulePage>): RulePage => ({
  id,
  category: 'api',
  severity: 'error',
  reason: 'FieldValueInvalid',
  source: SERVER,
  accepted: ACCEPTED,
  ...fields,
});

/** Pages of what can be wrong with objects that a CustomResourceDefinition defines. */
export const CUSTOM_RESOURCE_PAGES: readonly RulePage[] = [
  page('custom-resource-schema', {
    reason: 'FieldValueTypeInvalid',
    message: 'must be of type string: "integer"',
    why: 'The definition of the kind has a schema for its fields: types, ranges, patterns, supported values, required fields. The server checks each object against it.',
    refused: `${MONITOR}spec:\n  selector: {}\n  endpoints:\n    - port: 80\n`,
  }),
  page('custom-resource-list', {
    reason: 'FieldValueDuplicate',
    message: 'entry occurs twice',
    why: 'The definition says that the list is a set, or a map by some of its fields. Two entries that are equal in those cannot be distinguished.',
    refused: `${GATEWAY}    - name: http\n      port: 80\n      protocol: HTTP\n    - name: http\n      port: 8080\n      protocol: HTTP\n`,
    accepted: `${GATEWAY}    - name: http\n      port: 80\n      protocol: HTTP\n`,
  }),
  page('custom-resource-embedded', {
    reason: 'FieldValueRequired',
    message: 'must not be empty',
    why: 'The definition says that the field holds a complete object of Kubernetes (x-kubernetes-embedded-resource): it needs an apiVersion of GROUP/VERSION, a kind, and metadata as any object has them.',
    source: 'objectmeta.Validate (apiextensions-apiserver pkg/apiserver/schema/objectmeta)',
    refused: '# template: {spec: {}} where template is to be an object with apiVersion and kind\n',
  }),
  page('custom-resource-expression', {
    message: 'the message of the rule in the definition',
    why: 'The definition has rules in the language CEL (x-kubernetes-validations), which the server evaluates when the schema has nothing against the object.',
    refused: `${PEER}  connectTime: 0s\n`,
    accepted: `${PEER}  connectTime: 10s\n`,
  }),
  page('custom-resource-expression-undecided', {
    severity: 'warning',
    reason: 'Warning',
    message: 'could not evaluate the rule "…"',
    why: 'The rule uses a part of CEL that can only be evaluated by a running server. The warning shows that the rule was not checked.',
    refused: '# any object of a kind with such a rule\n',
  }),
  page('custom-resource-finalizer', {
    severity: 'warning',
    reason: 'Warning',
    message:
      '"cleanup": prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers',
    why: 'Finalizers are identified by name alone. A name with a domain, DOMAIN/NAME, is unique to one controller.',
    refused: `${MONITOR}  finalizers:\n    - cleanup\nspec:\n  selector: {}\n  endpoints:\n    - port: http\n`,
  }),
  page('custom-resource-deprecated', {
    severity: 'warning',
    reason: 'Warning',
    message: 'monitoring.coreos.com/v1alpha1 AlertmanagerConfig is deprecated',
    why: 'The definition marks this version of the kind as deprecated. Use another version that it serves.',
    refused: '# an object in a version that is marked as deprecated\n',
  }),
];
