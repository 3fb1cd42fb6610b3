import type { coreV1 } from '../kubernetes';
import { captureOrigin } from '../origin';
import { checkWhole, definedFields } from '../pod';
import { checked, checkProps, type Problem } from '../props';
import { allContainers } from './pod-containers';
import { PodMixin } from './pod-mixin';
import type { RenderedPod } from './pod-template';

/** User and groups of the containers. */
export interface RestrictedProps {
  /** User ID for containers without one: for images that start as root. @default the user of the image */
  readonly runAsUser?: number;
  /** @default the group of the image */
  readonly runAsGroup?: number;
  /** Group that owns the volumes. @default none */
  readonly fsGroup?: number;
}

/**
 * Makes any pod meet the Pod Security level `restricted`, including cdk8s-plus workloads: runAsNonRoot, the default
 * seccomp profile, no privilege escalation, no capabilities. A container that explicitly exceeds it is reported.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 * @example
 * chart.with(new Restricted({ runAsUser: 10001 }));
 */
@checked('Restricted')
export class Restricted extends PodMixin {
  /** @throws PropsError when an ID is invalid or 0 (root). */
  public constructor(private readonly props: RestrictedProps = {}) {
    super('Restricted', captureOrigin());
    checkProps(this.label, (problem) => {
      checkWhole(problem, 'runAsUser', props.runAsUser, { min: 1, max: 2 ** 31 - 1 });
      checkWhole(problem, 'runAsGroup', props.runAsGroup, { max: 2 ** 31 - 1 });
      checkWhole(problem, 'fsGroup', props.fsGroup, { max: 2 ** 31 - 1 });
    });
  }

  protected amendPod(pod: RenderedPod, problem: Problem): void {
    const { podSpec } = pod;
    podSpec.securityContext = {
      ...definedFields({ ...this.props }),
      ...podSpec.securityContext,
      runAsNonRoot: true,
      seccompProfile: podSpec.securityContext?.seccompProfile ?? { type: 'RuntimeDefault' },
    };
    for (const container of allContainers(pod)) this.restrict(container, problem);
  }

  private restrict(container: coreV1.Container, problem: Problem): void {
    const context = container.securityContext ?? {};
    const where = `container ${JSON.stringify(container.name)}`;
    if (context.privileged) problem(where, 'is privileged');
    if (context.runAsNonRoot === false || context.runAsUser === 0) problem(where, 'runs as root');
    const added = (context.capabilities?.add ?? []).filter((name) => name !== 'NET_BIND_SERVICE');
    if (added.length > 0) problem(where, `adds the capabilities ${added.join(', ')}`);
    container.securityContext = {
      ...context,
      allowPrivilegeEscalation: false,
      capabilities: { ...context.capabilities, drop: ['ALL'] },
    };
  }
}
