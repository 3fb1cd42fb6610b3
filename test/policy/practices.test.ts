import { checkPolicy } from '../../src/policy';

const CONTAINER = {
  name: 'web',
  image: 'ghcr.io/acme/web:1',
  resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } },
  livenessProbe: { tcpSocket: { port: 80 } },
  readinessProbe: { tcpSocket: { port: 80 } },
};
const POLICY = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'all' }, spec: {} };

/** A workload that follows every practice, but for these fields. */
function workload(container: object, spec: object = {}, podSpec: object = {}, kind = 'Deployment'): any {
  const apiVersion = kind === 'Job' ? 'batch/v1' : 'apps/v1';
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ ...CONTAINER, ...container }], ...podSpec },
  };
  return { apiVersion, kind, metadata: { name: 'web' }, spec: { replicas: 2, template, ...spec } };
}

const found = (...objects: object[]) =>
  checkPolicy([POLICY, ...objects], { practices: true }).map(
    ({ rule, path, message }) => `${rule} ${path}: ${message}`,
  );
const AT = 'spec.template.spec.containers[0]';
const FIRST_IMAGE = (image: string | undefined) => found(workload({ image }));
const variable = (name: string, value: unknown) =>
  found(
    workload({
      env: [
        { name: 'A', value: 'b' },
        { name, value },
      ],
    }),
  );

test('a workload of one pod is shown how it is acknowledged', () => {
  const [finding] = checkPolicy([POLICY, workload({}, { replicas: 1 })], { practices: true });
  expect(finding?.hint).toContain('acknowledge(construct, "single-replica", "reason")');
  expect(finding?.hint).toContain('acknowledge.cdk8s-patterns.dev/single-replica');
});

test.each([
  ['mysql://root:hunter2@db/acme', true],
  ['postgresql://app:hunter2@db:5432/acme?sslmode=require', true],
  ['redis://:hunter2@cache:6379/0', true],
  ['mysql://app:$(PASSWORD)@db/acme', false],
  ['mysql://app@db/acme', false],
  ['http://web:8080/mail@example.com', false],
  ['http://web:8080', false],
])('the URL %s of a variable contains a password: %p', (url, hasPassword) => {
  const message = 'the environment variable DATABASE_URL contains a secret in plain text';
  expect(variable('DATABASE_URL', url)).toEqual(hasPassword ? [`plain-secret ${AT}.env[1].value: ${message}`] : []);
});

test('a workload that follows every practice', () => {
  expect(found(workload({}))).toEqual([]);
});

test.each([
  ['web', ['image-latest']],
  ['web:latest', ['image-latest']],
  ['registry:5000/web', ['image-latest']],
  ['registry:5000/web:1', []],
  ['web@sha256:0000', []],
  ['web:latest@sha256:0000', []],
  ['', []],
  [undefined, []],
])('image %p', (image, rules) => {
  const expected = rules.map((rule) => `${rule} ${AT}.image: image ${image} is not pinned to a tag or digest`);
  expect(FIRST_IMAGE(image as string)).toEqual(expected);
});

test.each([
  [{}, 'cpu request, memory request, memory limit'],
  [{ requests: { cpu: '1' } }, 'memory request, memory limit'],
  [{ requests: { memory: '1Gi' } }, 'cpu request, memory limit'],
  [{ requests: { cpu: '1', memory: '1Gi' } }, 'memory limit'],
  [{ limits: { cpu: '1' } }, 'memory request, memory limit'],
  [{ limits: { memory: '1Gi' } }, 'cpu request'],
  [{ requests: null, limits: { cpu: null, memory: null } }, 'cpu request, memory request, memory limit'],
  [{ limits: { cpu: '1', memory: '1Gi' } }, undefined],
])('resources %p', (resources, missing) => {
  const expected = missing ? [`resources-unset ${AT}.resources: container web sets no ${missing}`] : [];
  expect(found(workload({ resources }))).toEqual(expected);
});

describe('defaults of a LimitRange', () => {
  const limits = (item: object, metadata: object = {}) => ({
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'defaults', ...metadata },
    spec: { limits: [{ type: 'Container', ...item }] },
  });
  const all = { defaultRequest: { cpu: '100m', memory: '64Mi' }, default: { memory: '128Mi' } };

  test.each([
    ['of requests and limits', limits(all), undefined],
    ['of the namespace that is written', limits(all, { namespace: 'default' }), undefined],
    ['of another namespace', limits(all, { namespace: 'other' }), 'cpu request, memory request, memory limit'],
    ['of limits, which are those of requests', limits({ default: { cpu: '1', memory: '1Gi' } }), undefined],
    ['of the maximum, which is the default', limits({ max: { cpu: '1', memory: '1Gi' } }), undefined],
    ['of the minimum', limits({ min: { cpu: '1', memory: '1Gi' } }), 'memory limit'],
    ['of memory', limits({ default: { memory: '1Gi' } }), 'cpu request'],
    ['of pods', limits({ ...all, type: 'Pod' }), 'cpu request, memory request, memory limit'],
    ['that has no spec', { ...limits({}), spec: undefined }, 'cpu request, memory request, memory limit'],
  ])('%s', (_, limitRange, missing) => {
    const expected = missing ? [`resources-unset ${AT}.resources: container web sets no ${missing}`] : [];
    expect(found(workload({ resources: {} }), limitRange)).toEqual(expected);
  });

  test('do not replace what a container sets', () => {
    const resources = { requests: { cpu: '0' }, limits: null };
    expect(found(workload({ resources }), limits(all))).toEqual([
      `resources-unset ${AT}.resources: container web sets no cpu request`,
    ]);
  });
});

test.each([
  [{ livenessProbe: undefined }, 'livenessProbe'],
  [{ readinessProbe: undefined }, 'readinessProbe'],
  [{ livenessProbe: undefined, readinessProbe: undefined }, 'livenessProbe and no readinessProbe'],
])('probes %p', (probes, missing) => {
  const expected = [`probes-unset ${AT}: container web has no ${missing}`];
  expect(found(workload(probes))).toEqual(expected);
  for (const kind of ['StatefulSet', 'DaemonSet', 'ReplicaSet']) {
    expect(found(workload(probes, {}, {}, kind))).toEqual(expected);
  }
  // What runs to its end is not probed.
  expect(found(workload(probes, {}, { restartPolicy: 'OnFailure' }, 'Job'))).toEqual([]);
  expect(found(workload(probes, {}, { restartPolicy: 'Never' }))).toEqual([]);
  expect(found(workload(probes, {}, { restartPolicy: 'Always' }))).toEqual(expected);
});

test.each([
  ['DB_PASSWORD', 'x', true],
  ['PGPASSWORD', 'x', false],
  ['API_KEY', 'x', true],
  ['GITHUB_TOKEN', 'x', true],
  ['TOKEN_COUNT', 'x', true],
  ['TOKENS', 'x', false],
  ['DB_PASSWORD', '', false],
  ['DB_PASSWORD', undefined, false],
  ['DB_PASSWORD', '$(OTHER)', false],
  ['DB_PASSWORD', 'a$(OTHER)', true],
  ['DB_PASSWORD', '$(OTHER)a', true],
  ['DB_PASSWORD', '$()', true],
  ['DB_PASSWORD', '$(O)', false],
  ['DB_PASSWORD_FILE', '/run/secrets/db', false],
  ['DB_PASSWORD_PATH', '/run/secrets/db', false],
  ['GOOGLE_APPLICATION_CREDENTIALS', '/var/secrets/google/key.json', false],
  ['DB_PASSWORD', '/x7Qd9', true],
  ['SECRET_NAME', 'db', false],
  ['TOKEN_URL', 'https://a.example.com', false],
  ['SECRET_HOST', 'vault', false],
  ['SECRET_FILE_TOKEN', 'x', true],
  ['TOKEN_TTL', '3600', false],
  ['API_KEY_HEADER', 'X-Api-Key', false],
  ['TOKEN_EXPIRY', 'never', false],
  ['PASSWORD_LENGTH', 'long', false],
  ['TOKEN_ALGORITHM', 'RS256', false],
  ['PASSWORD_RESET_URI', '/reset', false],
  ['TOKEN_ISSUER', 'https://idp.example.com', false],
  ['AWS_CREDENTIALS_PROFILE', 'default', false],
  ['API_KEY_ID', 'AKIAIOSFODNN7EXAMPLE', false],
  ['VAULT_SECRET_ID', '2b1a5f3e-6f0d', true],
  ['PASSWORD_MIN', '8', false],
  ['SECRET_ROTATION', '24h', false],
  ['TOKEN_CACHE', '1h30m', false],
  ['TOKEN_LEEWAY', '0.5', false],
  ['REQUIRE_PASSWORD', 'true', false],
  ['MYSQL_RANDOM_ROOT_PASSWORD', 'yes', false],
  ['DB_PASSWORD', '123456', true],
  ['DB_PASSWORD_2', '123456', true],
  ['DB_PASSWORD', '24h', true],
  ['PASSWORD_1', 'hunter2', true],
  ['SECRET_KEY', 'x', true],
  ['TOKEN_HEADER_SECRET', 'x', true],
  ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI', true],
  ['AWS_SECRET_ACCESS_KEY', '123456', true],
])('variable %s with the value %p holds a secret: %p', (name, value, reported) => {
  const message = `plain-secret ${AT}.env[1].value: the environment variable ${name} contains a secret in plain text`;
  expect(variable(name, value)).toEqual(reported ? [message] : []);
});

test.each([
  ['DB_USER', 'root', true],
  ['DATABASE_USERNAME', 'postgres', true],
  ['MYSQL_USER', 'sa', true],
  ['MARIADB_USER', 'admin', true],
  ['POSTGRES_USER', 'root', true],
  ['POSTGRESQL_USERNAME', 'root', true],
  ['PGUSER', 'root', true],
  ['DB_APP_USER', 'root', true],
  ['DB_USER_ID', 'root', false],
  ['DB_USER', 'app', false],
  ['RUN_AS_USER', 'root', false],
])('variable %s with the value %p names a superuser: %p', (name, value, reported) => {
  const message = `database-root ${AT}.env[1].value: the application connects to the database as ${value} (${name})`;
  expect(variable(name, value)).toEqual(reported ? [message] : []);
});

describe('data of stateful images', () => {
  const mounted = (mountPath: string, name = 'data') => ({ image: 'mysql:8', volumeMounts: [{ name, mountPath }] });
  const lost = (image: string, path: string) =>
    `data-not-persisted ${AT}: container web (${image}) stores its data in ${path}, which is lost when the pod is deleted`;

  test.each([
    ['mysql:8', '/var/lib/mysql'],
    ['docker.io/library/mariadb:11', '/var/lib/mysql'],
    ['registry:5000/percona:8', '/var/lib/mysql'],
    ['postgres:17', '/var/lib/postgresql'],
    ['mongo:8', '/data/db'],
    ['wordpress:6', '/var/www/html'],
  ])('%s', (image, path) => {
    expect(found(workload({ image }))).toEqual([lost(image, path)]);
  });

  test('images that keep nothing', () => {
    expect(found(workload({ image: 'ghcr.io/mysql/web:1' }))).toEqual([]);
    expect(found(workload({ image: 'mysqld-exporter:1' }))).toEqual([]);
  });

  test.each(['persistentVolumeClaim', 'ephemeral', 'hostPath', 'nfs', 'csi'])(
    'are kept on a volume of type %s',
    (type) => {
      const podSpec = {
        volumes: [
          { name: 'tmp', emptyDir: {} },
          { name: 'data', [type]: {} },
        ],
      };
      expect(found(workload(mounted('/var/lib/mysql'), {}, podSpec))).toEqual([]);
      expect(found(workload(mounted('/var/lib/mysql', 'tmp'), {}, podSpec))).toEqual([
        lost('mysql:8', '/var/lib/mysql'),
      ]);
      expect(found(workload(mounted('/mnt/var/lib/mysql'), {}, podSpec))).toEqual([lost('mysql:8', '/var/lib/mysql')]);
      expect(found(workload(mounted('/var/lib/mysql/data'), {}, podSpec))).toEqual([]);
    },
  );

  test('are kept on a claim template', () => {
    const spec = { volumeClaimTemplates: [{ metadata: { name: 'data' } }] };
    expect(found(workload(mounted('/var/lib/mysql'), spec, {}, 'StatefulSet'))).toEqual([]);
    expect(found(workload(mounted('/var/lib/mysql', 'other'), spec, {}, 'StatefulSet'))).toHaveLength(1);
    expect(found(workload({ image: 'mysql:8', volumeMounts: [{ mountPath: '/var/lib/mysql' }] }))).toHaveLength(1);
  });

  test('jobs keep none', () => {
    const job = workload({ image: 'mysql:8' }, {}, { restartPolicy: 'Never' }, 'Job');
    expect(found(job)).toEqual([]);
    expect(found({ ...job, kind: 'CronJob', spec: { jobTemplate: { spec: job.spec } } })).toEqual([]);
  });
});

describe('replicas', () => {
  const single = (kind: string) => [`single-replica spec.replicas: ${kind} web runs a single replica`];
  const autoscaler = (
    spec: object,
    scaleTargetRef: object = {},
    metadata: object = {},
    kind = 'HorizontalPodAutoscaler',
  ) => ({
    apiVersion: 'autoscaling/v2',
    kind,
    metadata: { name: 'web', ...metadata },
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'web', ...scaleTargetRef }, ...spec },
  });

  test.each(['Deployment', 'StatefulSet'])('one replica of a %s, or none given', (kind) => {
    for (const replicas of [1, undefined]) expect(found(workload({}, { replicas }, {}, kind))).toEqual(single(kind));
    for (const replicas of [0, 2]) expect(found(workload({}, { replicas }, {}, kind))).toEqual([]);
  });

  test.each(['ReplicaSet', 'DaemonSet'])('a %s is not scaled', (kind) => {
    expect(found(workload({}, { replicas: 1 }, {}, kind))).toEqual([]);
  });

  test('the minimum of its autoscaler counts where no replicas are given', () => {
    const deployment = workload({}, { replicas: undefined });
    expect(found(deployment, autoscaler({ minReplicas: 2 }))).toEqual([]);
    const ofAutoscaler = single('Deployment').map(
      (line) => `${line}: minReplicas of HorizontalPodAutoscaler "web" is 1`,
    );
    expect(found(deployment, autoscaler({ minReplicas: 1 }))).toEqual(ofAutoscaler);
    expect(found(deployment, autoscaler({}))).toEqual(ofAutoscaler);
    expect(found(workload({}, { replicas: 1 }), autoscaler({ minReplicas: 2 }))).toEqual(single('Deployment'));
    expect(found(deployment, autoscaler({ minReplicas: 2 }, {}, { namespace: 'default' }))).toEqual([]);
  });

  test.each([
    ['of another kind of target', autoscaler({ minReplicas: 2 }, { kind: 'StatefulSet' })],
    ['of another name', autoscaler({ minReplicas: 2 }, { name: 'api' })],
    ['of another namespace', autoscaler({ minReplicas: 2 }, {}, { namespace: 'other' })],
    ['without a target', { ...autoscaler({}), spec: {} }],
    ['without a spec', { ...autoscaler({}), spec: undefined }],
    ['that is none', autoscaler({ minReplicas: 2 }, {}, {}, 'VerticalPodAutoscaler')],
  ])('an autoscaler %s does not', (_, other) => {
    expect(found(workload({}, { replicas: undefined }), other)).toEqual(single('Deployment'));
  });
});

describe('network policies', () => {
  const check = (...objects: object[]) =>
    checkPolicy(objects, { practices: true }).map(({ rule, path, message }) => `${rule} ${path}: ${message}`);
  const policy = (spec: object, metadata: object = {}) => ({ ...POLICY, metadata: { name: 'a', ...metadata }, spec });
  const missing = ['network-policy-missing : no NetworkPolicy selects the pods of Deployment web'];

  test.each([
    ['selects the pods by label', policy({ podSelector: { matchLabels: { app: 'web' } } }), []],
    ['selects every pod', policy({ podSelector: {} }), []],
    ['says no selector', policy({}), []],
    ['names the default namespace', policy({}, { namespace: 'default' }), []],
    ['has no spec', policy(undefined as never), []],
    ['selects other pods', policy({ podSelector: { matchLabels: { app: 'api' } } }), missing],
    ['is of another namespace', policy({}, { namespace: 'other' }), missing],
    ['is no policy', { ...policy({}), kind: 'Policy' }, missing],
  ])('one that %s', (_, other, expected) => {
    expect(check(workload({}), other)).toEqual(expected);
  });

  const cilium = (spec: object, metadata: object = {}, kind = 'CiliumNetworkPolicy') => ({
    ...{ apiVersion: 'cilium.io/v2', kind, metadata: { name: 'a', ...metadata } },
    spec,
  });
  const clusterwide = (endpointSelector: object) => cilium({ endpointSelector }, {}, 'CiliumClusterwideNetworkPolicy');
  const calico = (spec: object, metadata: object = {}, kind = 'NetworkPolicy', group = 'projectcalico.org') => ({
    ...{ apiVersion: `${group}/v3`, kind, metadata: { name: 'a', ...metadata } },
    spec,
  });
  const namespaceLabel = 'k8s:io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name';

  test.each([
    ['of Cilium for every pod', cilium({ endpointSelector: {} }), []],
    ['of Cilium in specs', { ...cilium({}), spec: undefined, specs: [{ endpointSelector: {} }] }, []],
    ['of Cilium by label', cilium({ endpointSelector: { matchLabels: { 'k8s:app': 'web' } } }), []],
    ['of Cilium for others', cilium({ endpointSelector: { matchLabels: { app: 'api' } } }), missing],
    [
      'of Cilium by an expression',
      cilium({ endpointSelector: { matchExpressions: [{ key: 'any:app', operator: 'In', values: ['web'] }] } }),
      [],
    ],
    [
      'of Cilium by an expression for others',
      cilium({ endpointSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] } }),
      missing,
    ],
    ['of Cilium in another namespace', cilium({ endpointSelector: {} }, { namespace: 'other' }), missing],
    ['of Cilium for nodes', cilium({ nodeSelector: {} }), missing],
    ['of Cilium for every namespace', clusterwide({}), []],
    [
      'of Cilium for this namespace',
      clusterwide({ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'default' } }),
      [],
    ],
    ['of Cilium for a labelled namespace', clusterwide({ matchLabels: { [namespaceLabel]: 'default' } }), []],
    ['of Cilium for another', clusterwide({ matchLabels: { 'io.kubernetes.pod.namespace': 'other' } }), missing],
    ['of Calico for every pod', calico({}), []],
    ['of Calico for all()', calico({ selector: 'all()' }, {}, 'NetworkPolicy', 'crd.projectcalico.org'), []],
    ['of Calico by label', calico({ selector: "app == 'web' && has(app) && !has(tier)" }), []],
    ['of Calico for others', calico({ selector: 'app == "api"' }), missing],
    ['of Calico for all but these', calico({ selector: "has(app) && app != 'web'" }), missing],
    ['of Calico with another label', calico({ selector: 'has(tier)' }), missing],
    ['of Calico that is not judged', calico({ selector: "app == 'api' || app == 'web'" }), []],
    ['of Calico in another namespace', calico({}, { namespace: 'other' }), missing],
    ['of Calico for every namespace', calico({ selector: "app == 'web'" }, {}, 'GlobalNetworkPolicy'), []],
    [
      'of Calico for other namespaces',
      calico({ namespaceSelector: "projectcalico.org/name != 'default'" }, {}, 'GlobalNetworkPolicy'),
      missing,
    ],
  ])('one %s', (_, other, expected) => {
    expect(check(workload({}), other)).toEqual(expected);
  });

  test('pods in the network of the node and templates are not selected', () => {
    expect(check(workload({}, {}, { hostNetwork: true }))).toEqual([]);
    expect(check(workload({}, {}, { hostNetwork: false }))).toEqual(missing);
    const { template } = workload({}).spec;
    expect(check({ apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'a' }, template })).toEqual([]);
  });
});

describe('exposure', () => {
  const service = (spec: object | undefined, kind = 'Service') => ({
    apiVersion: 'v1',
    kind,
    metadata: { name: 'web' },
    spec,
  });
  const ingress = (spec: object | undefined) => ({ ...service(spec, 'Ingress'), apiVersion: 'networking.k8s.io/v1' });
  const open = ['node-port-exposed spec.type: Service web exposes a port on every node'];
  const plain = ['ingress-without-tls spec.tls: Ingress web has no TLS'];

  test('node ports', () => {
    expect(found(service({ type: 'NodePort' }))).toEqual(open);
    expect(found(service({ type: 'NodePort' }, 'Gateway'))).toEqual([]);
    for (const spec of [{ type: 'LoadBalancer' }, {}, undefined]) expect(found(service(spec))).toEqual([]);
  });

  test('TLS', () => {
    expect(found(ingress({ tls: [{ secretName: 'a' }] }))).toEqual([]);
    for (const spec of [{ tls: [] }, {}, undefined]) expect(found(ingress(spec))).toEqual(plain);
  });
});

describe('kinds of other API groups that have the same name', () => {
  const other = (apiVersion: string, kind: string, spec: object) => ({
    apiVersion,
    kind,
    metadata: { name: 'web' },
    spec,
  });

  test.each([
    ['the Service of Knative', other('serving.knative.dev/v1', 'Service', { type: 'NodePort' })],
    ['an Ingress', other('configuration.konghq.com/v1', 'Ingress', {})],
    ['a Deployment', other('apps.example.com/v1', 'Deployment', { replicas: 1 })],
    ['a Job', other('batch.volcano.sh/v1alpha1', 'Job', { template: { spec: { containers: [{ image: 'mysql' }] } } })],
  ])('%s is not checked', (_, object) => {
    expect(found(object)).toEqual([]);
  });

  test('do not answer for the kinds of Kubernetes', () => {
    const policy = other('example.com/v1', 'NetworkPolicy', {});
    expect(checkPolicy([policy, workload({})], { practices: true }).map(({ rule }) => rule)).toEqual([
      'network-policy-missing',
    ]);
    const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
    const autoscaler = (apiVersion: string, scaleTargetRef: object) =>
      other(apiVersion, 'HorizontalPodAutoscaler', { minReplicas: 2, scaleTargetRef });
    const single = workload({}, { replicas: undefined });
    const alone = [`single-replica spec.replicas: Deployment web runs a single replica`];
    expect(found(single, autoscaler('autoscaling/v2', target))).toEqual([]);
    expect(found(single, autoscaler('autoscaling.example.com/v1', target))).toEqual(alone);
    expect(found(single, autoscaler('autoscaling/v2', { ...target, apiVersion: 'apps.example.com/v1' }))).toEqual(
      alone,
    );
  });
});

describe('roles', () => {
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  const role = (rule: object, name = 'shop') => ({
    apiVersion,
    kind: 'ClusterRole',
    metadata: { name },
    rules: [rule],
  });
  const access = (rule: object, name = 'shop') =>
    found(role(rule, name), {
      apiVersion,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'shop' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'shop' },
    });
  const reads = { apiGroups: [''], resources: ['secrets'], verbs: ['get'] };
  const secrets =
    'cluster-wide-access roleRef.name: ClusterRoleBinding shop grants ClusterRole shop, which allows reading the Secrets of every namespace';

  test('every verb is reported on roles, not on what grants none', () => {
    const all = (resource: string) => found(role({ apiGroups: [''], resources: [resource], verbs: ['*'] }));
    expect(all('configmaps')).toEqual([]);
    expect(all('roles')).toEqual(['role-escalates rules[0]: ClusterRole shop allows every verb on roles']);
  });

  // https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks
  test.each([
    [['escalate'], 'escalate on roles, clusterroles'],
    [['bind'], 'bind on roles, clusterroles'],
    [['impersonate'], 'impersonate on roles, clusterroles'],
    [['get', 'impersonate', 'escalate'], 'escalate and impersonate on roles, clusterroles'],
    [['get', 'list', 'create'], undefined],
  ])('the verbs %j', (verbs, what) => {
    const resources = ['roles', 'clusterroles'];
    expect(found(role({ apiGroups: ['rbac.authorization.k8s.io'], resources, verbs }))).toEqual(
      what === undefined ? [] : [`role-escalates rules[0]: ClusterRole shop allows ${what}`],
    );
  });

  test('paths beside the API are no resources', () => {
    expect(found(role({ nonResourceURLs: ['*'], verbs: ['bind'] }))).toEqual([]);
  });

  test.each([
    [reads, true],
    [{ ...reads, apiGroups: ['*'], resources: ['*'], verbs: ['list'] }, true],
    [{ ...reads, verbs: ['watch'] }, true],
    [{ ...reads, verbs: ['create'] }, false],
    [{ ...reads, apiGroups: ['apps'] }, false],
    [{ ...reads, resources: ['configmaps'] }, false],
    [{ ...reads, resourceNames: ['tls'] }, false],
  ])('a role that is bound in all namespaces, with %j, reads Secrets: %p', (rule, isReported) => {
    expect(access(rule)).toEqual(isReported ? [secrets] : []);
    expect(access(rule, 'other')).toEqual([]);
  });
});

test('a workload without containers has none without probes', () => {
  expect(found({ ...workload({}), spec: { replicas: 2, template: { metadata: { labels: { app: 'web' } } } } })).toEqual(
    [],
  );
});
