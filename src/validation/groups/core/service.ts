import { dns1123Subdomain, endpointAddress, ip, labelsProblems, qualifiedName } from '../../../values';
import { fieldChecks, type Report, rules, sortedValues } from '../../rule';
import { externalName, loadBalancer, service } from './examples';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const LONGEST_AFFINITY = 86_400;
const source = 'validateService (pkg/apis/core/validation)';

/** What kind of Service it is, and what belongs to that kind. */
export const serviceRules = rules(
  'io.k8s.api.core.v1.ServiceSpec',
  {
    'service-type': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(TYPES),
      why: 'A Service is reached inside the cluster (ClusterIP, the default), on every node (NodePort), through a balancer of the cloud (LoadBalancer), or is another name for a host outside (ExternalName).',
      source,
      refused: service({ type: 'Headless' }),
      accepted: service({ type: 'ClusterIP', clusterIP: 'None' }),
    },
    'service-headless-type': {
      reason: 'FieldValueInvalid',
      message: "may not be set to 'None' for {type} services",
      why: 'Node ports and load balancers forward to the cluster IP of the Service, and a headless Service has none.',
      source,
      refused: service({ type: 'NodePort', clusterIP: 'None' }),
      accepted: service({ clusterIP: 'None' }),
    },
    'service-external-name-fields': {
      reason: 'FieldValueForbidden',
      message: 'may not be set for ExternalName services',
      why: 'A Service of type ExternalName is a DNS alias without an address in the cluster.',
      source,
      refused: externalName({ clusterIP: 'None' }),
      accepted: externalName(),
    },
    'service-external-name-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A Service of type ExternalName is an alias for a host, which must be named.',
      source,
      refused: externalName({ externalName: '' }),
      accepted: externalName({ externalName: 'db.example.com' }),
    },
    'service-external-name': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'externalName is the DNS name of a host in lowercase letters, not a URL and not an address.',
      source,
      refused: externalName({ externalName: 'https://db.example.com' }),
      accepted: externalName({ externalName: 'db.example.com.' }),
    },
    'service-selector': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The selector of a Service lists labels of pods, so its keys and values have the form of labels.',
      source,
      refused: service({ selector: { app: 'my app' } }),
      accepted: service({ selector: { app: 'my-app' } }),
    },
    'service-session-affinity': {
      reason: 'FieldValueNotSupported',
      supported: ['ClientIP', 'None'],
      why: 'Connections of one client go to one pod (ClientIP) or to any (None, the default).',
      source,
      refused: service({ sessionAffinity: 'Cookie' }),
      accepted: service({ sessionAffinity: 'ClientIP' }),
    },
    'service-session-affinity-timeout': {
      reason: 'FieldValueInvalid',
      message: `must be greater than 0 and less than ${LONGEST_AFFINITY}`,
      why: 'A client stays with its pod for at least a second and at most a day.',
      source: 'validateAffinityTimeout (pkg/apis/core/validation)',
      refused: service({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 0 } } }),
      accepted: service({
        sessionAffinity: 'ClientIP',
        sessionAffinityConfig: { clientIP: { timeoutSeconds: LONGEST_AFFINITY } },
      }),
    },
    'service-external-ip': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'externalIPs are addresses under which nodes are reached from outside; not those of the host itself or of its link.',
      source,
      refused: service({ externalIPs: ['127.0.0.1'] }),
      alongside: ['service-external-ips-deprecated'],
      accepted: service(),
    },
    'service-load-balancer-field': {
      reason: 'FieldValueForbidden',
      message: "may only be used when `type` is 'LoadBalancer'",
      why: 'The field configures the cloud load balancer, and this Service has none.',
      source,
      refused: service({ loadBalancerClass: 'example.com/internal' }),
      accepted: loadBalancer({ loadBalancerClass: 'example.com/internal' }),
    },
    'service-load-balancer-class': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The class of a balancer is a label-like name, with or without a domain: example.com/internal.',
      source: 'validateLoadBalancerClassField (pkg/apis/core/validation)',
      refused: loadBalancer({ loadBalancerClass: 'internal balancer' }),
      accepted: loadBalancer({ loadBalancerClass: 'example.com/internal' }),
    },
  },
  (node, report) => {
    const { oneOf, format, each } = fieldChecks(report);
    const { type, clusterIPs = [], selector, externalIPs = [], loadBalancerClass } = node.value;
    oneOf('service-type', 'type', type, TYPES);
    if (clusterIPs.length === 1 && clusterIPs[0] === 'None' && (type === 'NodePort' || type === 'LoadBalancer')) {
      report('service-headless-type', 'clusterIPs[0]', { type });
    }
    if (type === 'ExternalName') checkExternalName(node.value, report);
    for (const { message, value } of labelsProblems(selector, 'selector')) {
      report('service-selector', 'selector', { detail: message, value });
    }
    checkAffinity(node.value, report);
    each('externalIPs', externalIPs, (address, at) => {
      const malformed = ip(address, node.minor);
      for (const detail of malformed.length > 0 ? malformed : endpointAddress(address)) {
        report('service-external-ip', at, { detail });
      }
    });
    if (type === 'LoadBalancer') {
      format('service-load-balancer-class', 'loadBalancerClass', loadBalancerClass, qualifiedName);
    } else {
      for (const field of ['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const) {
        if (node.value[field] !== undefined) report('service-load-balancer-field', field);
      }
    }
  },
);

function checkExternalName(spec: any, report: Report): void {
  const { required, format } = fieldChecks(report);
  for (const field of ['clusterIPs', 'ipFamilies']) {
    if ((spec[field] ?? []).length > 0) report('service-external-name-fields', field);
  }
  if (spec.ipFamilyPolicy !== undefined) report('service-external-name-fields', 'ipFamilyPolicy');
  const name = (spec.externalName ?? '').replace(/\.$/, '');
  required('service-external-name-required', 'externalName', name);
  if (name !== '') format('service-external-name', 'externalName', name, dns1123Subdomain);
}

function checkAffinity(spec: any, report: Report): void {
  const { sessionAffinity, sessionAffinityConfig } = spec;
  if (sessionAffinity !== 'ClientIP') {
    if (sessionAffinity !== 'None') report('service-session-affinity', 'sessionAffinity');
    return;
  }
  const timeout = sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (timeout <= 0 || timeout > LONGEST_AFFINITY) {
    report('service-session-affinity-timeout', 'sessionAffinityConfig.clientIP.timeoutSeconds');
  }
}
