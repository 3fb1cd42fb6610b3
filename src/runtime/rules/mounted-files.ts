import { type ContainerMount, containerPath, isWithin, type RuntimeContainer } from '../../images';
import { pod } from '../examples';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';
import { commandsOf, scriptOf } from './scripts';

/** Mode of files of Secrets, ConfigMaps and projected volumes when none is set. */
const DEFAULT_MODE = 0o644;
const OTHERS_READ = 0o004;
const GROUP_READ = 0o040;
const OTHERS_EXECUTE = 0o001;
const GROUP_EXECUTE = 0o010;
const OWNER_EXECUTE = 0o100;

/** A file of a volume: the mode, and the field that sets it. */
interface MountedFile {
  readonly path: string | undefined;
  readonly mode: number;
  readonly field: string;
}

/** Files of a Secret, ConfigMap or projected volume; without items all keys have one mode. */
function filesOf(volume: any, index: number): MountedFile[] {
  const kind = ['secret', 'configMap', 'projected', 'downwardAPI'].find((name) => volume?.[name] !== undefined);
  if (kind === undefined) return [];
  const source = volume[kind];
  const field = `volumes[${index}].${kind}`;
  const mode = source.defaultMode ?? DEFAULT_MODE;
  const all = { path: undefined, mode, field: `${field}.defaultMode` };
  const lists: [string, any[] | undefined][] =
    kind === 'projected'
      ? (source.sources ?? []).flatMap((one: any, at: number) =>
          // Tokens belong to the user of the container.
          ['secret', 'configMap', 'downwardAPI']
            .filter((name) => one?.[name] !== undefined)
            .map((name) => [`${field}.sources[${at}].${name}`, one[name].items]),
        )
      : [[field, source.items]];
  return lists.flatMap(([at, items]) =>
    items === undefined || items === null
      ? [all]
      : items.map((item, itemIndex) => ({
          path: item?.path,
          mode: item?.mode ?? mode,
          field: item?.mode === undefined ? all.field : `${at}.items[${itemIndex}].mode`,
        })),
  );
}

const secret = (mode: number) => ({ volumes: [{ name: 'key', secret: { secretName: 'key', defaultMode: mode } }] });
const reading = { securityContext: { runAsUser: 1000 }, volumeMounts: [{ name: 'key', mountPath: '/key' }] };

/** Files of Secrets and ConfigMaps belong to root. */
export const mountedFileUnreadable: RuntimeRule = {
  id: 'mounted-file-unreadable',
  severity: 'warning',
  message: 'the files of volume "key" have mode 0400 and belong to root, and the process runs as user 1000',
  why: 'Files of Secrets, ConfigMaps and projected volumes belong to root. A process of another user reads them only when others may read, or when fsGroup gives them to one of its groups, which also makes them readable for the group.',
  hint: 'set fsGroup in the security context of the pod, or mode 0444',
  source: 'SetVolumeOwnership (pkg/volume/volume_linux.go)',
  refused: pod(reading, secret(0o400)),
  accepted: pod(reading, { ...secret(0o400), securityContext: { fsGroup: 1000 } }),
  check: (subject, report) => {
    const { containers, isWindows, spec } = subject;
    if (isWindows || spec.securityContext?.fsGroup !== undefined) return;
    for (const [index, volume] of (spec.volumes ?? []).entries()) {
      const reader = containers.find(
        (container) => container.isNonRoot && container.mounts.some(({ volumeName }) => volumeName === volume?.name),
      );
      if (reader === undefined) continue;
      const unreadable = filesOf(volume, index).filter(({ mode }) => !isReadable(mode, reader, subject));
      const fields = new Set<string>();
      for (const { mode, field } of unreadable) {
        if (fields.has(field)) continue;
        fields.add(field);
        const who = reader.user === undefined ? 'not as root' : `as user ${reader.user}`;
        report({
          field,
          message: `the files of volume ${JSON.stringify(volume.name)} have mode ${octal(mode)} and belong to root, and the process runs ${who} (container: ${reader.name})`,
          hint: `set fsGroup${reader.user === undefined ? '' : `: ${reader.user}`} in the security context of the pod, or mode 0444`,
        });
      }
    }
  },
};

function isReadable(mode: number, container: RuntimeContainer, { spec }: RuntimePod): boolean {
  if ((mode & OTHERS_READ) !== 0) return true;
  return (mode & GROUP_READ) !== 0 && mayHaveRootGroup(container, spec);
}

/** A user without an entry in /etc/passwd gets group 0, so only a group that is set rules it out. */
function mayHaveRootGroup(container: RuntimeContainer, spec: any): boolean {
  const group = container.security('runAsGroup');
  return group === undefined || group === 0 || (spec.securityContext?.supplementalGroups ?? []).includes(0);
}

function octal(mode: number): string {
  return `0${mode.toString(8).padStart(3, '0')}`;
}

const script = (mode?: number) => ({
  volumes: [{ name: 'scripts', configMap: { name: 'scripts', ...(mode !== undefined && { defaultMode: mode }) } }],
});
const running = { command: ['/scripts/run.sh'], volumeMounts: [{ name: 'scripts', mountPath: '/scripts' }] };

/** The container runtime executes the first word of the command itself. */
export const commandNotExecutable: RuntimeRule = {
  id: 'command-not-executable',
  severity: 'error',
  message: 'exec: "/scripts/run.sh": permission denied',
  why: 'Files of ConfigMaps and Secrets have mode 0644 unless defaultMode or the mode of an item says otherwise. The container runtime cannot execute such a file: the container ends with RunContainerError.',
  hint: 'set defaultMode: 0555, or start the file with its interpreter, such as ["sh", "/scripts/run.sh"]',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#configmap',
  refused: pod(running, script()),
  accepted: pod(running, script(0o555)),
  check: (subject, report) => {
    const { containers, spec, isWindows } = subject;
    for (const container of isWindows ? [] : containers) {
      for (const { field, program, severity } of executed(container)) {
        const mount = container.mountOf(program);
        if (mount === undefined || !program.startsWith('/') || mount.volume === undefined) continue;
        const file = fileAt(program, mount, subject);
        if (file === undefined || isExecutable(file.mode, container, spec)) continue;
        report({
          field: `${container.field}.${field}`,
          message: `exec: ${JSON.stringify(program)}: permission denied: the file has mode ${octal(file.mode)} (container: ${container.name})`,
          severity,
        });
      }
    }
  },
};

/** Programs that the container runtime executes: the command, and those of probes and hooks. */
function executed({
  container,
}: RuntimeContainer): { field: string; program: string; severity: 'error' | 'warning' }[] {
  const handlers = ['startupProbe', 'livenessProbe', 'readinessProbe', 'lifecycle.postStart', 'lifecycle.preStop'];
  const commands = handlers.map((field) => {
    const handler = field.split('.').reduce<any>((at, key) => at?.[key], container);
    return { field: `${field}.exec.command[0]`, program: handler?.exec?.command?.[0], severity: 'warning' as const };
  });
  const words = [...(container.command ?? []), ...(container.args ?? [])];
  const scripts = commandsOf(scriptOf(words) ?? '').map((command) => ({
    field: container.command === undefined ? 'args' : 'command',
    program: command.split(/\s+/)[0]!,
    severity: 'warning' as const,
  }));
  return [
    { field: 'command[0]', program: container.command?.[0], severity: 'error' as const },
    ...scripts,
    ...commands,
  ].filter(({ program }) => typeof program === 'string');
}

function fileAt(program: string, mount: ContainerMount, subject: RuntimePod): MountedFile | undefined {
  const { spec } = subject;
  const index = (spec.volumes ?? []).findIndex((volume: any) => volume?.name === mount.volumeName);
  const inside = containerPath(program).slice(mount.path.length).replace(/^\//, '');
  if (!isWithin(containerPath(program), mount.path)) return undefined;
  const path = [mount.subPath, inside].filter((part) => part !== undefined && part !== '').join('/');
  const files = filesOf(mount.volume, index);
  const ofItem = files.find((file) => file.path === path);
  return (
    ofItem ?? (isKeyLacking(path, mount.volume, subject) ? undefined : files.find((file) => file.path === undefined))
  );
}

/** Whether the ConfigMap or Secret of a volume is in the input and has no such key, which a rule about references reports. */
function isKeyLacking(key: string, { configMap, secret: ofSecret }: any, subject: RuntimePod): boolean {
  const found = configMap ? subject.find('ConfigMap', configMap.name) : subject.find('Secret', ofSecret?.secretName);
  return (
    found !== undefined &&
    ![found.data, found.binaryData, found.stringData].some((data) => data && Object.hasOwn(data, key))
  );
}

function isExecutable(mode: number, container: RuntimeContainer, spec: any): boolean {
  if ((mode & OTHERS_EXECUTE) !== 0) return true;
  // Root may execute a file that anyone may, and is the owner.
  if (!container.isNonRoot) return (mode & (OWNER_EXECUTE | GROUP_EXECUTE)) !== 0;
  return (
    (mode & GROUP_EXECUTE) !== 0 && (spec.securityContext?.fsGroup !== undefined || mayHaveRootGroup(container, spec))
  );
}
