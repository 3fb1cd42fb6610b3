import type { X509Certificate } from 'node:crypto';

interface PemBlock {
  readonly type: string;
  readonly text: string;
}

function pemBlocks(text: string): PemBlock[] {
  return [...text.matchAll(/-----BEGIN ([^-\n]+)-----[\s\S]*?-----END \1-----/g)].map(([block, type]) => ({
    type: type!,
    text: block,
  }));
}

function listed(blocks: readonly PemBlock[]): string {
  return `after skipping PEM blocks of the following types: [${blocks.map(({ type }) => type).join(' ')}]`;
}

const isPrivateKey = ({ type }: PemBlock): boolean => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY');

function certificateProblem(blocks: readonly PemBlock[]): string {
  if (blocks.length === 0) return 'tls: failed to find any PEM data in certificate input';
  if (blocks.length === 1 && isPrivateKey(blocks[0]!)) {
    return 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched';
  }
  return `tls: failed to find "CERTIFICATE" PEM block in certificate input ${listed(blocks)}`;
}

function keyProblem(blocks: readonly PemBlock[]): string {
  if (blocks.length === 0) return 'tls: failed to find any PEM data in key input';
  if (blocks.length === 1 && blocks[0]!.type === 'CERTIFICATE') {
    return 'tls: found a certificate rather than a key in the PEM for the private key';
  }
  return `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input ${listed(blocks)}`;
}

/**
 * What Go's `tls.X509KeyPair` has against a certificate and a private key in PEM; undefined when they fit. Names the
 * types of blocks, never their contents.
 *
 * @returns the key of the Secret, and the problem
 */
export function keyPairProblem(certificate: string, key: string): readonly [string, string] | undefined {
  const certificates = pemBlocks(certificate);
  const leaf = certificates.find(({ type }) => type === 'CERTIFICATE');
  if (leaf === undefined) return ['tls.crt', certificateProblem(certificates)];
  const keys = pemBlocks(key);
  const privateKey = keys.find(isPrivateKey);
  if (privateKey === undefined) return ['tls.key', keyProblem(keys)];
  // Only Secrets with a certificate need it.
  const { createPrivateKey, X509Certificate } = require('node:crypto') as typeof import('node:crypto');
  let parsed: X509Certificate;
  try {
    parsed = new X509Certificate(leaf.text);
  } catch {
    return ['tls.crt', 'x509: malformed certificate'];
  }
  try {
    return parsed.checkPrivateKey(createPrivateKey(privateKey.text))
      ? undefined
      : ['tls.key', 'tls: private key does not match public key'];
  } catch {
    return ['tls.key', 'tls: failed to parse private key'];
  }
}
