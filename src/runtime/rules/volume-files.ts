import type { ContainerMount } from '../../images';
import type { RuntimePod } from '../runtime-pod';

/** Names of the files that a ConfigMap or Secret brings to a mount of it as a whole; undefined when they are not known. */
export function filesIn(mount: ContainerMount, subject: RuntimePod): readonly string[] | undefined {
  const source = mount.volume?.configMap ?? mount.volume?.secret;
  if (source === undefined || mount.subPath !== undefined) return undefined;
  const items: any[] = source.items ?? [];
  if (items.length > 0) return items.map((item) => String(item?.path));
  const kind = mount.volume.configMap === undefined ? 'Secret' : 'ConfigMap';
  const found = subject.find(kind, source.name ?? source.secretName);
  return found && Object.keys({ ...found.data, ...found.stringData, ...found.binaryData });
}
