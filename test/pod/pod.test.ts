import { Duration } from 'cdk8s';
import { type PodSpecProps, Volumes } from '../../src/pod';
import { checkHostPorts, checkPodPorts, mountsWithTmp, podManifest } from '../../src/pod/pod';
import { issuesOf, made } from './issues';

const labels = { app: 'shop' };
const manifestOf = (props: PodSpecProps) =>
  made((reportIssue) => podManifest(props, labels, [], ['1.36'], reportIssue));
const least = {
  automountServiceAccountToken: false,
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
};

test('the least pod is restricted', () => {
  expect(manifestOf({})).toEqual(least);
});

test('spread selects the pods themselves', () => {
  expect(manifestOf({ topologySpread: { nodes: 'require', zones: { maxSkew: 2 } } }).topologySpreadConstraints).toEqual(
    [
      {
        maxSkew: 2,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: labels },
      },
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: { matchLabels: labels },
      },
    ],
  );
});

test('tolerations of all kinds', () => {
  const tolerations = [
    { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
    { key: 'disk', value: 'slow', effect: 'NoExecute', duration: Duration.seconds(10) },
    {},
  ] as const;
  expect(manifestOf({ tolerations }).tolerations).toEqual([
    { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
    { key: 'disk', operator: 'Equal', value: 'slow', effect: 'NoExecute', tolerationSeconds: 10 },
    { operator: 'Exists' },
  ]);
});

test('affinity: demands and wishes', () => {
  const pod = manifestOf({
    nodeAffinity: [
      { key: 'disktype', values: ['ssd'] },
      { key: 'gpu', weight: 10 },
    ],
    podAffinity: [{ labels: { app: 'cache' }, weight: 50, topologyKey: 'topology.kubernetes.io/zone' }],
    podAntiAffinity: [{ labels: { app: 'shop' } }],
  });
  expect(pod.affinity).toEqual({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'disktype', operator: 'In', values: ['ssd'] }] }],
      },
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 10, preference: { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] } },
      ],
    },
    podAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 50,
          podAffinityTerm: {
            labelSelector: { matchLabels: { app: 'cache' } },
            topologyKey: 'topology.kubernetes.io/zone',
          },
        },
      ],
    },
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: { matchLabels: { app: 'shop' } }, topologyKey: 'kubernetes.io/hostname' },
      ],
    },
  });
});

test('host network brings the DNS policy that it needs', () => {
  expect(manifestOf({ hostNetwork: true })).toEqual({
    ...least,
    hostNetwork: true,
    dnsPolicy: 'ClusterFirstWithHostNet',
  });
});

test('the rest of the pod', () => {
  expect(
    manifestOf({
      hostAliases: { '10.1.2.3': ['db.local', 'db'] },
      dnsPolicy: 'None',
      dnsConfig: {
        nameservers: ['1.1.1.1'],
        searches: ['svc.local'],
        options: { ndots: '2', edns0: undefined },
      },
      imagePullSecrets: ['registry'],
      shareProcessNamespace: true,
      terminationGracePeriod: Duration.minutes(2),
      priorityClassName: 'system-cluster-critical',
      nodeSelector: { disktype: 'ssd' },
      security: {
        runAsUser: 1001,
        fsGroup: 2000,
        supplementalGroups: [3000],
        seLinux: { level: 's0:c123,c456' },
        sysctls: { 'net.ipv4.tcp_syncookies': 1 },
        unsafeSysctls: { 'net.core.somaxconn': 1024 },
      },
    }),
  ).toEqual({
    automountServiceAccountToken: false,
    hostAliases: [{ ip: '10.1.2.3', hostnames: ['db.local', 'db'] }],
    dnsPolicy: 'None',
    dnsConfig: {
      nameservers: ['1.1.1.1'],
      searches: ['svc.local'],
      options: [{ name: 'ndots', value: '2' }, { name: 'edns0' }],
    },
    imagePullSecrets: [{ name: 'registry' }],
    shareProcessNamespace: true,
    terminationGracePeriodSeconds: 120,
    priorityClassName: 'system-cluster-critical',
    nodeSelector: { disktype: 'ssd' },
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1001,
      fsGroup: 2000,
      supplementalGroups: [3000],
      seLinuxOptions: { level: 's0:c123,c456' },
      seccompProfile: { type: 'RuntimeDefault' },
      sysctls: [
        { name: 'net.ipv4.tcp_syncookies', value: '1' },
        { name: 'net.core.somaxconn', value: '1024' },
      ],
    },
  });
});

test.each<[string, PodSpecProps, string]>([
  [
    'an unsafe sysctl among the safe',
    { security: { sysctls: { 'net.core.somaxconn': 1 } } },
    'security.sysctls: "net.core.somaxconn" is not a safe sysctl (set it in unsafeSysctls if the kubelets allow it)',
  ],
  [
    'a misspelt safe sysctl',
    { security: { sysctls: { 'net.ipv4.tcp_syncookie': 1 } } },
    'security.sysctls: "net.ipv4.tcp_syncookie" is not a safe sysctl (did you mean "net.ipv4.tcp_syncookies"?)',
  ],
  [
    'seconds without NoExecute',
    { tolerations: [{ key: 'a', effect: 'NoSchedule', duration: Duration.seconds(1) }] },
    'tolerations[0].duration: is only supported with effect NoExecute, which evicts running pods',
  ],
  [
    'a value with Exists',
    { tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] },
    'tolerations[0].value: must not be set with operator Exists',
  ],
  [
    'a misspelt effect',
    { tolerations: [{ key: 'a', effect: 'NoShedule' as 'NoSchedule' }] },
    'tolerations[0].effect: must be one of "NoSchedule", "PreferNoSchedule", "NoExecute", got "NoShedule" (did you mean "NoSchedule"?)',
  ],
  [
    'no values for In',
    { nodeAffinity: [{ key: 'a', operator: 'In' }] },
    'nodeAffinity.[0].values: is required for operator In',
  ],
  ['what is no address', { hostAliases: { db: ['x'] } }, 'hostAliases: "db" is not an IP address'],
  [
    'a skew of none',
    { topologySpread: { nodes: { maxSkew: 0 } } },
    'topologySpread.nodes.maxSkew: must be an integer, 1 or more, got 0',
  ],
  [
    'two volumes of one name',
    { volumes: [Volumes.emptyDir('a'), Volumes.hostPath('a', '/a')] },
    'volumes: two different volumes have the name "a" (rename one of them)',
  ],
])('refuses %s', (_, props, message) => {
  const expected = message.replace('nodeAffinity.[0]', 'nodeAffinity[0]');
  expect(issuesOf((reportIssue) => podManifest(props, labels, [], ['1.36'], reportIssue))).toEqual([expected]);
});

// The lists of pkg/kubelet/sysctl/safe_sysctls.go of 1.28, 1.30 and 1.33.
test.each([
  ['1.28', 'net.ipv4.ip_local_reserved_ports', true],
  ['1.28', 'net.ipv4.tcp_keepalive_time', false],
  ['1.30', 'net.ipv4.tcp_keepalive_time', true],
  ['1.30', 'net.ipv4.tcp_rmem', false],
  ['1.33', 'net.ipv4.tcp_rmem', true],
] as const)('in Kubernetes %s, %s is safe: %s', (version, name, safe) => {
  const of = (props: PodSpecProps) =>
    issuesOf((reportIssue) => podManifest(props, labels, [], ['1.36', version], reportIssue));
  const notSafe = `security.sysctls: "${name}" is not a safe sysctl in Kubernetes ${version} (set it in unsafeSysctls if the kubelets allow it)`;
  expect(of({ security: { sysctls: { [name]: '1' } } })).toEqual(safe ? [] : [notSafe]);
  const isSafe = `security.unsafeSysctls: "${name}" is a safe sysctl (set it in sysctls)`;
  expect(of({ security: { unsafeSysctls: { [name]: '1' } } })).toEqual(safe ? [isSafe] : []);
});

test('a read-only root gets a writable /tmp, once', () => {
  const own = Volumes.emptyDir('scratch').at('/tmp');
  expect(mountsWithTmp([], false).map(({ path, volume }) => [path, volume.name])).toEqual([['/tmp', 'tmp']]);
  expect(mountsWithTmp([own], false)).toEqual([own]);
  expect(mountsWithTmp([], true)).toEqual([]);
});

test('ports of all containers are one space', () => {
  const containers = [
    { name: 'a', ports: [{ name: 'http', containerPort: 80 }] },
    {
      name: 'b',
      ports: [
        { name: 'http', containerPort: 80 },
        { name: 'dns', containerPort: 80, protocol: 'UDP' as const },
      ],
    },
  ];
  expect(issuesOf((reportIssue) => checkPodPorts(containers, reportIssue))).toEqual([
    'ports: containers "a" and "b" both listen on 80/TCP',
    'ports: containers "a" and "b" both have a port named "http"',
  ]);
  const onHost = [{ name: 'a', ports: [{ name: 'http', containerPort: 80, hostPort: 81 }] }];
  expect(issuesOf((reportIssue) => checkHostPorts({ hostNetwork: true }, onHost, reportIssue))).toEqual([
    'ports: hostPort of "http" must equal its port, 80, with hostNetwork, got 81',
  ]);
});
