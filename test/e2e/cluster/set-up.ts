import { bundledDefinitions } from '../custom-resource-definitions';
import { apply, list, succeed } from './kubectl';
import { MADE } from './made';
import { clearNotes } from './report';

/** Before the first test: the custom resources of the examples, without their controllers, unless the cluster has them. */
export default function setUp(): void {
  const { serverVersion } = JSON.parse(succeed(['version', '-o', 'json']));
  const nodes = list('nodes').map(({ metadata, status }) => {
    const { kubeletVersion, containerRuntimeVersion } = status.nodeInfo;
    return `node ${metadata.name}: kubelet ${kubeletVersion}, ${containerRuntimeVersion}`;
  });
  process.stderr.write(`\nKubernetes ${serverVersion.gitVersion}; ${nodes.join('; ')}\n`);
  clearNotes();
  const existing = new Set(list('customresourcedefinitions').map(({ metadata }) => metadata.name));
  const missing = bundledDefinitions()
    .map((definition: any) => ({
      ...definition,
      metadata: { ...definition.metadata, labels: { [MADE]: 'true' } },
    }))
    .filter(({ metadata }) => !existing.has(metadata.name));
  if (missing.length === 0) return;
  apply(missing);
  succeed(['wait', '--for=condition=Established', 'crd', '-l', `${MADE}=true`, '--timeout=60s']);
}
