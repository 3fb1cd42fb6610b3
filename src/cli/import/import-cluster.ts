import { stringify } from 'yaml';
import { replaceFile } from '../write-file';
import { type ClusterContent, readCluster } from './snapshot/read-cluster';

export interface ImportClusterOptions {
  readonly context?: string;
  readonly output: string;
}

const HEADER = `# Written by "cdk8s-patterns import cluster"; do not edit, import again instead.
# Secrets and ConfigMaps have their keys and no values.
`;

/** `cdk8s-patterns import cluster`: what is in a cluster, as the ground that `--cluster` checks against. */
export async function importCluster({ context, output }: ImportClusterOptions): Promise<void> {
  const content = await readCluster(context);
  const documents = [snapshotOf(context ?? 'current', content), ...content.objects];
  const text = documents.map(
    (document) => `---\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`,
  );
  await replaceFile(output, `${HEADER}${text.join('')}`);
  for (const reason of content.unreadable) {
    process.stderr.write(`warning: ${reason}; the snapshot does not say which there are\n`);
  }
  process.stdout.write(`${output}: ${content.objects.length} objects of ${content.kinds.length} kinds\n`);
}

function snapshotOf(name: string, { kinds, kubernetesVersion }: ClusterContent): object {
  const spec = { kubernetesVersion, kinds };
  return { apiVersion: 'cdk8s-patterns.dev/v1', kind: 'ClusterSnapshot', metadata: { name }, spec };
}
