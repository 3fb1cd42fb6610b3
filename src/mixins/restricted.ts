import type { coreV1 } from '../kubernetes';
import { captureOrigin } from '../origin';
import { checkWhole, definedFields } from '../pod';
import { checked, checkProps, type ReportIssue } from '../props';
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
    checkProps(this.label, (reportIssue) => {
      checkWhole(reportIssue, 'runAsUser', props.runAsUser, { min: 1, max: 2 ** 31 - 1 });
      checkWhole(reportIssue, 'runAsGroup', props.runAsGroup, { max: 2 ** 31 - 1 });
      checkWhole(reportIssue, 'fsGroup', props.fsGroup, { max: 2 ** 31 - 1 });
    });
  }

  protected amendPod(pod: RenderedPod, reportIssue: ReportIssue): void {
    const { podSpec } = pod;
    podSpec.securityContext = {
      ...definedFields({ ...this.props }),
      ...podSpec.securityContext,
      runAsNonRoot: true,
      seccompProfile: podSpec.securityContext?.seccompProfile ?? { type: 'RuntimeDefault' },
    };
    for (const container of allContainers(pod)) this.restrict(container, reportIssue);
  }

  private restrict(container: coreV1.Container, reportIssue: ReportIssue): void {
    const context = container.securityContext ?? {};
    const where = `container ${JSON.stringify(container.name)}`;
    if (context.privileged) reportIssue(where, 'is privileged');
    if (context.runAsNonRoot === false || context.runAsUser === 0) reportIssue(where, 'runs as root');
    const added = (context.capabilities?.add ?? []).filter((name) => name !== 'NET_BIND_SERVICE');
    if (added.length > 0) reportIssue(where, `adds the capabilities ${added.join(', ')}`);
    container.securityContext = {
      ...context,
      allowPrivilegeEscalation: false,
      capabilities: { ...context.capabilities, drop: ['ALL'] },
    };
  }
}
