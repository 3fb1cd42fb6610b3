import { gatesOf, hasChange } from '../../../facts';
import { cidr, parseRange, portNumber } from '../../../values';
import { fieldChecks, type Report, rules } from '../../rule';
import { loadBalancer, service } from './examples';
import { reservationProblems } from './service-cluster-ips';

const LARGEST_PORT = 65_535;
const HINTS = 'service.kubernetes.io/topology-aware-hints';
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";
const source = 'validateService (pkg/apis/core/validation)';

/** Where the traffic of a Service comes from and to which pods it goes. */
export const serviceTrafficRules = rules(
  'io.k8s.api.core.v1.Service',
  {
    'service-external-traffic-policy': {
      reason: 'FieldValueInvalid',
      message: {
        '1.28': "may only be set when `type` is 'NodePort' or 'LoadBalancer'",
        '1.29': 'may only be set for externally-accessible services',
      },
      why: 'The field says what happens to traffic from outside, and a Service of type ClusterIP has none. Remove it, or did you mean internalTrafficPolicy?',
      source: 'validateServiceExternalTrafficPolicy (pkg/apis/core/validation)',
      refused: service({ externalTrafficPolicy: 'Local' }),
      accepted: service({ internalTrafficPolicy: 'Local' }),
    },
    'service-traffic-policy': {
      reason: 'FieldValueNotSupported',
      supported: ['Cluster', 'Local'],
      why: 'Traffic goes to pods on any node (Cluster, the default) or only to those on the node where it arrived (Local).',
      source:
        'validateServiceExternalTrafficPolicy, validateServiceInternalTrafficFieldsValue (pkg/apis/core/validation)',
      refused: service({ type: 'NodePort', externalTrafficPolicy: 'Node' }),
      accepted: service({ type: 'NodePort', externalTrafficPolicy: 'Local' }),
    },
    'service-health-check-node-port': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A cloud load balancer asks each node on this port whether it has pods of the Service, which applies to type LoadBalancer with externalTrafficPolicy: Local only.',
      source: 'validateServiceExternalTrafficPolicy (pkg/apis/core/validation)',
      refused: loadBalancer({ healthCheckNodePort: 30100 }),
      accepted: loadBalancer({ healthCheckNodePort: 30100, externalTrafficPolicy: 'Local' }),
    },
    'service-traffic-distribution': {
      reason: 'FieldValueNotSupported',
      message: 'supported values: {supported}',
      why: 'Traffic prefers pods of the same zone (PreferSameZone, before 1.34 PreferClose) or of the same node (PreferSameNode).',
      source: 'validateServiceTrafficDistribution (pkg/apis/core/validation)',
      since: '1.31',
      refused: service({ trafficDistribution: 'PreferLocal' }),
      accepted: service({ trafficDistribution: 'PreferSameZone' }),
    },
    'service-source-ranges': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The balancer lets only these networks in. Each is written as an address and the length of its prefix: 10.0.0.0/8.',
      source,
      refused: loadBalancer({ loadBalancerSourceRanges: ['10.0.0.0'] }),
      accepted: loadBalancer({ loadBalancerSourceRanges: ['10.0.0.0/8'] }),
    },
    'service-source-ranges-type': {
      reason: 'FieldValueForbidden',
      message: ONLY_LOAD_BALANCER,
      why: 'Only a balancer of the cloud filters by the address of the client. Use a NetworkPolicy for other Services.',
      source,
      refused: service({ loadBalancerSourceRanges: ['10.0.0.0/8'] }),
      accepted: loadBalancer({ loadBalancerSourceRanges: ['10.0.0.0/8'] }),
    },
    'service-topology-annotations': {
      reason: 'FieldValueInvalid',
      message: `must match annotations[${HINTS}] when both are specified`,
      why: 'The second annotation is the new name of the first, so they cannot say different things. Remove the old one.',
      source,
      refused: service({}, { annotations: { [HINTS]: 'Auto', [TOPOLOGY_MODE]: 'Disabled' } }),
      alongside: ['service-topology-hints-deprecated'],
      accepted: service({}, { annotations: { [TOPOLOGY_MODE]: 'Auto' } }),
    },
    'service-topology-hints-deprecated': {
      reason: 'Warning',
      severity: 'warning',
      message: `annotation ${HINTS} is deprecated, please use ${TOPOLOGY_MODE} instead`,
      why: 'The annotation was renamed in Kubernetes 1.27.',
      source: 'GetWarningsForService (pkg/api/service)',
      refused: service({}, { annotations: { [HINTS]: 'Auto' } }),
      accepted: service({}, { annotations: { [TOPOLOGY_MODE]: 'Auto' } }),
    },
  },
  (node, report) => {
    const { spec = {}, metadata } = node.value;
    if (reservationProblems(node.value, node.minor).length > 0) return;
    const annotations = metadata?.annotations ?? {};
    checkPolicies(spec, node.minor, report);
    if (spec.trafficDistribution !== undefined) {
      const values = [
        'PreferClose',
        ...(gatesOf(node.minor).has('PreferSameTrafficDistribution') ? ['PreferSameZone', 'PreferSameNode'] : []),
      ];
      if (!values.includes(spec.trafficDistribution)) {
        report('service-traffic-distribution', 'spec.trafficDistribution', {
          supported: values,
        });
      }
    }
    checkSourceRanges(spec, annotations, node.minor, report);
    if (annotations[HINTS] !== undefined) {
      report('service-topology-hints-deprecated', `metadata.annotations[${HINTS}]`);
      if (annotations[TOPOLOGY_MODE] !== undefined && annotations[TOPOLOGY_MODE] !== annotations[HINTS]) {
        report('service-topology-annotations', `metadata.annotations[${TOPOLOGY_MODE}]`);
      }
    }
  },
);

function checkPolicies(spec: any, minor: number, report: Report): void {
  const { oneOf } = fieldChecks(report);
  const { type, externalIPs = [], externalTrafficPolicy = '', internalTrafficPolicy, healthCheckNodePort = 0 } = spec;
  const isExternal =
    type === 'LoadBalancer' ||
    type === 'NodePort' ||
    (hasChange(minor, 'ExternalTrafficOfClusterIP') && type === 'ClusterIP' && externalIPs.length > 0);
  if (isExternal ? !['Cluster', 'Local'].includes(externalTrafficPolicy) : externalTrafficPolicy !== '') {
    report(isExternal ? 'service-traffic-policy' : 'service-external-traffic-policy', 'spec.externalTrafficPolicy');
  }
  oneOf('service-traffic-policy', 'spec.internalTrafficPolicy', internalTrafficPolicy, ['Cluster', 'Local']);
  if (healthCheckNodePort === 0) {
    // In a dry run the server counts on from the highest node port to choose one.
    const highest = Math.max(0, ...(spec.ports ?? []).map((port: any) => port.nodePort ?? 0));
    if (highest >= LARGEST_PORT && type === 'LoadBalancer' && externalTrafficPolicy === 'Local') {
      const [detail] = portNumber(highest + 1);
      report('service-health-check-node-port', 'spec.healthCheckNodePort', { detail });
    }
    return;
  }
  const problems =
    type === 'LoadBalancer' && externalTrafficPolicy === 'Local'
      ? portNumber(healthCheckNodePort)
      : ["may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"];
  for (const detail of problems) report('service-health-check-node-port', 'spec.healthCheckNodePort', { detail });
}

/** The field, or an annotation from before there was the field. The server writes the field with a capital letter. */
function checkSourceRanges(spec: any, annotations: any, minor: number, report: Report): void {
  const { each } = fieldChecks(report);
  const listed: readonly string[] = spec.loadBalancerSourceRanges ?? [];
  const annotation: string | undefined = annotations[SOURCE_RANGES];
  if (listed.length === 0 && annotation === undefined) return;
  const field = listed.length > 0 ? 'spec.LoadBalancerSourceRanges' : `metadata.annotations[${SOURCE_RANGES}]`;
  if (spec.type !== 'LoadBalancer') report('service-source-ranges-type', field);
  const text = (annotation ?? '').trim();
  const ranges = listed.length > 0 ? listed : text === '' ? [] : text.split(',');
  if (!hasChange(minor, 'SourceRangePaths')) {
    if (ranges.some((range) => parseRange(range.trim()) === undefined)) {
      report('service-source-ranges', field, {
        detail: 'must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24 ',
        value: listed.length > 0 ? `[${listed.join(' ')}]` : annotation,
      });
    }
    return;
  }
  each(field, ranges, (range, at) => {
    const value = range.trim();
    for (const detail of cidr(value, minor)) {
      report('service-source-ranges', listed.length > 0 ? at : field, { detail, value });
    }
  });
}
