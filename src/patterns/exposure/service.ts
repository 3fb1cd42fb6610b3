import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KUBERNETES_VERSIONS, minorOf } from '../../facts';
import type { coreV1 } from '../../kubernetes';
import { amend } from '../../overlay';
import {
  checkOneOf,
  checkText,
  checkUnique,
  checkWhole,
  copyOf,
  definedFields,
  entriesOf,
  type PortProps,
  under,
} from '../../pod';
import type { ReportIssue } from '../../props';
import { cidr, didYouMean, domainPrefixedPath, ownField, parseAddress, portName } from '../../values';
import type { NoServiceProps, ServicePortProps, ServiceProps } from './service-props';

type RealService = Exclude<ServiceProps, NoServiceProps>;

const USUAL_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };
const LONGEST_AFFINITY_SECONDS = 86400;
const OLDEST_MINOR = minorOf(KUBERNETES_VERSIONS[0]);

/** Ports of a Service for the container ports. */
function servicePortsManifest(
  props: RealService,
  ports: readonly PortProps[],
  reportIssue: ReportIssue,
): coreV1.ServicePort[] {
  const nodePort = 'nodePort' in props ? props.nodePort : undefined;
  if (props.ports !== undefined && props.port !== undefined) reportIssue('port', 'must not be set together with ports');
  const wanted: readonly ServicePortProps[] =
    props.ports ??
    ports.map((port, index) => (index === 0 ? { name: port.name, port: props.port, nodePort } : { name: port.name }));
  if (wanted.length === 0) reportIssue('ports', 'must not be empty, because the container has no ports');
  const manifests = wanted.map((port, index) =>
    portManifest(port, props, ports, under(reportIssue, `ports[${index}]`)),
  );
  checkUnique(
    reportIssue,
    manifests.map(({ name }, index) => [`ports[${index}].name`, name!]),
  );
  checkUnique(
    reportIssue,
    manifests.map(({ port, protocol = 'TCP' }, index) => [`ports[${index}].port`, `${port}/${protocol}`]),
  );
  return manifests;
}

function portManifest(
  props: ServicePortProps,
  service: RealService,
  ports: readonly PortProps[],
  reportIssue: ReportIssue,
): coreV1.ServicePort {
  const targetName = typeof props.targetPort === 'string' ? props.targetPort : props.name;
  const byNumber = ports.find(({ port }) => port === props.targetPort);
  const target =
    byNumber ?? ports.find(({ name }) => name === targetName) ?? (targetName === undefined ? ports[0] : undefined);
  const name = props.name ?? target?.name ?? 'main';
  // The name of a port of the container is checked there.
  if (name !== target?.name) checkText(reportIssue, 'name', name, portName);
  if (target === undefined && typeof props.targetPort !== 'number') {
    const names = ports.map((port) => port.name);
    reportIssue(
      'targetPort',
      `no container port is named ${JSON.stringify(targetName)}; the container has ${names.map((known) => JSON.stringify(known)).join(', ') || 'none'}`,
      didYouMean(targetName ?? '', names),
    );
  }
  const port = props.port ?? ownField(USUAL_PORTS, name) ?? target?.port ?? 0;
  // The port of the container is checked there, and a port that no container has is reported already.
  if (port !== target?.port && (target !== undefined || port !== 0 || props.port !== undefined))
    checkWhole(reportIssue, 'port', port, { min: 1, max: 65535 });
  checkWhole(reportIssue, 'nodePort', props.nodePort, { min: 1, max: 65535 });
  if (props.nodePort !== undefined && service.type !== 'NodePort' && service.type !== 'LoadBalancer') {
    reportIssue('nodePort', 'is only supported with type NodePort or LoadBalancer');
  }
  if (typeof props.targetPort === 'number')
    checkWhole(reportIssue, 'targetPort', props.targetPort, { min: 1, max: 65535 });
  return definedFields({
    name,
    port,
    targetPort: target?.name ?? props.targetPort ?? targetName,
    nodePort: props.nodePort,
    protocol: target?.protocol === undefined || target.protocol === 'TCP' ? undefined : target.protocol,
    appProtocol: props.appProtocol,
  });
}

/** `spec` of a Service without its selector and ports. */
function serviceManifest(props: RealService, reportIssue: ReportIssue): Partial<coreV1.ServiceSpec> {
  checkOneOf(reportIssue, 'type', props.type, ['ClusterIP', 'Headless', 'NodePort', 'LoadBalancer', 'None']);
  const ranges = props.type === 'LoadBalancer' ? (props.sourceRanges ?? []) : [];
  for (const range of ranges) checkText(reportIssue, 'sourceRanges', range, (text) => cidr(text, OLDEST_MINOR));
  const loadBalancer = props.type === 'LoadBalancer' ? props : undefined;
  if (loadBalancer?.loadBalancerClass)
    checkText(reportIssue, 'loadBalancerClass', loadBalancer.loadBalancerClass, (text) => labelKey(text));
  const clusterIP = props.type === 'Headless' ? 'None' : 'clusterIP' in props ? props.clusterIP : undefined;
  if (clusterIP !== undefined && clusterIP !== 'None' && parseAddress(clusterIP) === undefined) {
    reportIssue('clusterIP', `must be an IP address or "None", got ${JSON.stringify(clusterIP)}`);
  }
  return definedFields({
    type: props.type === 'Headless' || props.type === undefined ? ('ClusterIP' as const) : props.type,
    clusterIP,
    loadBalancerClass: loadBalancer?.loadBalancerClass,
    loadBalancerIP: loadBalancer?.loadBalancerIP,
    loadBalancerSourceRanges: entriesOf(ranges),
    externalTrafficPolicy: 'externalTrafficPolicy' in props ? props.externalTrafficPolicy : undefined,
    internalTrafficPolicy: props.internalTrafficPolicy,
    ipFamilyPolicy: props.ipFamilyPolicy,
    publishNotReadyAddresses: props.publishNotReadyAddresses || undefined,
    ...affinityManifest(props.sessionAffinity, reportIssue),
  });
}

const labelKey = (text: string) => (text.includes('/') ? domainPrefixedPath(text).map(({ problem }) => problem) : []);

function affinityManifest(
  affinity: RealService['sessionAffinity'],
  reportIssue: ReportIssue,
): Partial<coreV1.ServiceSpec> {
  if (affinity === undefined || affinity === false) return {};
  if (affinity === true) return { sessionAffinity: 'ClientIP' };
  const timeoutSeconds = affinity.toSeconds({ integral: false });
  checkWhole(reportIssue, 'sessionAffinity', timeoutSeconds, { min: 1, max: LONGEST_AFFINITY_SECONDS });
  return { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds } } };
}

/** A Service, read from its props and the ports of its pods. */
export interface ParsedService {
  readonly annotations: Readonly<Record<string, string>>;
  /** Without its selector and ports. */
  readonly spec: Partial<coreV1.ServiceSpec>;
  readonly ports: readonly coreV1.ServicePort[];
}

/** Reads the props of a Service; undefined for type None. */
export function parseService(
  props: ServiceProps,
  ports: readonly PortProps[],
  reportIssue: ReportIssue,
): ParsedService | undefined {
  if (props.type === 'None') return undefined;
  return {
    annotations: props.annotations ?? {},
    spec: serviceManifest(props, reportIssue),
    ports: servicePortsManifest(props, ports, reportIssue),
  };
}

/** The Service for the DNS names of single pods. */
export function serviceOfEveryPod(ports: readonly PortProps[]): ParsedService {
  return {
    annotations: {},
    spec: { type: 'ClusterIP', clusterIP: 'None', publishNotReadyAddresses: true },
    ports: ports.map(({ name, port, protocol }) =>
      definedFields({ name, port, targetPort: name, protocol: protocol === 'TCP' ? undefined : protocol }),
    ),
  };
}

/** Creates a cdk8s-plus Service for pods. */
export function makeService(
  scope: Construct,
  id: string,
  metadata: { readonly name: string; readonly labels: Record<string, string> },
  selectorLabels: Readonly<Record<string, string>>,
  parsed: ParsedService,
): kplus.Service {
  const service = new kplus.Service(scope, id, {
    metadata: { ...metadata, annotations: { ...parsed.annotations } },
    type: parsed.spec.type as kplus.ServiceType,
    ports: parsed.ports.map(({ port, name }) => ({ port, name })),
  });
  for (const [key, value] of Object.entries(selectorLabels)) service.selectLabel(key, value);
  amend(service, (manifest) => {
    const { externalIPs, ...spec } = manifest.spec;
    // Ports that users bound later are kept.
    const added = (spec.ports ?? []).slice(parsed.ports.length);
    manifest.spec = { ...spec, ...copyOf(parsed.spec), ports: [...copyOf(parsed.ports), ...added] };
    if (externalIPs?.length > 0) manifest.spec.externalIPs = externalIPs;
  });
  return service;
}
