import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectExamples } from '../../examples/collect';
import needsVersion from '../../examples/needs-version.json';
import { examplePages } from '../../scripts/example-pages';
import { checkManifests } from '../../src/check';
import { objectsIn } from '../e2e/examples';
import { requirementsOf } from './requirements';

const PAGES = new Map(examplePages().map((page) => [page.path, page]));
const EXAMPLES = collectExamples();

const objectsOf = (charts: readonly string[]) =>
  charts.flatMap((chart) => objectsIn(readFileSync(join(__dirname, '..', '..', 'dist', `${chart}.k8s.yaml`), 'utf8')));

describe.each(EXAMPLES.map(({ topic, name, charts }) => [`${topic}/${name}`, charts] as const))(
  '%s',
  (path, charts) => {
    const { title, requirements } = PAGES.get(path)!;
    const objects = objectsOf(charts);

    test('says what it shows, then the Kubernetes version that it needs', () => {
      expect(title).toMatch(/^\S+ .*[.]$/);
      const [since = '1.28'] = charts.flatMap((chart) => (needsVersion as any)[`${chart}.k8s.yaml`] ?? []);
      expect(requirements).toMatch(/Needs: \S/);
      expect(requirements).toMatch(path === 'pods/static-pod' ? /Kubernetes 1\.36/ : `Kubernetes ${since} or later`);
    });

    test('lists everything that it expects in the cluster', () => {
      const text = `${title} ${requirements}`;
      expect(requirementsOf(objects).filter((requirement) => !text.includes(requirement))).toEqual([]);
    });

    test('is accepted by an empty cluster that has the custom resources and namespaces that it lists', () => {
      const refused = checkManifests(objects, { cluster: 'empty', references: false, runtime: false })
        .filter(({ severity, rule }) => severity === 'error' || rule === 'apply-kind-not-established')
        .filter(
          ({ rule, namespace }) => rule !== 'admission-namespace' || !requirements.includes(`namespace ${namespace}`),
        );
      expect(refused.map(({ rule, kind, name, message }) => [rule, kind, name, message])).toEqual([]);
    });

    test('contains the namespaces that it names', () => {
      const defined = objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);
      const named = objects.flatMap(({ metadata }) => metadata.namespace ?? []);
      const missing = new Set(named.filter((name) => ![...defined, 'default', 'kube-system'].includes(name)));
      expect([...missing].filter((name) => !requirements.includes(`namespace ${name}`))).toEqual([]);
    });

    test('says in its first paragraph when an image or a host is a placeholder', () => {
      const placeholders =
        JSON.stringify(objects).match(/registry\.example\.com\/[\w-]+|ghcr\.io\/acme\/[\w-]+/g) ?? [];
      for (const placeholder of new Set(placeholders)) {
        expect(title).toContain(placeholder.replace('/team', ''));
        expect(title).toMatch(/placeholder/);
      }
    });
  },
);
