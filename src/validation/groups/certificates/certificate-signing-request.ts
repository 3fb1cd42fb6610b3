import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { certificateRequest } from './certificate-request';
import { signerName } from './signer-name';

const SHORTEST_SECONDS = 600;
const LEGACY_SIGNER = 'kubernetes.io/legacy-unknown';
const USAGES = [
  'any',
  'cert sign',
  'client auth',
  'code signing',
  'content commitment',
  'crl sign',
  'data encipherment',
  'decipher only',
  'digital signature',
  'email protection',
  'encipher only',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'key agreement',
  'key encipherment',
  'microsoft sgc',
  'netscape sgc',
  'ocsp signing',
  's/mime',
  'server auth',
  'signing',
  'timestamping',
];

/** A request for CN=jane, O=team-a, signed with its own key. */
const REQUEST =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIYk1JR0NBZ0VBTUNBeERUQUxCZ05WQkFNTUJHcGhibVV4RHpBTkJnTlZCQW9NQm5SbFlXMHRZVEJaTUJNRwpCeXFHU000OUFnRUdDQ3FHU000OUF3RUhBMElBQk16TDVNSUU4UWhUYWgxRFd3bFRNWUxqT3pWYVp5T3k0eDhHCnVqcStPWmJXcXZGbndKSjlib1R3dUIyREJucndGQk1yZVorcE5zL1d6YVd0eERISHl4U2dBREFLQmdncWhrak8KUFFRREFnTklBREJGQWlFQW9xVmFQblhjR3h1aThQSnFzK0ZSenBPdDF6Q3M3OHJVd3FoQlNaU3ZCUEFDSURCTAoxcmRHcUpwV0NDYlVDWHpPN0YvcXJIaStUMmZNTFJrTmhZZUhacHlSCi0tLS0tRU5EIENFUlRJRklDQVRFIFJFUVVFU1QtLS0tLQo=';

const certificateSigningRequest = {
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'CertificateSigningRequest',
  metadata: { name: 'jane' },
  spec: { request: REQUEST, signerName: 'example.com/people', usages: ['client auth'], expirationSeconds: 86_400 },
};

const text = textsFor(
  'validateCertificateSigningRequest (pkg/apis/certificates/validation)',
  certificateSigningRequest,
);

export const certificateSigningRequestRules = rules(
  'io.k8s.api.certificates.v1.CertificateSigningRequestSpec',
  {
    'certificate-request': text.invalid(
      '{detail}',
      'The request is a PKCS #10 request in PEM, as openssl req writes it, encoded in base64; it is signed with its own key.',
      { 'spec.request': Buffer.from('jane').toString('base64') },
    ),
    'certificate-usages-required': text.required(
      '',
      'A certificate is for some use, such as client auth, which the request must name.',
      {
        'spec.usages': [],
      },
    ),
    'certificate-usage': text.notSupported(
      sortedValues(USAGES),
      'The usages of certificates are named as in RFC 5280, in lowercase and with spaces.',
      { 'spec.usages': ['clientAuth'] },
    ),
    'certificate-usage-duplicate': text.duplicate('', 'A repeated usage has no effect. List each usage once.', {
      'spec.usages': ['client auth', 'client auth'],
    }),
    'certificate-signer-required': text.required('', 'The request must name the signer of the certificate.', {
      'spec.signerName': '',
    }),
    'certificate-signer': text.invalid(
      '{detail}',
      'A signer is named by a domain, a slash and a path, such as kubernetes.io/kube-apiserver-client.',
      { 'spec.signerName': 'people' },
    ),
    'certificate-signer-too-long': text.tooLong(
      '{detail}',
      'The domain of a signer is a DNS subdomain of 253 characters at most, and the whole name has 571 at most.',
      { 'spec.signerName': `${'a.'.repeat(127)}com/people` },
    ),
    'certificate-expiration': text.invalid(
      'may not specify a duration less than 600 seconds (10 minutes)',
      'Certificates that end sooner would be of no use when clocks differ a little.',
      { 'spec.expirationSeconds': SHORTEST_SECONDS - 1 },
    ),
  },
  (node, report) => {
    const { required, oneOf, atLeast, each, unique } = fieldChecks(report);
    const { request = '', usages = [], signerName: signer = '', expirationSeconds } = node.value;
    for (const detail of certificateRequest(Buffer.from(request, 'base64').toString('latin1'))) {
      report('certificate-request', 'request', { detail });
    }
    required('certificate-usages-required', 'usages', usages);
    const isNewUsage = unique('certificate-usage-duplicate');
    each('usages', usages, (usage, field) => {
      oneOf('certificate-usage', field, usage, USAGES);
      isNewUsage(field, usage);
    });
    if (required('certificate-signer-required', 'signerName', signer)) {
      if (signer === LEGACY_SIGNER) {
        report('certificate-signer', 'signerName', {
          detail: 'the legacy signerName is not allowed via this API version',
        });
      } else {
        for (const { reason, message, value } of signerName(signer)) {
          const id = reason === 'FieldValueTooLong' ? 'certificate-signer-too-long' : 'certificate-signer';
          report(id, 'signerName', { detail: message, value });
        }
      }
    }
    atLeast('certificate-expiration', 'expirationSeconds', expirationSeconds, SHORTEST_SECONDS);
  },
);
