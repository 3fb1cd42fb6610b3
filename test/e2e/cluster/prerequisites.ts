import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Expectation } from './expectations';
import { apply, get, list } from './kubectl';
import { MADE } from './made';

/** Creates what an example expects in its namespace. */
export function createPrerequisites(expectation: Expectation, namespace: string, services: readonly string[]): void {
  const { secrets = {}, certificates = [], configMaps = {}, storageClasses = [] } = expectation;
  for (const storageClass of storageClasses) ensureStorageClass(storageClass);
  const objects = [
    ...Object.entries(secrets).map(([name, stringData]) => ({ ...metaOf('Secret', name), stringData })),
    ...Object.entries(configMaps).map(([name, data]) => ({ ...metaOf('ConfigMap', name), data })),
    ...certificates.map((name) => ({ ...metaOf('Secret', name), stringData: certificate(namespace, services) })),
  ];
  if (objects.length > 0) apply(objects, namespace);
}

const metaOf = (kind: string, name: string) => ({ apiVersion: 'v1', kind, metadata: { name } });

/** Makes a storage class like the default class of the cluster, unless there is one of this name. */
function ensureStorageClass(name: string): void {
  if (get('storageclass', name) !== undefined) return;
  const key = 'storageclass.kubernetes.io/is-default-class';
  const usual = list('storageclasses').find(({ metadata }) => (metadata as any).annotations?.[key] === 'true');
  if (usual === undefined) throw new Error('the cluster has no default StorageClass');
  const { provisioner, parameters, volumeBindingMode } = usual;
  apply([
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name, labels: { [MADE]: 'true' } },
      provisioner,
      parameters,
      volumeBindingMode,
    },
  ]);
}

/** A new authority, and a certificate of it for these Services of the namespace, as clients of any namespace name them. */
export function certificate(namespace: string, services: readonly string[]): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const openssl = (...args: string[]) => {
    const done = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`openssl ${args.join(' ')}: ${done.error ?? done.stderr}`);
  };
  try {
    const elsewhere = ['', '.svc', '.svc.cluster.local'].map((suffix) => `*.${namespace}${suffix}`);
    const names = [...services, ...elsewhere, 'localhost'].map((name) => `DNS:${name}`);
    writeFileSync(join(folder, 'names'), `subjectAltName=${names.join(',')},IP:127.0.0.1\n`);
    const key = ['-newkey', 'rsa:2048', '-nodes'];
    openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '30', '-subj', '/CN=e2e-ca');
    openssl('req', ...key, '-keyout', 'tls.key', '-out', 'tls.csr', '-subj', '/CN=server');
    const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '30', '-extfile', 'names'];
    openssl('x509', '-req', '-in', 'tls.csr', ...signed, '-out', 'tls.crt');
    const files = ['ca.crt', 'tls.crt', 'tls.key'];
    return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
