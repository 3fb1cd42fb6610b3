import { checkReferences } from '../../../src/references';

const found = (rule: object, kind = 'ClusterRole') =>
  checkReferences([
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind,
      metadata: { name: 'shop' },
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'], ...rule }],
    },
  ])
    .filter(({ rule: id }) => id !== 'role-without-effect')
    .map(({ severity, path, message, hint }) => `${severity} ${path}: ${message} (${hint})`);

/** What `kubectl api-resources` of 1.36 lists under another name or in another group. */
test.each<[resource: string, group: string, hint: string]>([
  ['pod', '', 'did you mean "pods"?'],
  ['Pods', '', 'did you mean "pods"?'],
  ['configmap', '', 'did you mean "configmaps"?'],
  ['pods/logs', '', 'did you mean "pods/log"?'],
  ['deployments', '', 'use apiGroups: ["apps"]'],
  ['deployments/scale', '', 'use apiGroups: ["apps"]'],
  ['networkpolicy', 'networking.k8s.io', 'did you mean "networkpolicies"?'],
  ['ingress', 'networking.k8s.io', 'did you mean "ingresses"?'],
  ['Deployments/scale', 'apps', 'did you mean "deployments/scale"?'],
])('%s of group "%s"', (resource, group, hint) => {
  expect(found({ resources: [resource], apiGroups: [group] })).toEqual([
    `error rules[0].resources[0]: no API group of the rule has the resource ${JSON.stringify(resource)} (${hint})`,
  ]);
});

/** An APIService of another version can serve further resources of any group but the core group; old OpenShift had its own in that. */
test.each<[resource: string, groups: string[], hint: string]>([
  ['jobs', ['apps'], 'use apiGroups: ["batch"]'],
  ['ingresses', ['policy'], 'use apiGroups: ["networking.k8s.io"]'],
  ['ingresss', ['networking.k8s.io'], 'did you mean "ingresses"?'],
  ['widgets', ['apps'], 'use the plural of the resource, and the API group that has it'],
  ['builds', [''], 'use the plural of the resource, and the API group that has it'],
  ['templates', [''], 'did you mean "podtemplates"?'],
  ['nodes/metric', [''], 'did you mean "nodes/metrics"?'],
  ['pod', ['', 'apps'], 'did you mean "pods"?'],
])('%s of groups %j is a warning', (resource, apiGroups, hint) => {
  expect(found({ resources: [resource], apiGroups })).toEqual([
    `warning rules[0].resources[0]: no API group of the rule has the resource ${JSON.stringify(resource)} (${hint})`,
  ]);
});

/** As in the roles of kube-vip and of Prometheus in the samples of Istio. */
test.each<[wrong: object, right: object]>([
  [{ resources: ['configmaps', 'leases'] }, { apiGroups: ['coordination.k8s.io'], resources: ['leases'] }],
  [{ resources: ['ingresses'] }, { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingresses/status'] }],
  [{ resources: ['pod'] }, { resources: ['pods'] }],
  [{ resources: ['jobs'] }, { apiGroups: ['batch'], resources: ['*'] }],
])('%j is a leftover beside the right rule', (wrong, right) => {
  const roleOf = (...rules: object[]) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'shop' },
    rules: rules.map((rule) => ({ apiGroups: [''], verbs: ['get'], ...rule })),
  });
  const severities = (...rules: object[]) => checkReferences([roleOf(...rules)]).map(({ severity }) => severity);
  expect(severities(wrong, right)).toEqual(['warning']);
  expect(severities(wrong, { resources: ['events'] })).toEqual(['error']);
  expect(severities(wrong, { ...wrong })).toEqual(['error', 'error']);
});

test('a definition of the input may add a resource to a group of Kubernetes', () => {
  const definition = (plural: string) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.networking.k8s.io`, annotations: { 'api-approved.kubernetes.io': 'unapproved' } },
    spec: { group: 'networking.k8s.io', names: { plural }, versions: [] },
  });
  const role = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'shop' },
    rules: [{ apiGroups: ['networking.k8s.io'], resources: ['ingress'], verbs: ['get'] }],
  };
  const errors = (...objects: object[]) => checkReferences(objects).filter(({ severity }) => severity === 'error');
  expect(errors(role, definition('ingress'))).toEqual([]);
  expect(errors(role, definition('egress'))).toHaveLength(1);
});

/** From the ClusterRoles that kube-apiserver makes, and from manuals. */
test.each<[resources: string[], groups: string[]]>([
  [['pods', 'pods/log', 'pods/exec', 'pods/*', '*', '*/scale'], ['']],
  [
    ['pods', 'deployments'],
    ['', 'apps'],
  ],
  [['nodes/proxy', 'nodes/stats', 'nodes/metrics', 'users', 'groups', 'serviceaccounts/token'], ['']],
  [['deployments/finalizers', 'replicasets/finalizers'], ['apps']],
  [['deployments'], ['extensions', 'apps']],
  [['podsecuritypolicies'], ['policy']],
  [['signers', 'certificatesigningrequests/approval'], ['certificates.k8s.io']],
  [['userextras/scopes', 'uids'], ['authentication.k8s.io']],
  [['certificates'], ['cert-manager.io']],
  [['anything'], ['*']],
  [['endpoints/restricted', 'configmaps/status', 'nodes/checkpoint'], ['']],
])('%j of groups %j are right', (resources, apiGroups) => {
  expect(found({ resources, apiGroups })).toEqual([]);
  expect(found({ resources, apiGroups }, 'Role')).toEqual([]);
});

test.each<[verb: string, hint: string]>([
  ['read', 'use "get", "list" and "watch"'],
  ['write', 'use "create", "update", "patch" and "delete"'],
  ['GET', 'did you mean "get"?'],
  ['lists', 'did you mean "list"?'],
  ['deleteCollection', 'did you mean "deletecollection"?'],
  ['frobnicate', 'use get, list, watch, create, update, patch, delete or deletecollection'],
])('the verb %s', (verb, hint) => {
  expect(found({ verbs: ['get', verb] })).toEqual([
    `warning rules[0].verbs[1]: no request has the verb ${JSON.stringify(verb)} (${hint})`,
  ]);
});

test.each([
  [{ verbs: ['*'] }],
  [{ verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'] }],
  [{ verbs: ['bind', 'escalate', 'impersonate', 'use', 'approve', 'sign', 'attest', 'impersonate:user-info'] }],
  [{ verbs: ['get', 'head', 'post', 'put', 'options'], nonResourceURLs: ['/metrics'], resources: undefined }],
  [{ verbs: ['sync'], apiGroups: ['argoproj.io'], resources: ['applications'] }],
])('%j is right', (rule) => {
  expect(found(rule)).toEqual([]);
});

test('a subresource that no version has is reported, also one that is not like another', () => {
  expect(found({ resources: ['pods/portal', 'pods/log'], apiGroups: [''] })).toEqual([
    expect.stringContaining('no API group of the rule has the resource "pods/portal"'),
  ]);
});
