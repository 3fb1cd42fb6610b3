import { dns1035Label, dns1123Subdomain, pathSegmentName, portNumber } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';

const HIGHEST_GROUP_PRIORITY = 20_000;
const HIGHEST_VERSION_PRIORITY = 1000;

const apiService = {
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  metadata: { name: 'v1beta1.metrics.example.com' },
  spec: {
    group: 'metrics.example.com',
    version: 'v1beta1',
    groupPriorityMinimum: 100,
    versionPriority: 100,
    service: { name: 'metrics', namespace: 'default' },
    insecureSkipTLSVerify: true,
  },
};

const text = textsFor('ValidateAPIService (kube-aggregator pkg/apis/apiregistration/validation)', apiService);
const CA_BUNDLE = Buffer.from('certificate').toString('base64');

export const apiServiceRules = rules(
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService',
  {
    'api-service-name': text.invalid(
      '{detail}',
      'The name says which version of which group the object serves, so it must be spec.version, a dot and spec.group.',
      { 'metadata.name': 'metrics' },
    ),
    'api-service-group-required': text.required(
      'only v1 may have an empty group and it better be legacy kube',
      'Only the core API has no group. Name the group of your API, such as metrics.example.com.',
      { 'spec.group': '', 'metadata.name': 'v1beta1.' },
    ),
    'api-service-group': text.invalid(
      '{detail}',
      'The group of an API is a DNS subdomain, such as metrics.example.com.',
      {
        'spec.group': 'Metrics',
        'metadata.name': 'v1beta1.Metrics',
      },
    ),
    'api-service-version': text.invalid(
      '{detail}',
      'The version of an API is a DNS label that starts with a letter, such as v1 or v1beta1.',
      { 'spec.version': '1', 'metadata.name': '1.metrics.example.com' },
    ),
    'api-service-group-priority': text.invalid(
      'must be positive and less than 20000',
      'The number orders the groups when a short name fits several; it lies between 1 and 20000.',
      { 'spec.groupPriorityMinimum': 0 },
    ),
    'api-service-version-priority': text.invalid(
      'must be positive and less than 1000',
      'The number orders the versions of a group; it lies between 1 and 1000.',
      { 'spec.versionPriority': 1001 },
    ),
    'api-service-local': text.invalid(
      'local APIServices may not have {detail}',
      'Without a service kube-apiserver serves the API itself and opens no connection. Remove caBundle and insecureSkipTLSVerify.',
      { 'spec.service': undefined },
      { accepts: { 'spec.service': undefined, 'spec.insecureSkipTLSVerify': undefined } },
    ),
    'api-service-service-required': text.required(
      '',
      'An API that is served by a Service needs its name and its namespace.',
      { 'spec.service.name': '' },
    ),
    'api-service-port': text.invalid(
      'port is not valid: {detail}',
      'A port is a whole number from 1 to 65535, both included.',
      { 'spec.service.port': 65536 },
    ),
    'api-service-insecure': text.invalid(
      'may not be true if caBundle is present',
      'Either the certificate of the service is checked with the bundle, or it is not checked at all.',
      { 'spec.caBundle': CA_BUNDLE },
      { accepts: { 'spec.caBundle': CA_BUNDLE, 'spec.insecureSkipTLSVerify': undefined } },
    ),
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const { metadata = {}, spec = {} } = node.value;
    const { group = '', version = '', groupPriorityMinimum = 0, versionPriority = 0, service } = spec;
    const { caBundle = '', insecureSkipTLSVerify = false } = spec;
    for (const field of ['name', 'generateName'] as const) {
      format('api-service-name', `metadata.${field}`, metadata[field], (name) =>
        nameProblems(name, `${version}.${group}`),
      );
    }
    if (group === '') {
      if (version !== 'v1') report('api-service-group-required', 'spec.group');
    } else format('api-service-group', 'spec.group', group, dns1123Subdomain);
    format('api-service-version', 'spec.version', version, dns1035Label);
    if (groupPriorityMinimum <= 0 || groupPriorityMinimum > HIGHEST_GROUP_PRIORITY) {
      report('api-service-group-priority', 'spec.groupPriorityMinimum');
    }
    if (versionPriority <= 0 || versionPriority > HIGHEST_VERSION_PRIORITY) {
      report('api-service-version-priority', 'spec.versionPriority');
    }
    if (service === undefined) {
      if (caBundle !== '')
        report('api-service-local', 'spec.caBundle', {
          detail: 'a caBundle',
          value: `${Buffer.byteLength(caBundle, 'base64')} bytes`,
        });
      if (insecureSkipTLSVerify) {
        report('api-service-local', 'spec.insecureSkipTLSVerify', { detail: 'insecureSkipTLSVerify' });
      }
      return;
    }
    for (const field of ['namespace', 'name'] as const) {
      required('api-service-service-required', `spec.service.${field}`, service[field]);
    }
    format('api-service-port', 'spec.service.port', service.port, portNumber);
    if (insecureSkipTLSVerify && caBundle !== '') report('api-service-insecure', 'spec.insecureSkipTLSVerify');
  },
);

function nameProblems(name: string, required: string): string[] {
  if (name === '') return [];
  const problems = pathSegmentName(name);
  if (problems.length > 0 || name === required) return problems;
  return [`must be \`spec.version+"."+spec.group\`: ${JSON.stringify(required)}`];
}
