import type { ApiObject } from 'cdk8s';
import type { Origin } from '../origin';
import { formatOrigin } from '../overlay';
import { formatIssue, type ReportIssue } from '../props';
import { podOf, type RenderedPod } from './pod-template';

type CheckPod = (pod: RenderedPod, reportIssue: ReportIssue) => void;

/** The issues that one mixin reports for one object. */
class MixinIssues {
  private issues: string[] = [];

  public constructor(
    private readonly label: string,
    private readonly origin: Origin | undefined,
    private readonly checkPod: CheckPod,
  ) {}

  public readonly reportIssue: ReportIssue = (prop, message, hint) => {
    const line = `${this.label}${formatOrigin(this.origin)}: ${formatIssue({ prop, message, hint })}`;
    if (!this.issues.includes(line)) this.issues.push(line);
  };

  /** Each rendering starts without issues. */
  public forget(): void {
    this.issues = [];
  }

  public check(pod: RenderedPod): readonly string[] {
    this.checkPod(pod, this.reportIssue);
    return this.issues;
  }
}

/** The issues of all mixins of one object, reported together when the app is validated. */
class ObjectIssues {
  private readonly mixins: MixinIssues[] = [];

  public constructor(private readonly apiObject: ApiObject) {
    apiObject.node.addValidation({ validate: () => this.validate() });
  }

  public join(label: string, origin: Origin | undefined, checkPod: CheckPod): MixinIssues {
    const issues = new MixinIssues(label, origin, checkPod);
    this.mixins.push(issues);
    return issues;
  }

  private validate(): string[] {
    const pod = podOf(this.apiObject.toJson());
    return this.mixins.flatMap((issues) => issues.check(pod));
  }
}

const byObject = new WeakMap<ApiObject, ObjectIssues>();

/** The mixin issues of an object; created by the first call. */
export function objectIssuesOf(apiObject: ApiObject): ObjectIssues {
  let issues = byObject.get(apiObject);
  if (issues === undefined) {
    issues = new ObjectIssues(apiObject);
    byObject.set(apiObject, issues);
  }
  return issues;
}
