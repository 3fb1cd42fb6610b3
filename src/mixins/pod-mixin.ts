import type { ApiObject } from 'cdk8s';
import type { IConstruct, IMixin } from 'constructs';
import { captureOrigin, type Origin } from '../origin';
import { amend, reportWhenUnmatched } from '../overlay';
import { checked, checkProps, type ReportIssue } from '../props';
import { objectIssuesOf } from './object-issues';
import { changePod, podObjectOf, type RenderedPod } from './pod-template';

/**
 * Base class of mixins for pods: changes the rendered pod of the construct it is applied to: a pattern of
 * this package, a cdk8s-plus workload, an imported L1 construct or a raw ApiObject of a kind with a pod template.
 *
 * - `construct.with(mixin)` applies to every pod in the scope of the construct, once.
 * - Several mixins run in the order in which they were applied; the last one wins.
 * - A mixin without a matching pod is reported at synthesis with the line that applied it.
 * - Issues that `amendPod` and `checkPod` report are collected over all mixins and objects and reported at synthesis.
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
@checked('PodMixin')
export abstract class PodMixin implements IMixin {
  private readonly appliedTo = new WeakSet<ApiObject>();

  /**
   * @param label name of the mixin in messages, such as `Sidecar "shipper"`.
   * @param origin source line to report for the changes of the mixin. @default the line that applies it
   */
  protected constructor(
    public readonly label: string,
    private readonly origin?: Origin,
  ) {
    reportWhenUnmatched(this, label, (construct) => this.isMatch(podObjectOf(construct)!));
  }

  /** Whether the construct is or contains an object with a pod template. */
  public supports(construct: IConstruct): boolean {
    return podObjectOf(construct) !== undefined;
  }

  /**
   * Registers the change of the pod. A second call for the same object does nothing, so that a pattern, its
   * cdk8s-plus construct and the L1 construct below are changed once.
   *
   * @throws PropsError when the target cannot take the mixin.
   */
  public applyTo(construct: IConstruct): void {
    const apiObject = podObjectOf(construct);
    if (apiObject === undefined) {
      throw new Error(`${construct.node.path}: ${this.label} expected a construct with a pod`);
    }
    if (this.appliedTo.has(apiObject)) return;
    checkProps(`${construct.node.path}: ${this.label}`, (reportIssue) => this.checkTarget(apiObject, reportIssue));
    this.appliedTo.add(apiObject);
    const origin = this.origin ?? captureOrigin();
    const share = objectIssuesOf(apiObject).join(this.label, origin, (pod, reportIssue) =>
      this.checkPod(pod, reportIssue, apiObject),
    );
    const amendment = (manifest: any) => {
      share.forget();
      changePod(manifest, (pod) => this.amendPod(pod, share.reportIssue, apiObject));
    };
    amend(apiObject, amendment, { origin });
  }

  /**
   * Whether the mixin was applied to the pod of a construct. Ask at synthesis: until then a program can still apply it.
   *
   * @example
   * if (!metrics.isAppliedTo(shop)) shop.with(metrics);
   */
  public isAppliedTo(construct: IConstruct): boolean {
    const apiObject = podObjectOf(construct);
    return apiObject !== undefined && this.appliedTo.has(apiObject);
  }

  /** Whether the mixin changes a target; a mixin that changes none of its targets is reported as unmatched. */
  protected isMatch(_target: ApiObject): boolean {
    return true;
  }

  /** Returns why the object cannot take this mixin, as far as that is known before rendering. */
  protected checkTarget(_target: ApiObject, _reportIssue: ReportIssue): void {}

  /**
   * Changes the pod in place. Runs once for each rendering, so it must depend on its arguments and own props only.
   *
   * @param reportIssue reports what prevents the change; do not make the change in that case.
   */
  protected abstract amendPod(pod: RenderedPod, reportIssue: ReportIssue, target: ApiObject): void;

  /** Reports issues of the finished pod, after all mixins have changed it. Must not change the pod. */
  protected checkPod(_pod: RenderedPod, _reportIssue: ReportIssue, _target: ApiObject): void {}
}
