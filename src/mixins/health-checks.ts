import { captureOrigin } from '../origin';
import { type Probes, type ProbesProps, probesManifest } from '../pod';
import { checked, checkProps, type ReportIssue } from '../props';
import { appContainer } from './pod-containers';
import { PodMixin } from './pod-mixin';
import type { RenderedPod } from './pod-template';

/**
 * Sets or replaces the probes of a container, for example in a cdk8s-plus workload, which supports neither gRPC
 * probes nor named ports. Each probe that is set replaces the one of the container.
 *
 * @example
 * kplusDeployment.with(new HealthChecks(Probes.grpc({ port: 9000 })));
 */
@checked('HealthChecks')
export class HealthChecks extends PodMixin {
  /**
   * @param container to probe. @default the first, or the one annotated as the default container
   * @throws PropsError that names all that is wrong with the probes.
   */
  public constructor(
    private readonly probes: Probes | ProbesProps,
    private readonly container?: string,
  ) {
    super('HealthChecks', captureOrigin());
    checkProps(this.label, (reportIssue) => {
      // Named ports are resolved when the container is rendered.
      probesManifest(probes, [{ containerPort: 1 }], (field, message, hint) => {
        if (!field.endsWith('.port')) reportIssue(field, message, hint);
      });
    });
  }

  protected amendPod(pod: RenderedPod, reportIssue: ReportIssue): void {
    const container = appContainer(pod, this.container, reportIssue);
    if (container !== undefined)
      Object.assign(container, probesManifest(this.probes, container.ports ?? [], reportIssue));
  }
}
