import { gatesOf, PATH_TYPES } from '../../../facts';
import { dns1035Label, dns1123Label, dns1123Subdomain, pathSegmentName, portName, portNumber } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { ingress } from './examples';

const PATH = 'spec.rules[0].http.paths[0]';
const BACKEND = `${PATH}.backend`;

const text = textsFor('validateHTTPIngressPath (pkg/apis/networking/validation)', ingress);

export const httpIngressRuleValueRules = rules(
  'io.k8s.api.networking.v1.HTTPIngressRuleValue',
  {
    'ingress-paths-required': text.required(
      '',
      'A rule with `http` sends requests by their path, so it needs at least one. Use the path / with the type Prefix for all requests.',
      { 'spec.rules[0].http.paths': [] },
      { source: 'validateHTTPIngressRuleValue (pkg/apis/networking/validation)' },
    ),
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    required('ingress-paths-required', 'paths', node.value.paths);
  },
);

export const httpIngressPathRules = rules(
  'io.k8s.api.networking.v1.HTTPIngressPath',
  {
    'ingress-path-type-required': text.required(
      'pathType must be specified',
      'The API networking.k8s.io/v1 has no default for how paths are compared. Use Prefix in most cases.',
      { [`${PATH}.pathType`]: undefined },
    ),
    'ingress-path-type': text.notSupported(
      sortedValues(PATH_TYPES),
      'Paths are compared as a whole (Exact), by their leading segments (Prefix), or as the controller likes (ImplementationSpecific).',
      { [`${PATH}.pathType`]: 'prefix' },
    ),
    'ingress-path': text.invalid(
      '{detail}',
      'A path starts with a slash and is already cleaned up: no empty segments, no dots that lead up, no encoded slash.',
      { [`${PATH}.path`]: 'admin' },
    ),
  },
  (node, report) => {
    const { oneOf, format } = fieldChecks(report);
    const { path = '', pathType } = node.value;
    if (pathType === undefined) {
      report('ingress-path-type-required', 'pathType');
      node.skip('backend');
    } else if (oneOf('ingress-path-type', 'pathType', pathType, PATH_TYPES)) {
      format('ingress-path', 'path', path, (value) => pathProblems(value, pathType));
    }
  },
);

function pathProblems(path: string, pathType: string): string[] {
  if (pathType === 'ImplementationSpecific') {
    return path === '' || path.startsWith('/') ? [] : ['must be an absolute path'];
  }
  return [
    ...(path.startsWith('/') ? [] : ['must be an absolute path']),
    ...['//', '/./', '/../', '%2f', '%2F']
      .filter((part) => path.includes(part))
      .map((part) => `must not contain '${part}'`),
    ...['/..', '/.'].filter((end) => path.endsWith(end)).map((end) => `cannot end with '${end}'`),
  ];
}

const backend = textsFor('validateIngressBackend (pkg/apis/networking/validation)', ingress);
const toResource = { [`${BACKEND}.service`]: undefined, [`${BACKEND}.resource`]: { kind: 'Bucket', name: 'files' } };

export const ingressBackendRules = rules(
  'io.k8s.api.networking.v1.IngressBackend',
  {
    'ingress-backend-ambiguous': backend.invalid(
      'cannot set both resource and service backends',
      'Requests go either to a Service or to another resource of the namespace, not to both.',
      { [`${BACKEND}.resource`]: { kind: 'Bucket', name: 'files' } },
    ),
    'ingress-backend-missing': backend.invalid(
      'resource or service backend is required',
      'A path without a backend sends requests nowhere. Name a Service and one of its ports.',
      { [BACKEND]: {} },
    ),
    'ingress-service-name-required': backend.required('', 'A backend names the Service that receives the requests.', {
      [`${BACKEND}.service.name`]: '',
    }),
    'ingress-service-name': backend.invalid(
      '{detail}',
      'The backend is a Service, whose name is a DNS label: lowercase letters, digits and dashes, starting with a letter (or, from 1.36 on, a digit).',
      { [`${BACKEND}.service.name`]: 'Web' },
    ),
    'ingress-service-port-ambiguous': backend.invalid(
      'cannot set both port name & port number',
      'A port of the Service is identified by its name or by its number, not by both.',
      { [`${BACKEND}.service.port`]: { name: 'http', number: 80 } },
    ),
    'ingress-service-port-name': backend.invalid(
      '{detail}',
      'The name of a port has at most 15 lowercase letters, digits and dashes.',
      { [`${BACKEND}.service.port`]: { name: 'HTTP' } },
    ),
    'ingress-service-port-number': backend.invalid(
      '{detail}',
      'A port is a whole number from 1 to 65535, both included.',
      {
        [`${BACKEND}.service.port.number`]: 65536,
      },
    ),
    'ingress-service-port-required': backend.required(
      'port name or number is required',
      'A Service may have several ports, so the backend names one of them.',
      { [`${BACKEND}.service.port`]: {} },
    ),
    'ingress-resource-group': backend.invalid(
      '{detail}',
      'The group of an API is a DNS subdomain, such as example.com; leave it out for the core group.',
      { [`${BACKEND}.resource.apiGroup`]: 'Example' },
      { with: toResource },
    ),
    'ingress-resource-required': backend.required(
      { '1.28': '{field} is required', '1.34': '' },
      'A resource backend needs the kind and the name of the object.',
      { [`${BACKEND}.resource.kind`]: '' },
      { with: toResource },
    ),
    'ingress-resource': backend.invalid(
      '{detail}',
      'Kind and name become parts of a URL and so can hold neither a slash nor a percent sign.',
      { [`${BACKEND}.resource.name`]: 'a/b' },
      { with: toResource },
    ),
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const { resource, service } = node.value;
    if (resource !== undefined && service !== undefined) report('ingress-backend-ambiguous', '', { value: '' });
    else if (resource === undefined && service === undefined) report('ingress-backend-missing', '', { value: '' });
    else if (resource !== undefined) {
      format('ingress-resource-group', 'resource.apiGroup', resource.apiGroup, dns1123Subdomain);
      for (const field of ['kind', 'name'] as const) {
        const value = resource[field] ?? '';
        if (value === '') report('ingress-resource-required', `resource.${field}`, { field });
        format('ingress-resource', `resource.${field}`, value, pathSegmentName);
      }
    } else {
      const { name = '', port = {} } = service ?? {};
      if (required('ingress-service-name-required', 'service.name', name)) {
        // Gate RelaxedServiceNameValidation.
        for (const detail of gatesOf(node.minor).has('RelaxedServiceNameValidation')
          ? dns1123Label(name)
          : dns1035Label(name)) {
          report('ingress-service-name', 'service.name', { detail });
        }
      }
      const { name: byName = '', number: byNumber = 0 } = port;
      if (byName !== '' && byNumber !== 0) report('ingress-service-port-ambiguous', '', { value: '' });
      else if (byName !== '') {
        format('ingress-service-port-name', 'service.port.name', byName, portName);
      } else if (byNumber !== 0) {
        format('ingress-service-port-number', 'service.port.number', byNumber, portNumber);
      } else report('ingress-service-port-required', '');
    }
  },
);
