import type { ImageCatalog } from './image-catalog';
import { userIdOf, writtenPathOf } from './image-facts';
import { obstacleTo } from './obstacle';
import { RuntimeContainer } from './runtime-container';

/** The user `nobody` of Debian, Alpine and busybox, for images that have no user of their own to run as. */
const NOBODY = 65534;

/** The parts of a pod spec that depend on its images. */
interface PodSpec {
  readonly securityContext?: { readonly runAsNonRoot?: boolean | null; readonly runAsUser?: number | null } | null;
  volumes?: object[] | null;
}

/**
 * Completes a container that must not run as root with what is known of its image: the user ID that the image is made for, when
 * its USER is root or a name, and an emptyDir at each path that its program writes below a read-only root file system. Without
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
  if (!known.hasReadOnlyRoot || !known.runsDefaultProgram || known.hasSetting(facts.writesSetBy)) return;
  for (const path of (facts.writes ?? []).map(writtenPathOf)) {
    if (obstacleTo(path, known)?.isMissingVolume !== true) continue;
    const name = `${container.name}${path.path.replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 63).replace(/-+$/, '');
    spec.volumes = [...(spec.volumes ?? []), { name, emptyDir: {} }];
    container.volumeMounts = [...(container.volumeMounts ?? []), { name, mountPath: path.path }];
  }
}
