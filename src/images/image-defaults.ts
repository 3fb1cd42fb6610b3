import type { ImageCatalog } from './image-catalog';
import { portOf, userIdOf, writtenPathOf } from './image-facts';
import { obstacleTo } from './obstacle';
import { RuntimeContainer } from './runtime-container';

/** The user `nobody` of Debian, Alpine and busybox, for images that have no user of their own to run as. */
const NOBODY = 65534;

/** The parts of a pod spec that depend on its images. */
interface PodSpec {
  securityContext?: {
    readonly runAsNonRoot?: boolean | null;
    readonly runAsUser?: number | null;
    sysctls?: readonly { readonly name: string; readonly value: string }[] | null;
  } | null;
  readonly hostNetwork?: boolean | null;
  volumes?: object[] | null;
}

/** A safe sysctl in every version. containerd sets it from version 2.0 on, CRI-O does not. */
const PORT_START = 'net.ipv4.ip_unprivileged_port_start';
const PRIVILEGED_PORTS = 1024;

function servesPrivilegedPort(container: RuntimeContainer): boolean {
  const { facts } = container;
  if (!container.isNonRoot || !container.runsDefaultProgram || container.hasSetting(facts?.portsSetBy)) return false;
  return (facts?.ports ?? []).some((port) => portOf(port).port < PRIVILEGED_PORTS);
}

function allowPrivilegedPorts(spec: PodSpec): void {
  const sysctls = spec.securityContext?.sysctls ?? [];
  if (sysctls.some(({ name }) => name === PORT_START)) return;
  spec.securityContext = { ...spec.securityContext, sysctls: [...sysctls, { name: PORT_START, value: '0' }] };
}

/**
 * Completes a container that must not run as root with what is known of its image: the user ID that the image is made for, when
 * its USER is root or a name, an emptyDir at each path that its program writes below a read-only root file system, and the sysctl that lets it serve a port below
 * 1024. Without
 * them the kubelet would not start it, or the program would fail. Nothing that is set is changed.
 */
export function completeForImage(container: any, spec: PodSpec, images: ImageCatalog): void {
  const known = new RuntimeContainer(container, 'containers[0]', spec, images.find(container.image));
  const { facts } = known;
  if (facts === undefined || known.image?.certainty === 'likely') return;
  const mustNotBeRoot = known.security('runAsNonRoot') === true && known.security('runAsUser') === undefined;
  const isVerified = facts.user === undefined || (userIdOf(facts.user) ?? 0) !== 0;
  if (mustNotBeRoot && !isVerified) {
    container.securityContext = { runAsUser: facts.uid ?? NOBODY, ...container.securityContext };
  }
  if (servesPrivilegedPort(known) && spec.hostNetwork !== true) allowPrivilegedPorts(spec);
  if (!known.hasReadOnlyRoot || !known.runsDefaultProgram || known.hasSetting(facts.writesSetBy)) return;
  for (const path of (facts.writes ?? []).map(writtenPathOf)) {
    if (obstacleTo(path, known)?.isMissingVolume !== true) continue;
    const name = `${container.name}${path.path.replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 63).replace(/-+$/, '');
    spec.volumes = [...(spec.volumes ?? []), { name, emptyDir: {} }];
    container.volumeMounts = [...(container.volumeMounts ?? []), { name, mountPath: path.path }];
  }
}
