function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Strings at the edges of what the server's checks allow, by what they resemble. */
const NAMES = [
  ...words(`
    a A a-b a.b a_b -a a- .a a. a..b 1 1a a/b example.com/a example.com/ /a a/b/c Example.com/a kubernetes.io/a ä
    * *.example.com *.*.example.com *a.com . .. ... ..a a%b a:b a@b system:a 日本 A_B _ --a a--b http https-1
  `),
  'a b',
  ' a',
  'a ',
  'a\nb',
  'a\tb',
  '$(A)',
];
const LONG = [15, 16, 52, 53, 57, 63, 64, 120, 128, 233, 243, 253, 254, 262, 317, 1024, 1025].map((length) =>
  'a'.repeat(length),
);
const ADDRESSES = [
  ...words(`
    10.0.0.1 10.0.0.0/8 10.0.0.1/8 10.0.0.0/33 0.0.0.0/0 0.0.0.0 127.0.0.1 169.254.1.1 224.0.0.1 256.1.1.1 1.2.3
    01.2.3.4 ::1 :: 2001:db8::1 2001:db8::/64 2001:DB8::1 2001:db8::1%eth0 ::ffff:1.2.3.4 fe80::1 ff02::1
    1.2.3.4:80 [::1]:80 010.0.0.0/8 ::ffff:10.0.0.0/104 10.0.77.78
  `),
];
const QUANTITIES = [
  ...words(`
    0 1 -1 1.5 0.5 100m 1.5m 1500u 1n 0.1n 1k 1K 1Ki 1Mi 1M 1Gi 1g 1Ti 1Pi 1Ei 9Ei 10E 1e3 1E3 1e-3 +1 .5 5. 1Kib
    1i 0x10 1_000 1,5 9223372036854775807 9223372036854775808 1e20 0.0001 -100m 1024Mi 2Mi 3Mi
  `),
  ' 1',
  '1 ',
  '',
];
const PERCENTAGES = [
  ...words(`
    0% 1% 25% 100% 101% 1000% -1% 1.5% % 25 a% 007% 99999999999%
  `),
  '25 %',
];
const SCHEDULES = [
  ...words(`
    @daily @yearly @reboot
  `),
  '* * * * *',
  '@every 1h',
  '@every 5',
  '0 0 * *',
  '0 0 * * * *',
  '60 * * * *',
  '*/0 * * * *',
  '1-70 * * * *',
  '0 0 31 2 *',
  'TZ=UTC * * * * *',
  'CRON_TZ=UTC 0 0 * * *',
  '0 0 * * 7',
  '0 0 * * SUN',
  '? ? ? ? ?',
  '0 0 L * *',
  '5-1 * * * *',
  '0,5 * * * *',
];
const PATHS = [
  ...words(`
    / // /a /a/ /a//b /a/../b /a/./b /.. a/b ../a .. ./a /a%2fb /a%2Fb /a/..b /a:b a/../b ..a/b :
  `),
  'C:\\a',
  '\\\\a',
  '/a b',
];
const LINKS = [
  ...words(`
    https://a.example.com/x http://a https://a:443 https://u:p@a https://a?x=1 https://a#f ftp://a https://
    a.example.com https://a/%zz
  `),
];
const TIMES = [
  ...words(`
    2024-01-01T00:00:00Z 2024-01-01T00:00:00.123456Z 2024-01-01T00:00:00+02:00 2024-01-01 2024-13-01T00:00:00Z
    2024-02-30T00:00:00Z now 1h 2024-01-01t00:00:00z 2024-01-01T00:00:00.000000Z
  `),
];
const ENCODED = ['YQ==', 'YQ', 'YQ=', '====', 'a', 'YWJj', 'Y W J j', 'YWJj\n', '-_-_', '+/+/'];
const PATHS_OF_FIELDS = [
  ...words(`
    metadata.name metadata.uid metadata.namespace metadata.labels metadata.annotations metadata.labels['a']
    metadata.annotations['example.com/a'] metadata.labels[''] metadata.labels[a] spec.nodeName
    spec.serviceAccountName status.podIP status.podIPs status.hostIP status.hostIPs status.phase spec.hostname
    limits.cpu requests.memory limits.ephemeral-storage limits.example.com/gpu requests.hugepages-2Mi cpu
    .spec.replicas .status.replicas {.spec.a} .metadata.name
  `),
  "metadata.labels['a b']",
];
const WORDS = [
  ...words(`
    true false null 0 80 8080 65536 Always Never OnFailure None Default TCP UDP SCTP tcp ClusterIP Local Cluster
    Namespaced In NotIn Exists DoesNotExist Gt Lt Equal NoSchedule NoExecute PreferNoSchedule Honor Ignore
    RuntimeDefault Unconfined Localhost ALL CAP_SYS_ADMIN SYS_ADMIN NET_ADMIN cpu memory storage pods
    ephemeral-storage hugepages-2Mi example.com/gpu requests.cpu limits.memory requests.storage count/pods
    kubernetes.io/cpu requests.example.com/x Filesystem Block ReadWriteOnce ReadWriteOncePod Retain Delete
    Recycle Immediate linux windows v1 apps/v1 v1beta1 Pod Service ConfigMap User Group ServiceAccount
    ClusterRole Role rbac.authorization.k8s.io kubernetes.io/tls kubernetes.io/dockerconfigjson
    kubernetes.io/basic-auth kubernetes.io/ssh-auth kubernetes.io/service-account-token IPv4 IPv6 FQDN
    SingleStack PreferDualStack kubernetes.io/hostname topology.kubernetes.io/zone example.com/zone default
    system-node-critical metadata.name UTC Local Europe/Berlin Europe/Nowhere localhost/profile Memory HugePages
    HugePages-2Mi HugePages-3 kernel.msgmax net.core.somaxconn net/core/somaxconn a=b = __proto__ constructor
    toString 1.2.3 1.2.3-rc.1 object.spec self. [ (?=a) ^(a|b .spec 1-3,5 3-1 5 0- application/json PreferClose
    PreferSameNode aGVsbG8= {} {"auths":{}} registry/image:tag Prefix Exact ImplementationSpecific RollingUpdate
    Recreate OnDelete Parallel OrderedReady Indexed NonIndexed FailJob FailIndex Utilization AverageValue Value
    Percent Max Min Disabled ByUser Limited Exempt Queue Reject * kubernetes foregroundDeletion orphan
  `),
  '',
  ' ',
  'self > 1',
  '^a$',
  'client auth',
  'server auth',
  'digital signature',
];

export const STRINGS: readonly string[] = [
  ...NAMES,
  ...LONG,
  ...ADDRESSES,
  ...QUANTITIES,
  ...PERCENTAGES,
  ...SCHEDULES,
  ...PATHS,
  ...LINKS,
  ...TIMES,
  ...ENCODED,
  ...PATHS_OF_FIELDS,
  ...WORDS,
];

export const FAMILIES: readonly (readonly string[])[] = [
  NAMES,
  NAMES,
  LONG,
  ADDRESSES,
  QUANTITIES,
  PERCENTAGES,
  SCHEDULES,
  PATHS,
  LINKS,
  TIMES,
  ENCODED,
  PATHS_OF_FIELDS,
  WORDS,
  WORDS,
  WORDS,
];

export const NUMBERS: readonly number[] = [
  0, 1, -1, 2, 3, 5, 10, 15, 25, 30, 50, 60, 64, 80, 99, 100, 101, 200, 256, 300, 365, 420, 443, 511, 512, 599, 600,
  777, 1000, 1023, 1024, 1800, 1801, 3600, 3601, 10_000, 20_000, 20_001, 30_000, 32_767, 32_768, 65_535, 65_536, 86_400,
  86_401, 100_000, 100_001, 1_000_000_000, 1_000_000_001, 2_147_483_647, 2_147_483_648, -2_147_483_648, -2_147_483_649,
  4_294_967_296, 9_007_199_254_740_991, 1e19, 1e30, -100, 0.5, 1.5, -0.5,
];

/** Keys for maps of labels, data, parameters and resources. */
export const KEYS: readonly string[] = [
  ...words(`
    a A a.b a_b a- -a .a .. . ..a example.com/a example.com/ /a a/b/c Example.COM/a a:b ä a% __proto__ cpu memory
    storage pods hugepages-2Mi hugepages- hugepages-3Mi ephemeral-storage example.com/gpu kubernetes.io/gpu
    requests.cpu limits.cpu requests.example.com/gpu count/pods count/a.b services.nodeports
    persistentvolumeclaims tls.crt tls.key .dockerconfigjson .dockercfg username password ssh-privatekey
    kubernetes.io/ingress.class seccomp.security.alpha.kubernetes.io/pod
    container.apparmor.security.beta.kubernetes.io/main kubernetes.io/config.mirror kubernetes.io/config.source
    scheduler.alpha.kubernetes.io/tolerations storageclass.kubernetes.io/is-default-class
    volume.beta.kubernetes.io/storage-class service.kubernetes.io/topology-mode node.kubernetes.io/a
    controller-uid batch.kubernetes.io/job-name pod-template-hash statefulset.kubernetes.io/pod-name
  `),
  'a b',
  '',
  `${'a'.repeat(63)}`,
  `${'a'.repeat(64)}`,
  `${'a'.repeat(254)}`,
  `${'a'.repeat(253)}/a`,
  `${'a'.repeat(254)}/a`,
];
