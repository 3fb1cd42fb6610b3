import { ApiObject, Lazy } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { networkingV1 } from '../kubernetes';
import { dnsEgressManifest } from '../network';
import { RecordedConstruct } from '../origin';
import { platformOf } from '../platform';
import { definedFields } from '../pod';
import { checked, checkProps } from '../props';
import { parseAddress } from '../values';
import type { Ambassador } from './ambassador';
import { labelsOf, podLabels, podObjectOf } from './pod-template';
import type { ClientPods } from './service-address';
import { reportUnlessApplied } from './unapplied';
import { upstreamService } from './upstream';

/** Options of AmbassadorEgress. */
export interface AmbassadorEgressProps {
  /** The pattern, cdk8s-plus workload or ApiObject whose pods contain the ambassador. */
  readonly of: IConstruct;
  readonly ambassador: Ambassador;
  /** @default the name of the workload, `-to-` and the name of the ambassador */
  readonly name?: string;
}

/**
 * NetworkPolicy that allows egress from the pods of an ambassador to its upstream, and to DNS.
 *
 * The policy allows the pods behind the upstream when it is a Service of the app, or its IP address. An upstream that is a pattern
 * with a NetworkPolicy allows the connection on its side. NetworkPolicies
 * do not support host names: for one, the port is allowed on any address. All other egress of the pods is denied.
 * Pods that the ambassador was not applied to are reported at synthesis.
 *
 * @example
 * new AmbassadorEgress(chart, 'redis-egress', { of: shop, ambassador: redis });
 */
@checked('AmbassadorEgress')
export class AmbassadorEgress extends RecordedConstruct {
  public readonly networkPolicy: ApiObject;

  /** @throws PropsError when `of` has no pod, or the port of the upstream is in a Secret. */
  public constructor(scope: Construct, id: string, props: AmbassadorEgressProps) {
    super(scope, id);
    const { of, ambassador } = props;
    const workload = podObjectOf(of);
    const { port } = ambassador.address;
    checkProps(this, (reportIssue) => {
      if (workload === undefined) reportIssue('of', `expected a construct with a pod, but ${of.node.path} has none`);
      if (typeof port === 'string') {
        reportIssue(
          'ambassador',
          'the port of the upstream is in a Secret, so a NetworkPolicy cannot contain it',
          'set `port` to a number',
        );
      }
    });
    reportUnlessApplied(this, 'of', of, ambassador);
    allowClient(of, ambassador);
    const { namespace } = workload!.metadata;
    const name = props.name ?? `${workload!.name}-to-${ambassador.name}`;
    this.networkPolicy = new ApiObject(this, 'Resource', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: definedFields({ name, namespace, labels: labelsOf(workload!) }),
      spec: Lazy.any({ produce: () => policy(workload!, ambassador, Number(port)) }),
    });
  }
}

/** The NetworkPolicy of an upstream that is a pattern must allow the connection too. */
function allowClient(from: IConstruct, { upstream }: Ambassador): void {
  if (typeof upstream !== 'object' || !('connection' in upstream) || !isPodSelector(from)) return;
  upstream.connection.allowClient?.(from);
}

function isPodSelector(construct: object): construct is ClientPods {
  return typeof (construct as Partial<ClientPods>).selectorLabels === 'object';
}

function policy(workload: ApiObject, ambassador: Ambassador, port: number): networkingV1.NetworkPolicySpec {
  const egress = [egressRule(workload, ambassador, port), ...dnsEgressManifest(platformOf(workload).dns)];
  return { podSelector: { matchLabels: podLabels(workload) }, policyTypes: ['Egress'], egress };
}

function egressRule(workload: ApiObject, ambassador: Ambassador, port: number): networkingV1.NetworkPolicyEgressRule {
  const service = upstreamService(ambassador.upstream);
  if (service !== undefined) return toService(workload, ApiObject.of(service), port);
  const { host } = ambassador.address;
  const bits = host.includes(':') ? 128 : 32;
  const ports = [{ protocol: 'TCP', port }] as networkingV1.NetworkPolicyPort[];
  return parseAddress(host) === undefined ? { ports } : { to: [{ ipBlock: { cidr: `${host}/${bits}` } }], ports };
}

/** NetworkPolicies apply to the pods behind a Service and their ports, not to the ports of the Service. */
function toService(workload: ApiObject, service: ApiObject, port: number): networkingV1.NetworkPolicyEgressRule {
  const { selector = {}, ports = [] } = service.toJson().spec ?? {};
  const target = ports.find((entry: { port: number }) => entry.port === port)?.targetPort ?? port;
  const { namespace } = service.metadata;
  const isNear = namespace === undefined || namespace === workload.metadata.namespace;
  const namespaceSelector = isNear ? undefined : { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
  return {
    to: [definedFields({ podSelector: { matchLabels: selector }, namespaceSelector })],
    ports: [{ protocol: 'TCP', port: target }],
  };
}
