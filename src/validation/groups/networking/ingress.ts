import { dns1123Subdomain, parseAddress, wildcardDns1123Subdomain } from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, rules, textsFor } from '../../rule';
import { ingress } from './examples';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

const text = textsFor('ValidateIngressCreate (pkg/apis/networking/validation)', ingress);

export const ingressRules = rules(
  'io.k8s.api.networking.v1.Ingress',
  {
    'ingress-class-mismatch': text.invalid(
      'must match `ingressClassName` when both are specified',
      'The annotation is the old way to name the class of an Ingress. When both are there they must agree; leave out the annotation.',
      { 'metadata.annotations': { [CLASS_ANNOTATION]: 'traefik' } },
      { accepts: { 'metadata.annotations': { [CLASS_ANNOTATION]: 'nginx' } } },
    ),
    'ingress-class-annotation': text.warning(
      `annotation "${CLASS_ANNOTATION}" is deprecated, please use 'spec.ingressClassName' instead`,
      'The field spec.ingressClassName took the place of the annotation in Kubernetes 1.18. Controllers may stop to read the annotation.',
      { 'metadata.annotations': { [CLASS_ANNOTATION]: 'nginx' }, 'spec.ingressClassName': undefined },
      { source: 'WarningsOnCreate (pkg/registry/networking/ingress)' },
    ),
  },
  (node, report) => {
    const value = node.value.metadata?.annotations?.[CLASS_ANNOTATION];
    if (value === undefined) return;
    const name = node.value.spec?.ingressClassName;
    if (name === undefined) report('ingress-class-annotation', '');
    else if (name !== value) report('ingress-class-mismatch', `annotations.${CLASS_ANNOTATION}`, { value });
  },
);

const spec = textsFor('ValidateIngressSpec (pkg/apis/networking/validation)', ingress);

export const ingressSpecRules = rules(
  'io.k8s.api.networking.v1.IngressSpec',
  {
    'ingress-without-rules': spec.invalid(
      'either `defaultBackend` or `rules` must be specified',
      'An Ingress without rules and without a default backend sends requests nowhere. Give it one of them.',
      { 'spec.rules': [] },
      { accepts: { 'spec.defaultBackend': { service: { name: 'web', port: { number: 80 } } } } },
    ),
    'ingress-tls-host': spec.invalid(
      '{detail}',
      'The hosts of a certificate are DNS names in lowercase, or a wildcard for one label such as *.example.com.',
      { 'spec.tls[0].hosts': ['Web.example.com'] },
    ),
    'ingress-tls-secret-name': spec.invalid(
      '{detail}',
      'The certificate comes from a Secret of the same namespace, whose name is a DNS subdomain.',
      { 'spec.tls[0].secretName': 'web_tls' },
    ),
    'ingress-class-name': spec.invalid(
      '{detail}',
      'The class is the name of an IngressClass object, which is a DNS subdomain.',
      { 'spec.ingressClassName': 'NGINX' },
    ),
  },
  (node, report) => {
    const { format, each } = fieldChecks(report);
    const { rules: list = [], defaultBackend, tls = [], ingressClassName } = node.value;
    if (list.length === 0 && defaultBackend === undefined)
      report('ingress-without-rules', '', {
        value: new GoValue('[]networking.IngressRule', node.value.rules),
      });
    each('tls', tls, ({ hosts = [], secretName = '' }, at) => {
      each(`${at}.hosts`, hosts, (host, field) => format('ingress-tls-host', field, host, hostProblems));
      if (secretName === '') return;
      format('ingress-tls-secret-name', `${at}.secretName`, secretName, dns1123Subdomain);
    });
    if (ingressClassName === undefined) return;
    format('ingress-class-name', 'ingressClassName', ingressClassName, dns1123Subdomain);
  },
);

export const ingressRuleRules = rules(
  'io.k8s.api.networking.v1.IngressRule',
  {
    'ingress-host-address': text.invalid(
      'must be a DNS name, not an IP address',
      'Requests are distinguished by the host name that the client asks for, so an address is of no use. Leave out the host to serve every name.',
      { 'spec.rules[0].host': '10.1.2.3' },
      { source: 'validateIngressRules (pkg/apis/networking/validation)' },
    ),
    'ingress-host': text.invalid(
      '{detail}',
      'A host is a DNS name in lowercase without port, or a wildcard for one label such as *.example.com.',
      { 'spec.rules[0].host': 'Web.example.com' },
      { source: 'validateIngressRules (pkg/apis/networking/validation)' },
    ),
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const { host = '' } = node.value;
    if (host === '') return;
    if (parseAddress(host) !== undefined) report('ingress-host-address', 'host', { value: host });
    format('ingress-host', 'host', host, hostProblems);
  },
);

function hostProblems(host: string): string[] {
  return host.includes('*') ? wildcardDns1123Subdomain(host) : dns1123Subdomain(host);
}
