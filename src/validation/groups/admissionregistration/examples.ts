const RULE = { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] };

const webhooks = [
  {
    name: 'pods.check.example.com',
    admissionReviewVersions: ['v1'],
    clientConfig: { service: { name: 'check', namespace: 'default' } },
    sideEffects: 'None',
    rules: [RULE],
  },
];

export const validatingWebhooks = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'check' },
  webhooks,
};

export const mutatingWebhooks = { ...validatingWebhooks, kind: 'MutatingWebhookConfiguration' };

export const validatingPolicy = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name: 'replicas.example.com' },
  spec: {
    failurePolicy: 'Fail',
    matchConstraints: { resourceRules: [RULE] },
    variables: [{ name: 'limit', expression: '5' }],
    validations: [{ expression: 'object.spec.replicas <= variables.limit' }],
  },
};

export const validatingBinding = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicyBinding',
  metadata: { name: 'replicas.example.com' },
  spec: {
    policyName: 'replicas.example.com',
    validationActions: ['Deny'],
    paramRef: { name: 'limits', parameterNotFoundAction: 'Deny' },
  },
};

export const mutatingPolicy = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingAdmissionPolicy',
  metadata: { name: 'label.example.com' },
  spec: {
    reinvocationPolicy: 'Never',
    matchConstraints: { resourceRules: [RULE] },
    mutations: [
      { patchType: 'JSONPatch', jsonPatch: { expression: "[JSONPatch{op: 'remove', path: '/spec/paused'}]" } },
    ],
  },
};

export const mutatingBinding = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingAdmissionPolicyBinding',
  metadata: { name: 'label.example.com' },
  spec: { policyName: 'label.example.com' },
};

/** A definition of the API group by the name of its type. */
export const definition = <Name extends string>(type: Name) => `io.k8s.api.admissionregistration.v1.${type}` as const;
