import { GoValue } from '../../printing';
import type { GeneratedValues, Report, UpdateChanges, UpdateNode } from '../../rule';
import { updateRules, updateTextsFor } from '../../rule';
import { loadBalancer, service } from './examples';
import { reservationProblems } from './service-cluster-ips';

const NONE = 'None';
const RECREATE = 'use a new name for the Service, or delete it first';
const addressed = service({ clusterIP: '10.0.0.10', clusterIPs: ['10.0.0.10'] });
const text = updateTextsFor('validateUpgradeDowngradeClusterIPs (pkg/apis/core/validation)', addressed);
const families = updateTextsFor('validateUpgradeDowngradeIPFamilies (pkg/apis/core/validation)', addressed);
const classText = updateTextsFor('validateLoadBalancerClassField (pkg/apis/core/validation)', loadBalancer());
const health = updateTextsFor(
  'validateServiceExternalTrafficFieldsUpdate (pkg/apis/core/validation)',
  loadBalancer({ externalTrafficPolicy: 'Local', healthCheckNodePort: 32000 }),
);

const TEXTS = {
  'service-cluster-ip-immutable': text.invalid(
    'may not change once set',
    'Pods and DNS caches have the address of the Service, so it never changes. A Service with an address does not become headless, nor the other way round.',
    RECREATE,
    { 'spec.clusterIP': NONE, 'spec.clusterIPs': [NONE] },
  ),
  'service-ip-family-immutable': families.invalid(
    'may not change once set',
    'The first address of a Service is of one family, and keeps it. A second family can be added and removed.',
    RECREATE,
    { 'spec.clusterIP': 'fd00::10', 'spec.clusterIPs': ['fd00::10'], 'spec.ipFamilies': ['IPv6'] },
    { before: { 'spec.ipFamilies': ['IPv4'] }, alongside: ['service-cluster-ip-immutable'] },
  ),
  'service-secondary-release': text.invalid(
    "must be set to 'SingleStack' when releasing the secondary {what}",
    'A Service gives back its second address only when it says that it wants one.',
    'set ipFamilyPolicy to SingleStack',
    { 'spec.clusterIPs': ['10.0.0.10'] },
    { before: { 'spec.clusterIPs': ['10.0.0.10', 'fd00::10'], 'spec.ipFamilyPolicy': 'RequireDualStack' } },
  ),
  'service-load-balancer-class-immutable': classText.invalid(
    'may not change once set',
    'The load balancer of a Service was made by the implementation of its class, so the class of a load balancer never changes.',
    RECREATE,
    { 'spec.loadBalancerClass': 'example.com/lb' },
  ),
  'service-health-port-immutable': health.forbidden(
    'field is immutable',
    'Load balancers check the health of nodes at this port, so it never changes.',
    'remove healthCheckNodePort, or delete the Service first',
    { 'spec.healthCheckNodePort': 32001 },
  ),
} as const;

type ReportRule = Report<keyof typeof TEXTS>;

export const serviceUpdateRules = updateRules('io.k8s.api.core.v1.Service', TEXTS, (node, report) => {
  const [old, now] = [node.before.spec as any, node.after.spec as any];
  // What cannot be reserved is reported by the rules for new Services, and nothing else is.
  if (reservationProblems(node.after, node.minor).length > 0) return;
  if (old.type !== 'ExternalName' && now.type !== 'ExternalName') {
    checkAddresses(old, now, report);
    checkFamilies(old, now, report);
  }
  if (old.type === 'LoadBalancer' && now.type === 'LoadBalancer' && old.loadBalancerClass !== now.loadBalancerClass) {
    report('service-load-balancer-class-immutable', 'spec.loadBalancerClass');
  }
  checkHealthPort(node, report);
});

const isHeadless = ({ clusterIPs = [] }: any) => clusterIPs.length === 1 && clusterIPs[0] === NONE;

function checkAddresses(old: any, now: any, report: ReportRule): void {
  if (isHeadless(old) && isHeadless(now)) return;
  const [before, after]: (readonly string[])[] = [old.clusterIPs ?? [], now.clusterIPs ?? []];
  const changed = (index: number) =>
    report('service-cluster-ip-immutable', `spec.clusterIPs[${index}]`, { value: new GoValue('[]string', after) });
  if (before.length === after.length) {
    for (const [index, address] of before.entries()) if (address !== after[index]) changed(index);
    return;
  }
  if (before.length > 0 && after.length > 0 && before[0] !== after[0]) changed(0);
  if (before.length > after.length && after.length === 1 && now.ipFamilyPolicy !== 'SingleStack') {
    report('service-secondary-release', 'spec.ipFamilyPolicy', { what: 'clusterIP' });
  }
}

function checkFamilies(old: any, now: any, report: ReportRule): void {
  if (isHeadless(old) !== isHeadless(now) || isHeadless(now)) return;
  const [before, after]: (readonly string[])[] = [old.ipFamilies ?? [], now.ipFamilies ?? []];
  const changed = () => report('service-ip-family-immutable', 'spec.ipFamilies[0]', { value: after });
  if (before.length === after.length) {
    for (const [index, family] of before.entries()) if (family !== after[index]) changed();
    return;
  }
  if (before.length > 0 && after.length > 0 && before[0] !== after[0]) changed();
  if (before.length > after.length && after.length === 1 && now.ipFamilyPolicy !== 'SingleStack') {
    report('service-secondary-release', 'spec.ipFamilyPolicy', { what: 'ipFamily' });
  }
}

const needsHealthCheck = ({ type, externalTrafficPolicy }: any) =>
  type === 'LoadBalancer' && externalTrafficPolicy === 'Local';

function checkHealthPort({ before, after, same }: UpdateNode, report: ReportRule): void {
  if (!needsHealthCheck(before.spec) || !needsHealthCheck(after.spec)) return;
  if (!same('spec.healthCheckNodePort')) report('service-health-port-immutable', 'spec.healthCheckNodePort');
}

/** What stands for an address and the ports that the cluster gives to a Service. */
const ADDRESS = '10.0.255.254';
const HEALTH_PORT = 32767;

/** What the allocators give to a new Service on a cluster with IPv4. */
export const generatedOfServices: GeneratedValues = {
  'io.k8s.api.core.v1.Service': ({ spec }) => {
    if (spec.type === 'ExternalName') return;
    if (!spec.clusterIP) [spec.clusterIP, spec.clusterIPs] = [ADDRESS, [ADDRESS]];
    spec.clusterIPs ??= [spec.clusterIP];
    const isWithoutPods = spec.clusterIP === NONE && Object.keys(spec.selector ?? {}).length === 0;
    spec.ipFamilyPolicy ??= isWithoutPods ? 'RequireDualStack' : 'SingleStack';
    spec.ipFamilies ??= isWithoutPods ? ['IPv4', 'IPv6'] : ['IPv4'];
    if (hasNodePorts(spec)) {
      for (const [index, port] of (spec.ports ?? []).entries()) port.nodePort ||= HEALTH_PORT - 1 - index;
    }
    if (needsHealthCheck(spec)) spec.healthCheckNodePort ||= HEALTH_PORT;
  },
};

function hasNodePorts({ type, allocateLoadBalancerNodePorts }: any): boolean {
  return type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);
}

/** `patchAllocatedValues`, `dropTypeDependentFields` and `initIPFamilyFields` of pkg/registry/core/service. */
export const serviceUpdatePreparations: UpdateChanges = {
  'io.k8s.api.core.v1.Service': (after, before) => {
    const [old, now] = [before.spec, after.spec];
    dropTypeDependent(old, now);
    keepAddresses(old, now);
    alignAddresses(old, now);
    if (now.type !== 'ExternalName') keepFamilies(old, now);
    if (needsHealthCheck(old) && needsHealthCheck(now)) now.healthCheckNodePort ||= old.healthCheckNodePort;
  },
};

const hasAddress = ({ type }: any) => type !== 'ExternalName';

function keepAddresses(old: any, now: any): void {
  if (!hasAddress(old) || !hasAddress(now)) return;
  now.clusterIP ||= old.clusterIP;
  if ((now.clusterIPs ?? []).length === 0) now.clusterIPs = old.clusterIPs;
}

/** What a change of the type leaves behind is dropped, unless it was changed too. */
function dropTypeDependent(old: any, now: any): void {
  const same = (field: string) => JSON.stringify(old[field] ?? null) === JSON.stringify(now[field] ?? null);
  if (hasAddress(old) && !hasAddress(now) && same('clusterIP') && same('clusterIPs')) {
    delete now.clusterIP;
    delete now.clusterIPs;
  }
  if (hasAddress(old) && !hasAddress(now)) {
    if (same('ipFamilies')) delete now.ipFamilies;
    if (same('ipFamilyPolicy')) delete now.ipFamilyPolicy;
  }
  if (hasNodePorts(old) && !hasNodePorts(now)) dropNodePorts(old, now);
  if (needsHealthCheck(old) && !needsHealthCheck(now) && same('healthCheckNodePort')) delete now.healthCheckNodePort;
  if (hasAllocation(old) && !hasAllocation(now) && same('allocateLoadBalancerNodePorts'))
    delete now.allocateLoadBalancerNodePorts;
  if (old.type === 'LoadBalancer' && now.type !== 'LoadBalancer' && same('loadBalancerClass'))
    delete now.loadBalancerClass;
  if (isExternal(old) && !isExternal(now) && same('externalTrafficPolicy')) delete now.externalTrafficPolicy;
}

const hasAllocation = ({ type }: any) => type === 'LoadBalancer';
const isExternal = ({ type, externalIPs = [] }: any) =>
  type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && externalIPs.length > 0);

function dropNodePorts(old: any, now: any): void {
  const used = new Set((old.ports ?? []).map(({ nodePort = 0 }: any) => nodePort));
  const ports: readonly any[] = now.ports ?? [];
  if (ports.some(({ nodePort }) => nodePort && !used.has(nodePort))) return;
  for (const port of ports) delete port.nodePort;
}

function alignAddresses(old: any, now: any): void {
  const unchanged = JSON.stringify(old.clusterIPs ?? []) === JSON.stringify(now.clusterIPs ?? []);
  if (old.clusterIP === now.clusterIP || !unchanged) return;
  if (old.clusterIP && !now.clusterIP) delete now.clusterIPs;
  else now.clusterIPs = [now.clusterIP];
}

function keepFamilies(old: any, now: any): void {
  if (old.type === 'ExternalName') {
    generatedOfServices['io.k8s.api.core.v1.Service']!({ spec: now }, 0);
    return;
  }
  now.ipFamilyPolicy ??= old.ipFamilyPolicy;
  if ((now.ipFamilies ?? []).length === 0) now.ipFamilies = old.ipFamilies;
}
