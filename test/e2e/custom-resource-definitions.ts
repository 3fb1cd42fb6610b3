import { bundledCustomResources } from '../../src/schema';
import type { CustomResourceDocument } from '../../src/schema/custom-resource-document';

/** The definitions that the bundled imports came from, so far as the imports keep them, for a server to learn. */
export function bundledDefinitions(): object[] {
  const documents = new Set(
    bundledCustomResources()
      .all()
      .map(({ document }) => document),
  );
  return [...documents].map(definitionOf);
}

function definitionOf({ group, names, scope, versions }: CustomResourceDocument): object {
  const stored = versions.find(({ storage }) => storage) ?? versions[0];
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${names.plural}.${group}`,
      // The server wants this for groups under k8s.io.
      annotations: { 'api-approved.kubernetes.io': 'unapproved, rebuilt for a test' },
    },
    spec: {
      group,
      scope,
      names,
      versions: versions.map((version) => ({
        name: version.name,
        served: true,
        storage: version === stored,
        deprecated: version.deprecated,
        deprecationWarning: version.deprecationWarning,
        subresources: Object.fromEntries(
          version.subresources.filter((name) => name === 'status').map((name) => [name, {}]),
        ),
        schema: { openAPIV3Schema: version.schema },
      })),
    },
  };
}
