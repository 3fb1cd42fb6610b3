import { captureOrigin } from '../origin';
import { type Probes, type ProbesProps, probesManifest } from '../pod';
import { checkProps, type Problem } from '../props';
import { appContainer } from './pod-containers';
import { PodMixin } from './pod-mixin';
import type { RenderedPod } from './pod-template';

/**
 * Probes for a container that has none or others: those of a cdk8s-plus workload, for instance, which knows neither gRPC
 * probes nor named ports. Each given probe replaces the container's own.
 *
 * @example
 * kplusDeployment.with(new HealthChecks(Probes.grpc({ port: 9000 })));
 */
export class HealthChecks extends PodMixin {
  /**
   * @param container that is asked. @default the first, or the one annotated as the default container
   * @throws PropsError that names all that is wrong with the probes.
   */
  public constructor(
    private readonly probes: Probes | ProbesProps,
    private readonly container?: string,
  ) {
    super('HealthChecks', captureOrigin());
    checkProps(this.label, (problem) => {
      // Whether a port has the name that a probe uses is known when there is a container.
      probesManifest(probes, [{ containerPort: 1 }], (field, says, hint) => {
        if (!field.endsWith('.port')) problem(field, says, hint);
      });
    });
  }

  protected amendPod(pod: RenderedPod, problem: Problem): void {
    const container = appContainer(pod, this.container, problem);
    if (container !== undefined) Object.assign(container, probesManifest(this.probes, container.ports ?? [], problem));
  }
}
