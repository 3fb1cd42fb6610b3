import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_RESOURCES } from '../src/facts/generated/resources';

/**
 * Writes src/facts/generated/resources.ts: `npm run facts:resources -- DIRECTORY...`, the directories being api/discovery of
 * Kubernetes releases. Resources that no directory has are kept from the table as it is: a role may be for an older server.
 */
const TARGET = join(__dirname, '..', 'src', 'facts', 'generated', 'resources.ts');

interface ResourceList {
  readonly kind: string;
  readonly groupVersion: string;
  readonly resources: readonly { readonly name: string }[];
}

const groups = new Map<string, Set<string>>(
  Object.entries(KUBERNETES_RESOURCES).map(([group, names]) => [group, new Set<string>(names)]),
);
for (const directory of process.argv.slice(2)) {
  for (const file of readdirSync(directory).filter((name) => /^apis?__.*\.json$/.test(name))) {
    const { kind, groupVersion, resources }: ResourceList = JSON.parse(readFileSync(join(directory, file), 'utf8'));
    if (kind !== 'APIResourceList') continue;
    const group = groupVersion.includes('/') ? groupVersion.split('/')[0]! : '';
    const names = groups.get(group) ?? new Set<string>();
    for (const { name } of resources) names.add(name);
    groups.set(group, names);
  }
}
const rows = [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
writeFileSync(
  TARGET,
  `// Generated from api/discovery of the Kubernetes sources by "npm run facts:resources"; do not edit.

/** Names of resources and subresources by API group, of all supported versions. */
export const KUBERNETES_RESOURCES: Readonly<Record<string, readonly string[]>> = {
${rows
  .map(
    ([group, names]) =>
      `  '${group}': [\n${[...names]
        .sort()
        .map((name) => `    '${name}',\n`)
        .join('')}  ],`,
  )
  .join('\n')}
};
`,
);
