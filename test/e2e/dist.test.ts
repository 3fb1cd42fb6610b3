import { Checkout } from '../package/checkout';
import { bundledDefinitions } from './custom-resource-definitions';
import { type ExampleFile, exampleFiles, objectsIn } from './examples';
import { type Kubectl, kubectlFor, type Outcome } from './kubectl';
import { lostFields } from './lost-fields';
import { minorOf, PROVEN_VERSIONS } from './server/versions';
import { describeWithServer } from './with-server';

const FILES = exampleFiles();

for (const version of PROVEN_VERSIONS) {
  const minor = Number(minorOf(version).split('.')[1]);
  describeWithServer(version, (server) => {
    let kubectl: Kubectl;

    beforeAll(() => {
      kubectl = kubectlFor(server());
      const definitions = { apiVersion: 'v1', kind: 'List', items: bundledDefinitions() };
      expectClean(kubectl(['apply', '--server-side', '-f', '-'], JSON.stringify(definitions)));
      expectClean(kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s']));
    }, 120_000);

    test('dist/ has manifests', () => {
      expect(FILES.length).toBeGreaterThan(0);
    });

    for (const file of FILES.filter(({ sinceMinor }) => sinceMinor <= minor)) {
      describe(file.name, () => {
        const namespace = file.name.replace(/\.k8s\.yaml$/, '').toLowerCase();
        let inNamespace: Kubectl;

        beforeAll(() => {
          inNamespace = kubectlFor(server(), namespace);
        });

        test('is applied without a warning', () => {
          prepareNamespaces(kubectl, file, namespace);
          expectClean(inNamespace(['apply', '-f', file.path]));
        });

        test('is applied again and changes nothing', () => {
          const again = inNamespace(['apply', '-f', file.path]);
          expectClean(again);
          const changes = again.stdout.trim().split('\n');
          expect(changes.filter((line) => !/ (unchanged|configured)$/.test(line))).toEqual([]);
          expect(changes).toHaveLength(file.objects.length);
        });

        test('is read back with every field', () => {
          const read = inNamespace(['get', '-f', file.path, '-o', 'json']);
          expectClean(read);
          const answer = JSON.parse(read.stdout);
          const stored = answer.kind === 'List' ? answer.items : [answer];
          expect(stored).toHaveLength(file.objects.length);
          const lost = file.objects.map((object, index) => [
            `${object.kind}/${object.metadata.name}`,
            lostFields(object, stored[index]),
          ]);
          expect(lost.filter(([, paths]) => paths!.length)).toEqual([]);
        });
      });
    }

    if (FILES.every(({ sinceMinor }) => sinceMinor <= minor)) {
      test('cdk8s synth --stdout | kubectl apply -f -', () => {
        // Elsewhere: with an output folder in cdk8s.yaml, cdk8s-cli empties that first, even for --stdout.
        const checkout = new Checkout();
        const synth = checkout.cdk8s(process.execPath, ['synth', '--stdout']);
        checkout.remove();
        expect([synth.status, synth.stderr]).toEqual([0, expect.any(String)]);
        const objects = objectsIn(synth.stdout);
        prepareNamespaces(kubectl, { objects, podSecurity: 'privileged' }, 'piped');
        expectClean(kubectlFor(server(), 'piped')(['apply', '-f', '-'], synth.stdout));
      }, 180_000);
    }
  });
}

/** kubectl prints the server's Warning headers on standard error. */
function expectClean({ exitCode, stderr }: Outcome): void {
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
}

/**
 * Makes the namespaces that a file names and does not define, and those that it defines, with the Pod Security level
 * that it claims, before there is anything in them.
 */
function prepareNamespaces(
  kubectl: Kubectl,
  file: Pick<ExampleFile, 'objects' | 'podSecurity'>,
  ownNamespace: string,
): void {
  const defined = file.objects.filter(({ kind, apiVersion }) => kind === 'Namespace' && apiVersion === 'v1');
  const named = file.objects.map(({ metadata }) => metadata.namespace).filter((name) => typeof name === 'string');
  const definedNames = defined.map(({ metadata }) => metadata.name);
  if (defined.length) {
    const list = { apiVersion: 'v1', kind: 'List', items: defined };
    expectClean(kubectl(['apply', '-f', '-'], JSON.stringify(list)));
  }
  for (const name of new Set([ownNamespace, ...named, ...definedNames])) {
    const claims = defined.find(({ metadata }) => metadata.name === name)?.metadata.labels ?? {};
    if (!claims['pod-security.kubernetes.io/enforce']) prepareNamespace(kubectl, name, file.podSecurity);
  }
}

function prepareNamespace(kubectl: Kubectl, name: string, level: string): void {
  if (kubectl(['get', 'namespace', name]).exitCode !== 0) expectClean(kubectl(['create', 'namespace', name]));
  const labels = ['enforce', 'warn'].map((mode) => `pod-security.kubernetes.io/${mode}=${level}`);
  expectClean(kubectl(['label', '--overwrite', 'namespace', name, ...labels]));
}
