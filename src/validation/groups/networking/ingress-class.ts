import { byteLength, dns1123Label, dns1123Subdomain, domainPrefixedPath, pathSegmentName } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { ingressClass } from './examples';

const CONTROLLER_LIMIT = 250;
const SCOPES = ['Cluster', 'Namespace'];

const text = textsFor('validateIngressClassSpec (pkg/apis/networking/validation)', ingressClass);

export const ingressClassSpecRules = rules(
  'io.k8s.api.networking.v1.IngressClassSpec',
  {
    'ingress-class-controller-required': text.required(
      '',
      'A class says which controller serves its Ingresses, by the name that the documentation of the controller gives.',
      { 'spec.controller': '' },
    ),
    'ingress-class-controller': text.invalid(
      '{detail}',
      'The controller is named by a domain of its vendor and a path, such as k8s.io/ingress-nginx.',
      { 'spec.controller': 'nginx' },
    ),
    'ingress-class-controller-too-long': text.tooLong(
      `may not be more than ${CONTROLLER_LIMIT} bytes`,
      'The name of the controller is kept short so that it fits everywhere it is used.',
      { 'spec.controller': `example.com/${'a'.repeat(240)}` },
    ),
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    const { controller = '' } = node.value;
    if (byteLength(controller) > CONTROLLER_LIMIT) report('ingress-class-controller-too-long', 'controller');
    if (required('ingress-class-controller-required', 'controller', controller)) {
      for (const { problem: detail, value } of domainPrefixedPath(controller)) {
        report('ingress-class-controller', 'controller', { detail, value });
      }
    }
  },
);

export const ingressClassParametersRules = rules(
  'io.k8s.api.networking.v1.IngressClassParametersReference',
  {
    'ingress-class-parameters-required': text.required(
      { '1.28': '{field} is required', '1.34': '' },
      'Parameters are an object of some kind, so kind and name are needed to find it.',
      { 'spec.parameters.kind': '' },
      { source: 'validateIngressClassParametersReference (pkg/apis/networking/validation)' },
    ),
    'ingress-class-parameters': text.invalid(
      '{detail}',
      'The reference to the parameters becomes a URL: the group is a DNS subdomain, kind and name hold neither a slash nor a percent sign, the namespace is a DNS label.',
      { 'spec.parameters.name': 'a/b' },
      { source: 'validateIngressClassParametersReference (pkg/apis/networking/validation)' },
    ),
    'ingress-class-parameters-scope': text.notSupported(
      sortedValues(SCOPES),
      'The parameters are an object of the whole cluster or of one namespace.',
      { 'spec.parameters.scope': 'namespace' },
      { source: 'validateIngressClassParametersReference (pkg/apis/networking/validation)' },
    ),
    'ingress-class-parameters-namespace-required': text.required(
      "`parameters.scope` is set to 'Namespace'",
      'An IngressClass is cluster-scoped, so it needs the namespace of its parameters.',
      { 'spec.parameters.namespace': undefined },
      { source: 'validateIngressClassParametersReference (pkg/apis/networking/validation)' },
    ),
    'ingress-class-parameters-namespace': text.forbidden(
      "`parameters.scope` is set to 'Cluster'",
      'An object of the whole cluster has no namespace. Say scope: Namespace if it has one.',
      { 'spec.parameters.scope': 'Cluster' },
      { source: 'validateIngressClassParametersReference (pkg/apis/networking/validation)' },
    ),
  },
  (node, report) => {
    const { oneOf, format } = fieldChecks(report);
    const { apiGroup, scope, namespace } = node.value;
    format('ingress-class-parameters', 'apiGroup', apiGroup, dns1123Subdomain);
    for (const field of ['kind', 'name'] as const) {
      const value = node.value[field] ?? '';
      if (value === '') report('ingress-class-parameters-required', field, { field });
      format('ingress-class-parameters', field, value, pathSegmentName);
    }
    if (oneOf('ingress-class-parameters-scope', 'scope', scope, SCOPES)) {
      if (scope === 'Cluster') {
        if (namespace !== undefined) report('ingress-class-parameters-namespace', 'namespace');
      } else if (namespace === undefined) report('ingress-class-parameters-namespace-required', 'namespace');
      else format('ingress-class-parameters', 'namespace', namespace, dns1123Label);
    }
  },
);
