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
  ['jobs', 'apps', 'use apiGroups: ["batch"]'],
  ['deployments/scale', '', 'use apiGroups: ["apps"]'],
  ['ingresses', 'policy', 'use apiGroups: ["networking.k8s.io"]'],
  ['networkpolicy', 'networking.k8s.io', 'did you mean "networkpolicies"?'],
  ['widgets', 'apps', 'use the plural of the resource, and the API group that has it'],
])('%s of group "%s"', (resource, group, hint) => {
  expect(found({ resources: [resource], apiGroups: [group] })).toEqual([
    `warning rules[0].resources[0]: no API group of the rule has the resource ${JSON.stringify(resource)} (${hint})`,
  ]);
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
