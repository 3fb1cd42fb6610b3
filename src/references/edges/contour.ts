import type { Edge } from './edge';
import { CERTIFICATE, keyOf, rows } from './rows';

const PROXY = 'projectcontour.io/HTTPProxy';
const SERVICES = ['routes[].services[]', 'tcpproxy.services[]'] as const;

/** What objects of Contour refer to. @see https://projectcontour.io/docs/main/config/api/ */
export const CONTOUR_EDGES: readonly Edge[] = [
  ...SERVICES.flatMap((path) =>
    rows(PROXY, { [`${path}.name`]: '/Service' }, { part: { of: 'servicePort', fields: ['port'] } }),
  ),
  ...rows(PROXY, { 'virtualhost.tls.secretName': '/Secret' }, { namespace: '/', part: CERTIFICATE }),
  ...['virtualhost.tls.clientValidation', ...SERVICES.map((path) => `${path}.validation`)].flatMap((path) =>
    rows(PROXY, { [`${path}.caSecret`]: '/Secret' }, { namespace: '/', part: keyOf('ca.crt') }),
  ),
  ...rows(
    PROXY,
    { 'virtualhost.tls.clientValidation.crlSecret': '/Secret' },
    { namespace: '/', part: keyOf('crl.pem') },
  ),
  ...rows(PROXY, { 'includes[].name': PROXY }, { namespace: 'namespace' }),
  ...rows(
    'projectcontour.io/ExtensionService',
    { 'services[].name': '/Service' },
    { part: { of: 'servicePort', fields: ['port'] } },
  ),
  ...rows(
    'projectcontour.io/ExtensionService',
    { 'validation.caSecret': '/Secret' },
    { namespace: '/', part: keyOf('ca.crt') },
  ),
  ...rows(
    PROXY,
    { 'virtualhost.authorization.extensionRef.name': 'projectcontour.io/ExtensionService' },
    { namespace: 'namespace' },
  ),
];
