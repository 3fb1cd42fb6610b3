import { ip, isIpv6, parseAddress } from '../../../values';
import { fieldChecks, type Report, rules, sortedValues } from '../../rule';
import { service } from './examples';

const NONE = 'None';
const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'];
const source = 'ValidateServiceClusterIPsRelatedFields (pkg/apis/core/validation)';

/**
 * Addresses of a Service inside the cluster. The server reserves addresses and node ports before it validates anything
 * else, so a fault here hides all others of the object.
 */
export const serviceClusterIpRules = rules(
  'io.k8s.api.core.v1.Service',
  {
    'service-cluster-ips': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'clusterIPs holds one address, or one of each family on a dual-stack cluster, or "None" alone for a headless Service; clusterIP is the same as its first entry. Mostly both are best left to the server.',
      source,
      refused: service({ clusterIP: 'None', clusterIPs: ['None', '10.0.0.7'] }),
      accepted: service({ clusterIP: 'None', clusterIPs: ['None'] }),
    },
    'service-ip-family': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(FAMILIES),
      why: 'There are two families of addresses: IPv4 and IPv6. Case matters.',
      source,
      refused: service({ ipFamilies: ['ipv4'] }),
      accepted: service({ ipFamilies: ['IPv4'] }),
    },
    'service-ip-family-twice': {
      reason: 'FieldValueDuplicate',
      message: '',
      why: 'A Service has at most one address of each family.',
      source,
      refused: service({ ipFamilies: ['IPv4', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' }),
      accepted: service({ ipFamilies: ['IPv4'] }),
    },
    'service-ip-family-policy': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(POLICIES),
      why: 'A Service wants one address (SingleStack), two when the cluster has both families (PreferDualStack), or two in any case (RequireDualStack).',
      source,
      refused: service({ ipFamilyPolicy: 'DualStack' }),
      accepted: service({ ipFamilyPolicy: 'PreferDualStack' }),
    },
    'service-single-stack': {
      reason: 'FieldValueInvalid',
      message: "must be 'RequireDualStack' or 'PreferDualStack' when multiple {things} are specified",
      why: 'Two addresses or families contradict SingleStack, which is also the default of ipFamilyPolicy. Set ipFamilyPolicy to PreferDualStack.',
      source: 'initIPFamilyFields (pkg/registry/core/service/storage)',
      refused: service({ ipFamilies: ['IPv4', 'IPv6'] }),
      accepted: service({ ipFamilies: ['IPv4'] }),
    },
    'service-node-port-twice': {
      reason: 'FieldValueInvalid',
      message: 'provided port is already allocated',
      why: 'A node port forwards to one port of a Service. Only ports of the same number with different protocols may share it. Leave nodePort out to get a free one.',
      source: 'initNodePorts (pkg/registry/core/service/storage)',
      refused: service({
        type: 'NodePort',
        ports: [
          { name: 'a', port: 80, nodePort: 30080 },
          { name: 'b', port: 81, nodePort: 30080 },
        ],
      }),
      accepted: service({
        type: 'NodePort',
        ports: [
          { name: 'a', port: 80, nodePort: 30080 },
          { name: 'b', port: 81, nodePort: 30081 },
        ],
      }),
    },
    'service-health-check-port-twice': {
      reason: 'InternalError',
      message: 'failed to allocate requested HealthCheck NodePort {port}: provided port is already allocated',
      why: 'The port of the health check is a node port too. No port of the Service may have the same one. Leave healthCheckNodePort out to get a free one.',
      source: 'allocHealthCheckNodePort (pkg/registry/core/service/storage)',
      refused: service({
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30080,
        ports: [{ port: 80, nodePort: 30080 }],
      }),
      accepted: service({
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30081,
        ports: [{ port: 80, nodePort: 30080 }],
      }),
    },
  },
  (node, report) => {
    const problems = reservationProblems(node.value, node.minor);
    for (const [id, field, data] of problems) report(id as Parameters<typeof report>[0], field, data);
    if (problems.length > 0) node.skip('');
  },
);

/** What keeps the server from reserving addresses and node ports, as arguments of reports. */
export function reservationProblems({ spec = {}, metadata }: any, minor: number): readonly Parameters<Report>[] {
  const problems: Parameters<Report>[] = [];
  const add: Report = (...detail) => {
    problems.push(detail);
  };
  if (spec.type !== 'ExternalName') {
    checkClusterIps(spec, minor, add);
    if (problems.length === 0) checkStack(spec, add);
  }
  // An object with a uid is in the cluster already: its change reserves each number once (`updateNodePorts`).
  if (problems.length === 0 && metadata?.uid === undefined) checkNodePorts(spec, add);
  return problems;
}

function checkClusterIps(spec: any, minor: number, report: Report): void {
  const { oneOf } = fieldChecks(report);
  const { clusterIP = '', clusterIPs = [], ipFamilies = [], ipFamilyPolicy } = spec;
  const wrong = (detail: string, field = 'spec.clusterIPs') => report('service-cluster-ips', field, { detail });
  if (clusterIP !== '' && clusterIPs[0] !== clusterIP) wrong('first value must match `clusterIP`');
  if (clusterIP === '' && clusterIPs.length > 0) wrong('must be empty when `clusterIP` is not specified');
  ipFamilies.forEach((family: string, index: number) => {
    const field = `spec.ipFamilies[${index}]`;
    oneOf('service-ip-family', field, family, FAMILIES);
    if (ipFamilies.indexOf(family) < index) report('service-ip-family-twice', field, { value: family });
  });
  oneOf('service-ip-family-policy', 'spec.ipFamilyPolicy', ipFamilyPolicy, POLICIES);
  let unreadable = false;
  clusterIPs.forEach((address: string, index: number) => {
    if (index === 0 && address === NONE) {
      if (clusterIPs.length === 1) return;
      unreadable = true;
      wrong("'None' must be the first and only value");
      return;
    }
    for (const detail of ip(address, minor)) {
      unreadable = true;
      wrong(detail, `spec.clusterIPs[${index}]`);
    }
  });
  if (clusterIPs.length > 2) wrong('may only hold up to 2 values');
  if (unreadable || clusterIPs[0] === NONE) return;
  const families: string[] = clusterIPs.map((address: string) => (isIpv6(parseAddress(address)!) ? 'IPv6' : 'IPv4'));
  if (families.length > 1 && new Set(families).size < 2) wrong('may specify no more than one IP for each IP family');
  families.forEach((family, index) => {
    const expected = ipFamilies[index];
    if (FAMILIES.includes(expected) && expected !== family) {
      wrong(`expected an ${expected} value as indicated by \`ipFamilies[${index}]\``, `spec.clusterIPs[${index}]`);
    }
  });
}

function checkStack(spec: any, report: Report): void {
  const { clusterIP = '', clusterIPs = [], ipFamilies = [], selector = {} } = spec;
  const isWithoutPods = clusterIP === NONE && Object.keys(selector).length === 0;
  const policy = spec.ipFamilyPolicy ?? (isWithoutPods ? 'RequireDualStack' : 'SingleStack');
  if (policy !== 'SingleStack') return;
  if (clusterIPs.length === 2)
    report('service-single-stack', 'spec.ipFamilyPolicy', { things: 'cluster IPs', value: policy });
  if (ipFamilies.length === 2)
    report('service-single-stack', 'spec.ipFamilyPolicy', { things: 'IP families', value: policy });
}

/** Reserves node ports as the server does: ports of the same number share one. Stops at the first fault, as it does. */
function checkNodePorts(spec: any, report: Report): void {
  const { type, externalTrafficPolicy, healthCheckNodePort = 0 } = spec;
  if (type !== 'NodePort' && type !== 'LoadBalancer') return;
  const ports: readonly any[] = spec.ports ?? [];
  const reserved = new Set<number>();
  const byPort = new Map<number, number>();
  for (const [index, { port = 0, nodePort = 0 }] of ports.entries()) {
    const known = byPort.get(port);
    let wanted = nodePort;
    if (known === undefined) {
      wanted = ports.find((other) => (other.port ?? 0) === port && (other.nodePort ?? 0) !== 0)?.nodePort ?? 0;
      if (wanted === 0) continue;
      byPort.set(port, wanted);
    } else if (nodePort === 0 || nodePort === known) continue;
    if (reserved.has(wanted)) {
      report('service-node-port-twice', `spec.ports[${index}].nodePort`);
      return;
    }
    reserved.add(wanted);
  }
  const checksHealth = type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
  if (checksHealth && reserved.has(healthCheckNodePort)) {
    report('service-health-check-port-twice', 'spec.healthCheckNodePort', { port: healthCheckNodePort });
  }
}
