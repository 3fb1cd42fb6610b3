import type { ApiObject } from 'cdk8s';
import { imagesOf } from '../app';
import { userIdOf } from '../images';
import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import type { RenderedPod } from './pod-template';
import { Sidecar, type SidecarProps } from './sidecar';

/** A sidecar that writes files of the app, so that it needs the user of the app. */
export class LogRotator extends Sidecar {
  private readonly hasUser: boolean;

  /** @param volume name of the volume with the files. */
  public constructor(
    name: string,
    props: SidecarProps,
    private readonly volume: string,
  ) {
    super(name, props);
    this.hasUser = props.security?.runAsUser !== undefined;
  }

  protected override addTo(
    pod: RenderedPod,
    container: coreV1.Container,
    reportIssue: ReportIssue,
    target: ApiObject,
  ): boolean {
    if (!this.hasUser && pod.podSpec.securityContext?.runAsUser === undefined) {
      const user = this.userOfApp(pod, target);
      if (user === undefined) {
        reportIssue(
          'security.runAsUser',
          'is required: only the user of the app can write its log files, and no user is set for the app',
          'set runAsUser of the pod, or security: { runAsUser } to the user of the app',
        );
      } else {
        container.securityContext = { ...container.securityContext, runAsUser: user };
      }
    }
    return super.addTo(pod, container, reportIssue, target);
  }

  /** The user of the container that writes the volume: that of the manifest, or of its image. */
  private userOfApp({ podSpec }: RenderedPod, target: ApiObject): number | undefined {
    const writer =
      podSpec.containers.find(({ volumeMounts = [] }) =>
        volumeMounts.some((mount) => mount.name === this.volume && mount.readOnly !== true),
      ) ?? podSpec.containers[0];
    const set = writer?.securityContext?.runAsUser;
    if (set !== undefined) return set;
    const user = imagesOf(target).find(writer?.image)?.facts.user;
    const id = user === undefined ? undefined : userIdOf(user);
    return id === 0 ? undefined : id;
  }
}
