import { ApiObject, Lazy } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { networkingV1 } from '../kubernetes';
import { RecordedConstruct } from '../origin';
import { definedFields } from '../pod';
import { checkProps } from '../props';
import { parseAddress } from '../values';
import type { Ambassador } from './ambassador';
import { podLabels, podObjectOf } from './pod-template';
import { upstreamAddress, upstreamService } from './upstream';

/** A way out for an ambassador. */
export interface AmbassadorEgressProps {
  /** The pattern, cdk8s-plus workload or ApiObject whose pods have the ambassador. */
  readonly from: IConstruct;
  readonly ambassador: Ambassador;
  /** @default the workload's name, `-to-` and the ambassador's name */
  readonly name?: string;
}

const DNS: networkingV1.NetworkPolicyEgressRule = {
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

/**
 * NetworkPolicy that lets the pods of an ambassador reach its upstream, and DNS.
 *
 * The upstream's pods when it is a Service of the app; an address when it is one; else, as policies know no host names,
 * its port on any address. Note that pods which no other egress policy selects may afterwards go nowhere else.
 *
 * @example
 * new AmbassadorEgress(chart, 'redis-egress', { from: shop, ambassador: redis });
 */
export class AmbassadorEgress extends RecordedConstruct {
  public readonly networkPolicy: ApiObject;

  /** @throws PropsError when `from` has no pod, or the port of the upstream is in a Secret. */
  public constructor(scope: Construct, id: string, props: AmbassadorEgressProps) {
    super(scope, id);
    const { from, ambassador } = props;
    const workload = podObjectOf(from);
    let port: number | string = '';
    checkProps(this, (problem) => {
      if (workload === undefined) problem('from', `must have a pod, but ${from.node.path} has none`);
      port = upstreamAddress(ambassador.upstream, problem).port;
      if (typeof port === 'string') {
        problem(
          'ambassador',
          'the port of the upstream stands in a Secret, so that no policy can name it',
          'give `port` a number',
        );
      }
    });
    const { namespace } = workload!.metadata;
    this.networkPolicy = new ApiObject(this, 'Resource', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: definedFields({ name: props.name ?? `${workload!.name}-to-${ambassador.name}`, namespace }),
      spec: Lazy.any({ produce: () => policy(workload!, ambassador, Number(port)) }),
    });
  }
}

function policy(workload: ApiObject, ambassador: Ambassador, port: number): networkingV1.NetworkPolicySpec {
  const egress = [egressRule(workload, ambassador, port), DNS];
  return { podSelector: { matchLabels: podLabels(workload) }, policyTypes: ['Egress'], egress };
}

function egressRule(workload: ApiObject, ambassador: Ambassador, port: number): networkingV1.NetworkPolicyEgressRule {
  const service = upstreamService(ambassador.upstream);
  if (service !== undefined) return toService(workload, ApiObject.of(service), port);
  const { host } = upstreamAddress(ambassador.upstream, () => {});
  const bits = host.includes(':') ? 128 : 32;
  const ports = [{ protocol: 'TCP', port }] as networkingV1.NetworkPolicyPort[];
  return parseAddress(host) === undefined ? { ports } : { to: [{ ipBlock: { cidr: `${host}/${bits}` } }], ports };
}

/** Policies see the pods behind a Service, and their port rather than the Service's. */
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
