import type { Change, Changes } from '../../rule';

const webhook: Change = (hook) => {
  hook.failurePolicy ??= 'Fail';
  hook.matchPolicy ??= 'Equivalent';
  hook.namespaceSelector ??= {};
  hook.objectSelector ??= {};
  hook.timeoutSeconds ??= 10;
};

const failurePolicy: Change = (spec) => {
  spec.failurePolicy ??= 'Fail';
};

const scope: Change = (rule) => {
  rule.scope ??= '*';
};

/** `pkg/apis/admissionregistration/v1/defaults.go` */
export const admissionregistrationDefaults: Changes = {
  'io.k8s.api.admissionregistration.v1.ValidatingWebhook': webhook,
  'io.k8s.api.admissionregistration.v1.MutatingWebhook': (hook, node) => {
    webhook(hook, node);
    hook.reinvocationPolicy ??= 'Never';
  },
  'io.k8s.api.admissionregistration.v1.RuleWithOperations': scope,
  'io.k8s.api.admissionregistration.v1.NamedRuleWithOperations': scope,
  'io.k8s.api.admissionregistration.v1.ServiceReference': (service) => {
    service.port ??= 443;
  },
  'io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec': failurePolicy,
  'io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicySpec': failurePolicy,
  'io.k8s.api.admissionregistration.v1.MatchResources': (resources) => {
    resources.matchPolicy ??= 'Equivalent';
    resources.namespaceSelector ??= {};
    resources.objectSelector ??= {};
  },
};
