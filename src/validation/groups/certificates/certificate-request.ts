import { createPublicKey, verify } from 'node:crypto';

/** Hash of a signature algorithm by its object identifier; null when the algorithm hashes by itself. */
const HASHES: ReadonlyMap<string, string | null> = new Map([
  ['1.2.840.113549.1.1.5', 'sha1'],
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
  ['1.2.840.10045.4.1', 'sha1'],
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
  ['1.3.101.112', null],
]);

const PEM_BLOCK = /-----BEGIN ([^-\n]*)-----[ \t]*\r?\n([\s\S]*?)\r?\n?-----END \1-----/;

/**
 * What is wrong with a PKCS #10 request in PEM: it must parse, and be signed with its own key.
 *
 * @see validateCSR in pkg/apis/certificates/validation
 */
export function certificateRequest(pem: string): string[] {
  const block = PEM_BLOCK.exec(pem);
  if (block?.[1] !== 'CERTIFICATE REQUEST') return ['PEM block type must be CERTIFICATE REQUEST'];
  const body = block[2]!.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(body)) return ['PEM block type must be CERTIFICATE REQUEST'];
  try {
    return isSignedByItself(Buffer.from(body, 'base64')) ? [] : ['x509: verification failure'];
  } catch {
    return ['x509: malformed certificate request'];
  }
}

interface Element {
  readonly tag: number;
  /** The element with its tag and length. */
  readonly whole: Buffer;
  readonly content: Buffer;
}

const SEQUENCE = 0x30;

function isSignedByItself(der: Buffer): boolean {
  const [request, ...trailing] = elements(der);
  if (request === undefined || trailing.length > 0) throw new Error('not one element');
  const [info, algorithm, signature] = sequence(request);
  const [, , key] = sequence(info!);
  const [identifier] = sequence(algorithm!);
  const hash = HASHES.get(objectIdentifier(identifier!.content));
  if (hash === undefined) throw new Error('unknown signature algorithm');
  const publicKey = createPublicKey({ key: key!.whole, format: 'der', type: 'spki' });
  return verify(hash, info!.whole, publicKey, signature!.content.subarray(1));
}

function sequence(element: Element): Element[] {
  if (element.tag !== SEQUENCE) throw new Error('not a sequence');
  return elements(element.content);
}

/** The elements of a DER encoding, one after the other. */
function elements(der: Buffer): Element[] {
  const found: Element[] = [];
  for (let start = 0; start < der.length; ) {
    let offset = start + 2;
    let length = der[start + 1]!;
    if (length >= 0x80) {
      const size = length & 0x7f;
      length = der.readUIntBE(offset, size);
      offset += size;
    }
    if (offset + length > der.length) throw new Error('truncated');
    const end = offset + length;
    found.push({ tag: der[start]!, whole: der.subarray(start, end), content: der.subarray(offset, end) });
    start = end;
  }
  return found;
}

function objectIdentifier(bytes: Buffer): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(value);
      value = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - 40 * root, ...rest].join('.');
}
