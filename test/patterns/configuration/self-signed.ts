import { generateKeyPairSync, sign } from 'node:crypto';
import { Sensitive } from '../../../src/patterns/configuration';

/** A fresh Ed25519 key and a certificate that it signed itself, both PEM. */
export function selfSigned(): { certificate: Sensitive; privateKey: Sensitive } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const ed25519 = der(0x30, der(0x06, Buffer.from([0x2b, 0x65, 0x70])));
  const commonName = der(0x30, der(0x06, Buffer.from([0x55, 0x04, 0x03])), der(0x0c, Buffer.from('example.com')));
  const name = der(0x30, der(0x31, commonName));
  const validity = der(0x30, der(0x17, Buffer.from('240101000000Z')), der(0x17, Buffer.from('440101000000Z')));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const toSign = der(0x30, der(0x02, Buffer.from([1])), ed25519, name, validity, name, key);
  const signature = der(0x03, Buffer.from([0]), sign(null, toSign, privateKey));
  return {
    certificate: Sensitive.text(pem('CERTIFICATE', der(0x30, toSign, ed25519, signature))),
    privateKey: Sensitive.text(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  };
}

/** One value in the distinguished encoding rules of ASN.1: tag, length, contents. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const length = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

function pem(label: string, bytes: Buffer): string {
  return `-----BEGIN ${label}-----\n${bytes.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
}
