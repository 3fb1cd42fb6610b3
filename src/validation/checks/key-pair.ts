import { createPrivateKey, X509Certificate } from 'node:crypto';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\s\S]*?-----END (?:[A-Z]+ )?PRIVATE KEY-----/;

/** What Go's `tls.X509KeyPair` has against a certificate and a private key in PEM; undefined when they fit. */
export function keyPairProblem(certificate: string, key: string): string | undefined {
  const certificatePem = CERTIFICATE.exec(certificate)?.[0];
  if (certificatePem === undefined) return 'tls: failed to find any PEM data in certificate input';
  const keyPem = PRIVATE_KEY.exec(key)?.[0];
  if (keyPem === undefined) return 'tls: failed to find any PEM data in key input';
  let parsed: X509Certificate;
  try {
    parsed = new X509Certificate(certificatePem);
  } catch {
    return 'x509: malformed certificate';
  }
  try {
    return parsed.checkPrivateKey(createPrivateKey(keyPem)) ? undefined : 'tls: private key does not match public key';
  } catch {
    return 'tls: failed to parse private key';
  }
}
