import { isKind } from '../../facts';
import { selectorMatches, selectorText } from '../../values';
import { unknownResources } from '../access/roles';
import { valuesAt } from '../edges';
import { kindKey } from '../input/placed';
import { wrongNames } from '../operators/wrong-names';
import { edgeRule } from '../rule/edge-rules';
import { deployment, service } from '../rule/examples';
import { missingObject, namespaceOfTarget } from '../rule/missing';
import { useOneOf } from '../rule/near-names';
import type { ReferenceRule } from '../rule/reference-rule';
import { unknownKinds } from './matched-kinds';

const ADMISSION = 'https://kubernetes.io/docs/reference/access-authn-authz/';
const webhookWith = (fields: object) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'shop' },
  webhooks: [{ name: 'shop.example.com', sideEffects: 'None', admissionReviewVersions: ['v1'], ...fields }],
});
const webhook = (name: string, port = 80) =>
  webhookWith({ clientConfig: { service: { name, namespace: 'shop', port } } });
const webhookFor = (resource: string) =>
  webhookWith({
    clientConfig: { url: 'https://shop.example.com' },
    rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: [resource] }],
  });
const inShop = [deployment(), service()].map((one) => ({ ...one, metadata: { name: 'shop', namespace: 'shop' } }));

export const webhookService = edgeRule({
  id: 'webhook-service-unknown',
  message: 'the Service of the webhook, conversion or aggregated API, or its port, does not exist',
  why: 'The server calls the Service for each request; with failurePolicy Fail, it rejects all of them while the Service cannot be reached. Without the Service of an APIService, no request for its API version is answered; without that of a conversion, none for another version of the custom resource. A certificate that cert-manager injects is needed for the same calls.',
  hint: 'reference an existing Service and one of its ports; the default port is 443',
  source: `${ADMISSION}extensible-admission-controllers/#service-reference`,
  refused: [...inShop, webhook('shop', 443)],
  accepted: [...inShop, webhook('shop')],
});

const policy = (spec: object = {}) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name: 'replicas' },
  spec: { validations: [{ expression: 'true' }], matchConstraints: { resourceRules: [] }, ...spec },
});
const bindingTo = (policyName: string, spec: object = {}) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicyBinding',
  metadata: { name: 'replicas' },
  spec: { policyName, validationActions: ['Deny'], ...spec },
});

export const policyBinding = edgeRule({
  id: 'policy-binding-unknown',
  message: 'the policy of the binding does not exist',
  why: 'A binding without its policy has no effect.',
  severity: 'warning',
  hint: 'use the name of the policy',
  source: `${ADMISSION}validating-admission-policy/`,
  refused: [policy(), bindingTo('replica')],
  accepted: [policy(), bindingTo('replicas')],
});

const withParams = policy({
  paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
  validations: [{ expression: 'object.spec.replicas <= int(params.data.max)' }],
});
const params = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'limits', namespace: 'shop' },
  data: { max: '3' },
};
const paramRef = (name: string) => ({ paramRef: { name, namespace: 'shop', parameterNotFoundAction: 'Deny' } });

export const policyParams: ReferenceRule = {
  id: 'policy-params-unknown',
  message: 'the parameters of the binding do not exist, or the policy has none',
  why: 'A policy with paramKind is evaluated with the parameters of its binding. Without paramRef they are null, and expressions that read them fail; without paramKind, paramRef is ignored.',
  hint: 'set paramRef in the binding of a policy with paramKind, and only there, to an object of that kind',
  source: `${ADMISSION}validating-admission-policy/#parameter-resources`,
  refused: [withParams, bindingTo('replicas'), params],
  accepted: [withParams, bindingTo('replicas', paramRef('limits')), params],
  on: ['Validating', 'Mutating'].map((type) => `admissionregistration.k8s.io/${type}AdmissionPolicyBinding`),
  check: ({ object }, cluster) => {
    const { policyName, paramRef: given } = object.spec ?? {};
    const of = kindKey(object.apiVersion, object.kind).replace('PolicyBinding', 'Policy');
    const found = cluster.find(of, null, policyName);
    if (found === undefined) return [];
    const paramKind = found.spec?.paramKind;
    const named = `${found.kind} ${JSON.stringify(policyName)}`;
    if (given === undefined) {
      if (paramKind === undefined || !readsParams(found.spec)) return [];
      return [
        { field: 'spec', message: `${named} has parameters, and the binding has no paramRef`, certainty: 'wrong' },
      ];
    }
    if (paramKind === undefined) {
      const message = `${named} has no paramKind, so it has no parameters`;
      return [{ field: 'spec.paramRef', message, certainty: 'likely' }];
    }
    const ofSelector = given.selector;
    if (ofSelector !== undefined && ofSelector !== null) {
      const kindOfParams = kindKey(paramKind.apiVersion, paramKind.kind);
      const all = cluster.all(kindOfParams, given.namespace ?? undefined);
      const isFound = all.some(({ object: one }) => selectorMatches(ofSelector, one.metadata?.labels ?? {}));
      const message = `no ${paramKind.kind} matches the selector ${selectorText(ofSelector)}`;
      return isFound || all.length === 0 ? [] : [{ field: 'spec.paramRef.selector', message, certainty: 'likely' }];
    }
    if (typeof given.name !== 'string' || typeof given.namespace !== 'string') return [];
    const kind = kindKey(paramKind.apiVersion, paramKind.kind);
    const namespace = namespaceOfTarget(kind, given.namespace, '');
    if (cluster.find(kind, namespace, given.name) !== undefined) return [];
    const missing = missingObject({ field: 'spec.paramRef.name', kind, name: given.name, namespace }, cluster);
    if (missing === undefined) return [];
    const { names } = cluster.nameIndex(kind, namespace);
    const isFew = names.length > 0 && names.length <= FEW;
    return [
      {
        hint: isFew
          ? useOneOf(names)
          : `use the name of a ${paramKind.kind}, or declare one that is created elsewhere as external`,
        ...missing,
      },
    ];
  },
};

/** More names than a hint has. */
const FEW = 3;

/** Whether expressions of a policy read its parameters, without asking whether there are any. */
function readsParams(spec: object): boolean {
  const text = JSON.stringify(spec);
  return /\bparams\b/.test(text) && !/\bparams\s*[!=]=\s*null|null\s*[!=]=\s*params\b/.test(text);
}

const FLOWS = 'flowcontrol.apiserver.k8s.io/v1';
const level = {
  apiVersion: FLOWS,
  kind: 'PriorityLevelConfiguration',
  metadata: { name: 'batch' },
  spec: { type: 'Limited', limited: { limitResponse: { type: 'Reject' } } },
};
const flowTo = (name: string) => ({
  apiVersion: FLOWS,
  kind: 'FlowSchema',
  metadata: { name: 'batch' },
  spec: { priorityLevelConfiguration: { name } },
});

export const priorityLevel = edgeRule({
  id: 'priority-level-unknown',
  message: 'the PriorityLevelConfiguration of the FlowSchema does not exist',
  why: 'The server sets the condition Dangling of the FlowSchema, and ignores it: other FlowSchemas classify its requests.',
  severity: 'warning',
  hint: 'use the name of a PriorityLevelConfiguration of the input, or of one that every server has, such as workload-low',
  source: 'https://kubernetes.io/docs/concepts/cluster-administration/flow-control/#flowschema',
  refused: [level, flowTo('batsh')],
  accepted: [level, flowTo('batch')],
});

const customEdges = edgeRule({
  id: 'custom-reference-unknown',
  message: 'an object that a custom resource references does not exist',
  why: 'The operator of the custom resource waits for the object, and reports the reason in the status only.',
  severity: 'warning',
  hint: 'reference an existing one, or declare one that is created elsewhere as external',
  source: 'https://kubernetes.io/docs/concepts/extend-kubernetes/operator/',
  refused: [prometheus('promethues'), { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'prometheus' } }],
  accepted: [prometheus('prometheus'), { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'prometheus' } }],
});

export const customReference: ReferenceRule = {
  ...customEdges,
  check: (subject, cluster) => [...customEdges.check(subject, cluster), ...wrongNames(subject.object, cluster)],
};

function prometheus(serviceAccountName: string): object {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Prometheus',
    metadata: { name: 'shop' },
    spec: { serviceAccountName },
  };
}

const RESOURCE_RULES = ['webhooks[].rules[]', 'spec.matchConstraints.resourceRules[]'];
const ADMISSION_KINDS = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']
  .concat('ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy')
  .map((kind) => `admissionregistration.k8s.io/${kind}`);

const GATEKEEPER = /^(?:constraints|mutations)\.gatekeeper\.sh\//;

/** A webhook or policy for a resource that no group of its rule has, and a constraint for such a kind. */
export const admissionResource: ReferenceRule = {
  id: 'admission-resource-unknown',
  message: 'no API group of the rule has the resource "pod"',
  why: 'The server accepts any name. A webhook or policy for a resource that does not exist, or is in another API group, is never asked; nor is a constraint of Gatekeeper for such a kind.',
  hint: 'use the plural of the resource, and the API group that has it',
  source:
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules',
  refused: [webhookFor('pod')],
  accepted: [webhookFor('pods')],
  on: 'any',
  check: ({ object }, cluster) => {
    if (GATEKEEPER.test(object?.apiVersion)) return unknownKinds(object);
    if (!isKind(object, ...ADMISSION_KINDS)) return [];
    const rules = RESOURCE_RULES.flatMap((path) => valuesAt(object, path));
    const values = rules.map(({ value }) => value);
    return rules.flatMap(({ value, field }) => unknownResources(value, field, cluster, values));
  },
};
