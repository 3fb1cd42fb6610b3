import { applyRank, factsOf, KUBERNETES_VERSIONS, resourceOf, resourcesOf } from '../../src/facts';
import { KINDS_WITH_FACTS } from '../../src/facts/kinds';
import { definitionNameOf, type KindDefinition, kindsOf, loadKubernetesDocument } from '../../src/schema';

/** Groups of kinds that have rows although the API server does not have them itself. */
const DEFINED_BY_CUSTOM_RESOURCES = ['autoscaling.k8s.io', 'gateway.networking.k8s.io'];
const POD_TEMPLATE = 'io.k8s.api.core.v1.PodTemplateSpec';

const documents = KUBERNETES_VERSIONS.map((version) => loadKubernetesDocument(version));
const definitions = documents.flatMap((document) =>
  kindsOf(document).map((definition) => ({ definition, properties: propertiesIn(document) })),
);
const rows = [...KINDS_WITH_FACTS].map(([groupKind, facts]) => ({ groupKind, facts }));

function propertiesIn(document: (typeof documents)[number]) {
  return (schema: KindDefinition['schema']) => document.definitions[definitionNameOf(schema) ?? '']?.properties ?? {};
}

function groupKindOf({ group, kind }: KindDefinition): string {
  return group === '' ? kind : `${group}/${kind}`;
}

test.each(rows.map(({ groupKind }) => groupKind))('%s is a kind of a server or of a well-known group', (groupKind) => {
  const [group] = groupKind.includes('/') ? groupKind.split('/') : [''];
  const isBuiltIn = definitions.some(({ definition }) => groupKindOf(definition) === groupKind);
  expect(isBuiltIn || DEFINED_BY_CUSTOM_RESOURCES.includes(group!)).toBe(true);
});

test('kinds have a path to the template of their pods where the API documents have one', () => {
  const found = new Map<string, readonly string[]>();
  for (const { definition, properties } of definitions) {
    const visit = (schema: KindDefinition['schema'], path: readonly string[]): void => {
      if (definitionNameOf(schema) === POD_TEMPLATE) found.set(groupKindOf(definition), path);
      else if (path.length < 5) {
        for (const [name, property] of Object.entries(properties(schema))) visit(property, [...path, name]);
      }
    };
    if (definition.scope === undefined) continue;
    for (const [name, property] of Object.entries(definition.schema.properties ?? {})) visit(property, [name]);
  }
  const written = rows.flatMap(({ groupKind, facts }) =>
    facts.podTemplate === undefined || groupKind === 'Pod' ? [] : [[groupKind, facts.podTemplate] as const],
  );
  expect(new Map(written)).toEqual(found);
});

test('kinds with spec.replicas are those that the servers have a scale subresource for', () => {
  const scaled = [...new Set(definitions.map(({ definition }) => definition))].filter((definition) => {
    const { group, kind } = definition;
    const [plural] = resourceOf({ apiVersion: `${group}/v1`, kind }).split('.');
    return definition.scope !== undefined && resourcesOf(group)?.includes(`${plural}/scale`);
  });
  const expected = rows.filter(({ facts }) => facts.pods === 'replicas').map(({ groupKind }) => groupKind);
  expect([...new Set(scaled.map(groupKindOf))].sort()).toEqual([...expected].sort());
});

test('what pods need is applied before them, and what needs them after', () => {
  const kinds = [
    ['v1', 'Namespace'],
    ['v1', 'Secret'],
    ['networking.k8s.io/v1', 'NetworkPolicy'],
    ['example.com/v1', 'Database'],
    ['v1', 'Pod'],
    ['apps/v1', 'Deployment'],
    ['networking.k8s.io/v1', 'Ingress'],
    ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
  ] as const;
  const ranks = kinds.map(([apiVersion, kind]) => applyRank(apiVersion, kind));
  expect(ranks).toEqual([...new Set(ranks)].sort((one, other) => one - other));
});

test('a kind of another group with the same name has no facts', () => {
  expect(factsOf({ apiVersion: 'serving.knative.dev/v1', kind: 'Service' })).toEqual({});
});
