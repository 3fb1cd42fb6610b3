import { validate } from '../../../../src/validation';
import { keyPairProblem } from '../../../../src/validation/groups/core/key-pair';

const block = (type: string) => `-----BEGIN ${type}-----\nAAAA\n-----END ${type}-----\n`;

const secret = (certificate: string, key: string) => ({
  ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' }, type: 'kubernetes.io/tls' },
  stringData: { 'tls.crt': certificate, 'tls.key': key },
});

test.each([
  ['', '', 'data[tls.crt]: tls: failed to find any PEM data in certificate input'],
  [block('CERTIFICATE'), block('PRIVATE KEY'), 'data[tls.crt]: x509: malformed certificate'],
  [block('CERTIFICATE'), 'x', 'data[tls.key]: tls: failed to find any PEM data in key input'],
])('%j and %j are reported where they are', (certificate, key, line) => {
  expect(
    validate([secret(certificate, key)], { kubernetesVersion: '1.36' }).map(
      ({ path, message }) => `${path}: ${message}`,
    ),
  ).toEqual([line]);
});

// The words are those of Go's crypto/tls.
test.each([
  ['', '', 'tls: failed to find any PEM data in certificate input'],
  [block('CERTIFICATE'), 'x', 'tls: failed to find any PEM data in key input'],
  [
    block('CERTIFICATE REQUEST'),
    '',
    'tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [CERTIFICATE REQUEST]',
  ],
  [
    block('RSA PRIVATE KEY'),
    '',
    'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
  ],
  [
    block('CERTIFICATE'),
    block('CERTIFICATE'),
    'tls: found a certificate rather than a key in the PEM for the private key',
  ],
  [block('CERTIFICATE'), block('PRIVATE KEY'), 'x509: malformed certificate'],
])('%j and %j do not fit', (certificate, key, problem) => {
  expect(keyPairProblem(certificate, key)).toEqual([expect.any(String), problem]);
});
