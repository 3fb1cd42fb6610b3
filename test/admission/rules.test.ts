import { ADMISSION_RULES, admissionMessages } from '../../src/admission';
import { checkManifests } from '../../src/check';
import { KUBERNETES_VERSIONS } from '../../src/facts';

const clusterOf = (id: string) => (id === 'admission-namespace' ? 'empty' : 'assumed');
/** Where the namespace is in the input, rules of policies report the fields. */
const WARNING = 'admission-pod-security-warning';
// A snapshot of a cluster, which test/check/ground.test.ts has, shows that a claim is never bound.
const OF_CLUSTERS = ['claim-never-bound', WARNING];
const rules = Object.values(ADMISSION_RULES).filter(({ id }) => !OF_CLUSTERS.includes(id));

test.each(KUBERNETES_VERSIONS)('the warning of a namespace, in %s', (version) => {
  const { refused, accepted } = ADMISSION_RULES[WARNING]!;
  const found = (objects: readonly object[]) => admissionMessages(objects, version).map(({ rule }) => rule);
  expect(found(refused)).toEqual([WARNING]);
  expect(found(accepted)).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { refused, accepted, severity = 'error' }) => {
  const idsOf = (objects: readonly object[]) =>
    checkManifests(objects, { kubernetesVersion: KUBERNETES_VERSIONS, cluster: clusterOf(id) }).filter(
      ({ category }) => category === 'admission',
    );

  test('is reported for the refused example in all versions that have what it needs', () => {
    const found = idsOf(refused).filter(({ rule }) => rule === id);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity, document: refused.length - 1 });
    // Policies are v1 since 1.30, those that change objects since 1.36.
    const versions = id === 'admission-mutation' ? ['1.36'] : KUBERNETES_VERSIONS;
    expect(found[0]!.kubernetesVersions).toEqual(id.startsWith('admission-policy') ? versions.slice(2) : versions);
  });

  test('is not reported for the accepted example, and nothing else is', () => {
    expect(idsOf(accepted)).toEqual([]);
  });
});
