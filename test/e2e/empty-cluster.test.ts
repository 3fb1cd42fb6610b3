import { bundledDefinitions } from './custom-resource-definitions';
import { exampleFiles } from './examples';
import { type Kubectl, kubectlFor } from './kubectl';
import { describeWithServer } from './with-server';

/** Namespaces that come with what an example needs in the cluster. */
const PROVIDED = ['metallb-system'];

describeWithServer(
  '1.36.3',
  (server) => {
    let kubectl: Kubectl;

    beforeAll(() => {
      kubectl = kubectlFor(server());
      const definitions = { apiVersion: 'v1', kind: 'List', items: bundledDefinitions() };
      expect(kubectl(['apply', '--server-side', '-f', '-'], JSON.stringify(definitions)).exitCode).toBe(0);
      expect(kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s']).exitCode).toBe(0);
      for (const name of PROVIDED) expect(kubectl(['create', 'namespace', name]).exitCode).toBe(0);
    }, 300_000);

    test.each(exampleFiles().map(({ name, path }) => [name, path]))(
      'one kubectl apply of %s to an empty cluster',
      (_, path) => {
        const { exitCode, stderr } = kubectl(['apply', '-f', path]);
        kubectl(['delete', '-f', path, '--wait=true', '--timeout=60s', '--ignore-not-found']);
        expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('rror')]);
      },
      180_000,
    );
  },
  // Namespaces end and claims are let go only where controllers run.
  { controllers: ['*'] },
);
