import { containersOf, groupOf } from '../../facts';
import { literalPattern as escaped } from '../../values';
import { customList } from './placed';
import { DATABASE_PRODUCERS } from './produced-by-databases';
import { producedForGateway } from './produced-by-gateways';
import { producedByChart, producedByReleases } from './produced-by-releases';
import { KAFKA_PRODUCERS, kafkaPods, STRIMZI } from './produced-kafka';
import {
  type DecidedByOthers,
  namedAfter,
  type Produced,
  type Producer,
  pods,
  secret,
  services,
  startingWith,
} from './produced-objects';

const TLS_KEYS = ['tls.crt', 'tls.key', 'ca.crt'];

/** What an ExternalSecret does not create alone, so that it has other keys too. */
const ADDS_KEYS: readonly unknown[] = ['Merge', 'CreateOrMerge'];

function externalSecret(spec: any, name: string, everywhere?: true): Produced[] {
  const target = spec?.target ?? {};
  const { creationPolicy, manifest } = target;
  if (creationPolicy === 'None') return [];
  if (manifest?.kind === 'ConfigMap')
    return [{ kind: 'ConfigMap', name: target.name ?? name, ...(everywhere && { everywhere }) }];
  if (manifest) return [];
  const template = target.template ?? {};
  const written = Object.keys(template.data ?? {});
  // Data of a template takes the place of what is read, unless it is merged with it.
  const isReplaced = written.length > 0 && template.mergePolicy !== 'Merge';
  const read = isReplaced ? [] : customList(spec?.data).map((entry) => entry?.secretKey);
  const isOpen = (spec?.dataFrom && !isReplaced) || template.templateFrom || ADDS_KEYS.includes(creationPolicy);
  const keys = isOpen ? undefined : [...read, ...written];
  return secret(target.name ?? name, keys).map((one) => ({ ...one, ...(everywhere && { everywhere }) }));
}

/** cert-manager creates certificates for the TLS secrets of Ingresses and Gateways with one of its annotations. */
function isIssued({ metadata }: any): boolean {
  const annotations = metadata?.annotations ?? {};
  return ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer', 'kubernetes.io/tls-acme'].some(
    (key) => annotations[key] !== undefined,
  );
}

const prometheusLike =
  (kind: string, short = kind): Producer =>
  (_, name) => [
    ...services(`${kind}-operated`),
    { kind: 'StatefulSet', name: `${short}-${name}` },
    pods({
      'app.kubernetes.io/name': kind,
      'app.kubernetes.io/instance': name,
      [kind]: name,
      'operator.prometheus.io/name': name,
      // Of the Service.
      [`operated-${kind.replace('-agent', '')}`]: 'true',
    }),
  ];

/** @see https://argocd-operator.readthedocs.io/en/latest/reference/argocd/ */
const ARGO_PARTS = [
  ...['application-controller', 'applicationset-controller', 'dex-server', 'notifications-controller'],
  ...['redis', 'redis-ha', 'redis-ha-haproxy', 'repo-server', 'server'],
];

/** What controllers create, by group and kind of the object that they create it for. */
const PRODUCERS: Readonly<Record<string, Producer>> = {
  ...KAFKA_PRODUCERS,
  ...DATABASE_PRODUCERS,
  'cert-manager.io/Certificate': ({ spec }) => secret(spec?.secretName, [...TLS_KEYS, ...keystores(spec)]),
  'networking.k8s.io/Ingress': (object) =>
    isIssued(object) ? (object.spec?.tls ?? []).flatMap((tls: any) => secret(tls?.secretName, TLS_KEYS)) : [],
  'gateway.networking.k8s.io/Gateway': (object, name, { classes }) => [
    ...producedForGateway(object, name, classes.controllerOf(object.spec?.gatewayClassName)),
    ...customList(isIssued(object) ? object.spec?.listeners : []).flatMap((listener) =>
      customList(listener?.tls?.certificateRefs).flatMap((reference) => secret(reference?.name, TLS_KEYS)),
    ),
  ],
  // internal/infrastructure/kubernetes/proxy/resource.go of Envoy Gateway; its pods are in the namespace of the controller or of the Gateway.
  'gateway.envoyproxy.io/EnvoyProxy': () => [
    pods({
      'app.kubernetes.io/name': 'envoy',
      'app.kubernetes.io/component': 'proxy',
      'app.kubernetes.io/managed-by': 'envoy-gateway',
    }),
  ],
  'source.toolkit.fluxcd.io/OCIRepository': producedByChart,
  // In the namespace of Crossplane.
  'pkg.crossplane.io/DeploymentRuntimeConfig': ({ spec }) => [
    { kind: 'ServiceAccount', name: spec?.serviceAccountTemplate?.metadata?.name, everywhere: true },
  ],
  'cdi.kubevirt.io/DataVolume': (_, name) => [{ kind: 'PersistentVolumeClaim', name }],
  // A volume of a machine, and its claim.
  'kubevirt.io/VirtualMachine': ({ spec }) =>
    customList(spec?.dataVolumeTemplates).map((one) => ({ kind: '*', name: String(one?.metadata?.name) })),
  'external-secrets.io/ExternalSecret': ({ spec }, name) => externalSecret(spec, name),
  'external-secrets.io/ClusterExternalSecret': ({ spec }, name) =>
    externalSecret(spec?.externalSecretSpec, spec?.externalSecretName ?? name, true),
  'bitnami.com/SealedSecret': ({ spec }, name) =>
    // In its old form all of it is encrypted, the keys too.
    secret(
      name,
      typeof spec?.data === 'string'
        ? undefined
        : [...Object.keys(spec?.encryptedData ?? {}), ...Object.keys(spec?.template?.data ?? {})],
    ),
  'secrets-store.csi.x-k8s.io/SecretProviderClass': ({ spec }, name) =>
    customList(spec?.secretObjects)
      .flatMap((entry) =>
        secret(
          entry?.secretName,
          customList(entry?.data).map((item) => item?.key),
        ),
      )
      .map((one) => ({ ...one, mountOf: name })),
  'secrets.hashicorp.com/VaultStaticSecret': ({ spec }) => secret(spec?.destination?.name),
  'secrets.hashicorp.com/VaultDynamicSecret': ({ spec }) => secret(spec?.destination?.name),
  'secrets.hashicorp.com/HCPVaultSecretsApp': ({ spec }) => secret(spec?.destination?.name),
  'secrets.hashicorp.com/VaultPKISecret': ({ spec }) => secret(spec?.destination?.name),
  'onepassword.com/OnePasswordItem': (_, name) => secret(name),
  'monitoring.coreos.com/Prometheus': prometheusLike('prometheus'),
  'monitoring.coreos.com/PrometheusAgent': prometheusLike('prometheus-agent', 'prom-agent'),
  'monitoring.coreos.com/Alertmanager': prometheusLike('alertmanager'),
  'monitoring.coreos.com/ThanosRuler': prometheusLike('thanos-ruler'),
  'trust.cert-manager.io/Bundle': ({ spec }, name) =>
    (['ConfigMap', 'Secret'] as const).flatMap((kind): Produced[] => {
      const key = spec?.target?.[kind === 'Secret' ? 'secret' : 'configMap']?.key;
      // Further formats have keys of their own.
      const keys = spec?.target?.additionalFormats === undefined ? [String(key)] : undefined;
      return key === undefined ? [] : [{ kind, name, everywhere: true, ...(keys && { keys }) }];
    }),
  'trust-manager.io/ClusterBundle': (_, name) =>
    (['ConfigMap', 'Secret'] as const).map((kind) => ({ kind, name, everywhere: true })),
  'source.extensions.fluxcd.io/ArtifactGenerator': ({ spec }) =>
    customList(spec?.artifacts).flatMap((artifact): Produced[] =>
      typeof artifact?.name === 'string' ? [{ kind: 'ExternalArtifact', name: artifact.name }] : [],
    ),
  // pkg/reconciler of Argo Events; an EventBus has a Service for each kind of its servers.
  'argoproj.io/EventSource': ({ spec }, name) => [
    ...(customList(spec?.service?.ports).length > 0 ? services(`${name}-eventsource-svc`) : []),
    pods({ controller: 'eventsource-controller', 'eventsource-name': name, 'owner-name': name }),
  ],
  'argoproj.io/Sensor': (_, name) => [
    pods({ controller: 'sensor-controller', 'sensor-name': name, 'owner-name': name }),
  ],
  'argoproj.io/EventBus': (_, name) => [
    ...services(startingWith(`eventbus-${name}-`)),
    pods({ controller: 'eventbus-controller', 'eventbus-name': name, 'owner-name': name }),
  ],
  // The Service of a route, and the private ones of its revisions.
  'serving.knative.dev/Service': (_, name) => [
    ...services(name, startingWith(`${name}-0`)),
    pods({ 'serving.knative.dev/service': name }),
  ],
  'argoproj.io/ArgoCD': (object, name) => [
    ...namedAfter(object, name),
    ...ARGO_PARTS.map((part) => pods({ 'app.kubernetes.io/name': `${name}-${part}` })),
  ],
  'batch/Job': ({ spec }) => createdByScript(spec?.template?.spec),
  '/Service': ({ metadata }) =>
    ['alpha', 'beta'].flatMap((version) =>
      secret(metadata.annotations?.[`service.${version}.openshift.io/serving-cert-secret-name`], TLS_KEYS.slice(0, 2)),
    ),
  '/ServiceAccount': (_, name) => [{ kind: 'Secret', name: new RegExp(`^${escaped(name)}-(token|dockercfg)-`) }],
  'apps/StatefulSet': (object, name, { sets }) =>
    (object.spec?.volumeClaimTemplates ?? []).flatMap((template: any) => {
      const claim = `${template?.metadata?.name}-${name}`;
      const labels = { ...template?.metadata?.labels, ...object.spec.selector?.matchLabels };
      const names = sets.listOf(object)?.map((ordinal) => `${claim}-${ordinal}`);
      return (names ?? [new RegExp(`^${escaped(claim)}-\\d+$`)]).map((one) => ({
        kind: 'PersistentVolumeClaim',
        name: one,
        labels,
      }));
    }),
};

/** `--secret-name=edge-admission` of a program that creates certificates, as charts run it; `kubectl create secret generic login`. */
const CREATED = [
  [/^--(?:[a-z-]+-)?secret(?:-name)?[= ]([a-z0-9.-]+)$/, 'Secret'],
  [/\bkubectl\b[^;&|]*? create secret (?:generic|tls|docker-registry) ([a-z0-9.-]+)/, 'Secret'],
  [/\bkubectl\b[^;&|]*? create (?:configmap|cm) ([a-z0-9.-]+)/, 'ConfigMap'],
] as const;

/** Programs with a command that creates certificates of their own. */
const CERTGEN = [
  [/\bcontour certgen\b/, ['contourcert', 'envoycert']],
  [/\benvoy-gateway certgen\b/, ['envoy-gateway', 'envoy', 'envoy-rate-limit', 'envoy-oidc-hmac']],
] as const;

function createdByScript(pod: any): Produced[] {
  return containersOf(pod).flatMap(({ container }) => {
    const words = [...customList(container.command), ...customList(container.args)].map(String);
    const certificates = CERTGEN.flatMap(([pattern, names]) => (pattern.test(words.join(' ')) ? names : []));
    // A program and its arguments may be words of their own.
    const created = [...words, words.join(' ')].flatMap((text) =>
      CREATED.flatMap(([pattern, kind]): Produced[] => {
        const name = pattern.exec(text)?.[1];
        return name === undefined ? [] : [{ kind, name }];
      }),
    );
    return [...certificates.flatMap((name) => secret(name)), ...created];
  });
}

function keystores(spec: any): string[] {
  const { jks, pkcs12 } = spec?.keystores ?? {};
  return [
    ...(jks?.create === true ? ['keystore.jks', 'truststore.jks'] : []),
    ...(pkcs12?.create === true ? ['keystore.p12', 'truststore.p12'] : []),
    ...customList(spec?.additionalOutputFormats).map((format) =>
      format?.type === 'DER' ? 'key.der' : 'tls-combined.pem',
    ),
  ];
}

/** Groups whose objects configure something and create no others with names like their own. */
const INERT_GROUPS = new Set([
  'gateway.networking.k8s.io',
  'cert-manager.io',
  'monitoring.coreos.com',
  'keda.sh',
  'autoscaling.k8s.io',
  'snapshot.storage.k8s.io',
  'networking.istio.io',
  'security.istio.io',
  'traefik.io',
  'metallb.io',
  'kyverno.io',
  'external-secrets.io',
  'secrets.hashicorp.com',
  'bitnami.com',
  'secrets-store.csi.x-k8s.io',
  'argoproj.io',
  'cilium.io',
]);

/**
 * What controllers create for an object. Of a custom resource that is not known it may be anything named after it, as operators
 * do it, and Secrets and ConfigMaps of the names that its fields give.
 */
export function producedBy(object: any, others: DecidedByOthers): readonly Produced[] {
  const group = groupOf(String(object?.apiVersion ?? ''));
  const name = object?.metadata?.name;
  if (typeof name !== 'string' || name === '') return [];
  const key = `${group}/${object.kind}`;
  if (Object.hasOwn(PRODUCERS, key)) return PRODUCERS[key]!(object, name, others);
  const released = producedByReleases(object);
  if (released !== undefined) return released;
  if (!group.includes('.') || group.endsWith('.k8s.io') || INERT_GROUPS.has(group)) return [];
  return [...namedAfter(object, name), ...(group === STRIMZI ? [kafkaPods(object.kind, name)] : [])];
}
