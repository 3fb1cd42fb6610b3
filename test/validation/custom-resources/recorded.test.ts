import type { KubernetesVersion } from '../../../src/facts/versions';
import type { CustomResourceVersion } from '../../../src/schema/custom-resource-document';
import { CustomResources } from '../../../src/schema/custom-resources';
import { validate } from '../../../src/validation/validate';
import recorded from './recorded.json';

interface Recorded {
  readonly scope: 'Namespaced' | 'Cluster';
  readonly subresources: CustomResourceVersion['subresources'];
  readonly schema: object;
  /** An object, and the server's reasons and paths: one list for both versions, or one for each. */
  readonly cases: readonly (readonly [object, readonly string[] | Readonly<Record<string, readonly string[]>>])[];
}

const GROUP = 'probe.example.com';

function customResource(kind: string, { scope, subresources, schema }: Recorded): CustomResources {
  const names = { kind, plural: `${kind.toLowerCase()}s` };
  const version = { name: 'v1', storage: true, subresources, schema } as CustomResourceVersion;
  return new CustomResources([{ '//': '', group: GROUP, scope, names, versions: [version] }]);
}

/** Answers of kube-apiserver 1.28.15 and 1.36.3 to `POST ?dryRun=All&fieldValidation=Strict` for kinds with these schemas. */
describe.each(Object.entries(recorded as unknown as Record<string, Recorded>))('%s', (kind, known) => {
  const customResources = customResource(kind, known);

  test.each<KubernetesVersion>(['1.28', '1.36'])('as the server says in %s', (kubernetesVersion) => {
    const asked = known.cases.flatMap(([fields, words]) => {
      const expected = Array.isArray(words) ? words : (words as Record<string, string[]>)[kubernetesVersion];
      return expected === undefined ? [] : [{ fields, expected }];
    });
    const ours = asked.map(({ fields }) => {
      const object = { apiVersion: `${GROUP}/v1`, kind, metadata: { name: 'x' }, ...fields };
      const findings = validate([object], { kubernetesVersion, customResources });
      return {
        fields,
        expected: findings
          .filter(({ severity }) => severity === 'error')
          .map(({ reason, path }) => (reason === 'BadRequest' ? reason : `${reason} ${path}`))
          .sort(),
      };
    });
    expect(ours).toEqual(asked);
  });
});
