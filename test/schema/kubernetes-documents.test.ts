import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS } from '../../src/facts';
import {
  definitionOfKind,
  kindsOf,
  listKeysOf,
  loadKubernetesDocument,
  mergeKeyOf,
  resolveSchema,
} from '../../src/schema';
import { formatKubernetesDocument, KUBERNETES_HEADER, kubernetesFileName } from '../../src/schema/kubernetes-file';

const FOLDER = join(__dirname, '..', '..', 'imports', 'kubernetes');

describe.each(KUBERNETES_VERSIONS)('imports/kubernetes/v%s.json', (version) => {
  const text = readFileSync(join(FOLDER, kubernetesFileName(version)), 'utf8');
  const document = loadKubernetesDocument(version);

  test('is canonical, names its command and stays below 400 KB', () => {
    expect(formatKubernetesDocument(JSON.parse(text))).toBe(text);
    expect(document['//']).toBe(KUBERNETES_HEADER);
    expect(document.kubernetesVersion).toBe(version);
    expect(Buffer.byteLength(text)).toBeLessThan(400_000);
  });

  test('refers only to definitions that it has', () => {
    for (const [, name] of text.matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)) {
      expect(document.definitions).toHaveProperty([name!]);
    }
  });

  test('knows the scope of the kinds that users write', () => {
    const scope = (apiVersion: string, kind: string) => definitionOfKind(document, apiVersion, kind)?.scope;
    expect(scope('v1', 'Pod')).toBe('Namespaced');
    expect(scope('v1', 'Namespace')).toBe('Cluster');
    expect(scope('policy/v1', 'Eviction')).toBe('Namespaced');
    expect(scope('v1', 'Binding')).toBe('Namespaced');
    expect(scope('autoscaling/v1', 'Scale')).toBe('Namespaced');
    expect(scope('authentication.k8s.io/v1', 'TokenRequest')).toBe('Namespaced');
    expect(scope('authentication.k8s.io/v1', 'TokenReview')).toBe('Cluster');
    expect(scope('rbac.authorization.k8s.io/v1', 'ClusterRole')).toBe('Cluster');
    expect(scope('apiextensions.k8s.io/v1', 'CustomResourceDefinition')).toBe('Cluster');
    expect(scope('apiregistration.k8s.io/v1', 'APIService')).toBe('Cluster');
  });

  test('has a scope for every kind with a spec or metadata of its own', () => {
    const without = kindsOf(document).filter(
      ({ schema, scope }) => scope === undefined && schema.properties?.metadata?.$ref?.endsWith('.ObjectMeta'),
    );
    expect(without.map(({ kind }) => kind)).toEqual([]);
  });
});

test('keys of lists come from the document', () => {
  const document = loadKubernetesDocument('1.36');
  const field = (definition: string, name: string) => document.definitions[definition]!.properties![name]!;
  const ports = field('io.k8s.api.core.v1.ServiceSpec', 'ports');
  expect(mergeKeyOf(ports)).toBe('port');
  expect(listKeysOf(ports)).toEqual(['port', 'protocol']);
  expect(mergeKeyOf(field('io.k8s.api.core.v1.PodSpec', 'tolerations'))).toBeUndefined();
  expect(listKeysOf(field('io.k8s.api.core.v1.Container', 'command'))).toBeUndefined();
});

test('a reference leads to its definition', () => {
  const document = loadKubernetesDocument('1.28');
  const template = document.definitions['io.k8s.api.apps.v1.DeploymentSpec']!.properties!.template!;
  expect(resolveSchema(document, template)).toBe(document.definitions['io.k8s.api.core.v1.PodTemplateSpec']);
  expect(() => resolveSchema(document, { $ref: '#/definitions/io.k8s.Nothing' })).toThrow(
    'The API document of Kubernetes 1.28 has no definition "io.k8s.Nothing"',
  );
});

test('unknown kinds are undefined, names of JavaScript itself included', () => {
  const document = loadKubernetesDocument('1.36');
  expect(definitionOfKind(document, 'extensions/v1beta1', 'Ingress')).toBeUndefined();
  expect(definitionOfKind(document, 'v1', 'constructor')).toBeUndefined();
});

test('a missing document says how to import it', () => {
  expect(() => loadKubernetesDocument('1.36', join(FOLDER, 'none'))).toThrow('cdk8s-patterns import kubernetes --from');
});
