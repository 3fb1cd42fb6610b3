import type { ApiObject } from 'cdk8s';
import type { IConstruct, IMixin } from 'constructs';
import { captureOrigin, type Origin } from '../origin';
import { amend, reportWhenUnmatched } from '../overlay';
import { checkProps, type Problem } from '../props';
import { contractOf } from './contract';
import { changePod, podObjectOf, type RenderedPod } from './pod-template';

/**
 * Base of everything that attaches to a pod: changes the rendered pod of whatever it is applied to, be it a pattern of
 * this package, a cdk8s-plus workload, an imported L1 construct or a raw ApiObject of a kind that carries a pod.
 *
 * - `construct.with(mixin)` reaches every pod at and below the construct, each once.
 * - Several mixins run in the order in which they were applied; the later wins.
 * - A mixin that matched no pod is reported at synthesis with the line that applied it.
 * - Problems that `amendPod` and `checkPod` tell are collected over all mixins and objects and reported at synthesis.
 *
 * @see https://github.com/aws/aws-cdk-rfcs/blob/main/text/0814-cdk-mixins.md
 * @example
 * class HostTimeZone extends PodMixin {
 *   constructor() { super('HostTimeZone'); }
 *   protected amendPod({ podSpec }: RenderedPod) {
 *     for (const container of podSpec.containers) (container.env ??= []).push({ name: 'TZ', value: 'UTC' });
 *   }
 * }
 * chart.with(new HostTimeZone());
 */
export abstract class PodMixin implements IMixin {
  private readonly appliedTo = new WeakSet<ApiObject>();

  /**
   * @param label how messages call the mixin, such as `Sidecar "shipper"`.
   * @param origin line to blame for what the mixin writes. @default the line that applies it
   */
  protected constructor(
    public readonly label: string,
    private readonly origin?: Origin,
  ) {
    reportWhenUnmatched(this, label, (construct) => this.isMatch(podObjectOf(construct)!));
  }

  /** Whether the construct renders, or stands for, an object with a pod. */
  public supports(construct: IConstruct): boolean {
    return podObjectOf(construct) !== undefined;
  }

  /**
   * Has the pod changed when it is rendered. A second call for the same object does nothing, so that a pattern, its
   * cdk8s-plus construct and the L1 construct below do not count three times.
   *
   * @throws PropsError when the target is known to be unfit.
   */
  public applyTo(construct: IConstruct): void {
    const apiObject = podObjectOf(construct);
    if (apiObject === undefined) {
      throw new Error(`${construct.node.path}: ${this.label} needs a construct with a pod`);
    }
    if (this.appliedTo.has(apiObject)) return;
    checkProps(`${construct.node.path}: ${this.label}`, (problem) => this.checkTarget(apiObject, problem));
    this.appliedTo.add(apiObject);
    const origin = this.origin ?? captureOrigin();
    const share = contractOf(apiObject).join(this.label, origin, (pod, problem) =>
      this.checkPod(pod, problem, apiObject),
    );
    const amendment = (manifest: any) => {
      share.forget();
      changePod(manifest, (pod) => this.amendPod(pod, share.problem, apiObject));
    };
    amend(apiObject, amendment, { origin });
  }

  /** Whether a target is one that the mixin changes; a mixin all of whose targets are not matched nothing. */
  protected isMatch(_target: ApiObject): boolean {
    return true;
  }

  /** Tells why the object cannot take this mixin, as far as that is known before it is rendered. */
  protected checkTarget(_target: ApiObject, _problem: Problem): void {}

  /**
   * Changes the pod in place. Runs once for each rendering, so it must depend on its arguments and own props only.
   *
   * @param problem tells what stands in the way; the change is then best left out.
   */
  protected abstract amendPod(pod: RenderedPod, problem: Problem, target: ApiObject): void;

  /** Tells what is wrong with the finished pod, after all mixins have changed it. Must not change it. */
  protected checkPod(_pod: RenderedPod, _problem: Problem, _target: ApiObject): void {}
}
