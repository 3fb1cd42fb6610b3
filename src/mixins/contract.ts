import type { ApiObject } from 'cdk8s';
import type { Origin } from '../origin';
import { formatOrigin } from '../overlay';
import type { Problem } from '../props';
import { podOf, type RenderedPod } from './pod-template';

type CheckPod = (pod: RenderedPod, problem: Problem) => void;

/** The issues that one mixin reports for one object. */
class Share {
  private problems: string[] = [];

  public constructor(
    private readonly label: string,
    private readonly origin: Origin | undefined,
    private readonly checkPod: CheckPod,
  ) {}

  public readonly problem: Problem = (field, says, hint) => {
    const mended = hint === undefined ? '' : ` (${hint})`;
    const message = `${this.label}${formatOrigin(this.origin)}: ${field}: ${says}${mended}`;
    if (!this.problems.includes(message)) this.problems.push(message);
  };

  /** Each rendering starts without issues. */
  public forget(): void {
    this.problems = [];
  }

  public check(pod: RenderedPod): readonly string[] {
    this.checkPod(pod, this.problem);
    return this.problems;
  }
}

/** The issues of all mixins of one object, reported together when the app is validated. */
class Contract {
  private readonly shares: Share[] = [];

  public constructor(private readonly apiObject: ApiObject) {
    apiObject.node.addValidation({ validate: () => this.validate() });
  }

  public join(label: string, origin: Origin | undefined, checkPod: CheckPod): Share {
    const share = new Share(label, origin, checkPod);
    this.shares.push(share);
    return share;
  }

  private validate(): string[] {
    const pod = podOf(this.apiObject.toJson());
    return this.shares.flatMap((share) => share.check(pod));
  }
}

const contracts = new WeakMap<ApiObject, Contract>();

/** The mixin issues of an object; created by the first call. */
export function contractOf(apiObject: ApiObject): Contract {
  let contract = contracts.get(apiObject);
  if (contract === undefined) {
    contract = new Contract(apiObject);
    contracts.set(apiObject, contract);
  }
  return contract;
}
