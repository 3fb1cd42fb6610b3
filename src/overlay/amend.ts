import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { captureOrigin, type Origin } from '../origin';
import { requireArguments } from '../values';
import { apiObjectOf } from './target';
import { observeWith } from './unmatched-mixin-check';

/**
 * Changes a rendered manifest. It may change the manifest in place or return a new one.
 *
 * It must be a pure function of the manifest, because a manifest can be rendered more than once.
 */
export type Amendment = (manifest: any) => unknown;

/** Options of `amend`. */
export interface AmendOptions {
  /**
   * Source line to report for the fields that the amendment writes.
   *
   * @default the line that called `amend`
   */
  readonly origin?: Origin;
}

/** An amendment and the source line that added it. */
export interface RecordedAmendment {
  readonly apply: Amendment;
  readonly origin: Origin | undefined;
}

interface Amended {
  readonly render: () => any;
  readonly amendments: RecordedAmendment[];
}

const amended = new WeakMap<ApiObject, Amended>();

/**
 * Changes the manifest of a construct after its own renderer has run, so that no field is dropped: the
 * `toJson` of generated L1 classes discards unknown fields, and JSON patches run before it.
 *
 * Several amendments of one object run in the order in which they were added. Works in `CheckedApp` and in a plain
 * cdk8s `App` or `Testing.synth`.
 *
 * @param target an ApiObject, a cdk8s-plus or imported construct, or a pattern that names its primary object.
 * @param amendment changes the manifest in place, or returns another one.
 * @throws Error when the target has no ApiObject of its own.
 * @example
 * amend(deployment, (manifest) => {
 *   manifest.spec.progressDeadlineSeconds = 120;
 * });
 */
export function amend(target: IConstruct, amendment: Amendment, options: AmendOptions = {}): void {
  requireArguments('amend', {
    target: [target, 'a construct'],
    amendment: [amendment, 'a function'],
    options: [options, 'an object'],
  });
  const apiObject = apiObjectOf(target);
  if (apiObject === undefined) {
    throw new Error(
      `${target.node.path}: cannot amend a construct without an ApiObject; pass the ApiObject or the construct that owns it`,
    );
  }
  observeWith();
  const origin = options.origin ?? captureOrigin();
  recordOf(apiObject).amendments.push({ apply: amendment, origin });
}

/** Amendments of an object, in the order in which they run. */
export function amendmentsOf(apiObject: ApiObject): readonly RecordedAmendment[] {
  return amended.get(apiObject)?.amendments ?? [];
}

/** Renders an object without its amendments. */
export function renderUnamended(apiObject: ApiObject): any {
  return amended.get(apiObject)?.render() ?? apiObject.toJson();
}

/** Runs one amendment; returns the manifest it returned, or the one it was passed. */
export function runAmendment(amendment: RecordedAmendment, manifest: any): any {
  const answer = amendment.apply(manifest);
  return answer === undefined ? manifest : answer;
}

function recordOf(apiObject: ApiObject): Amended {
  const existing = amended.get(apiObject);
  if (existing !== undefined) {
    return existing;
  }
  const record: Amended = { render: apiObject.toJson.bind(apiObject), amendments: [] };
  amended.set(apiObject, record);
  // An own property overrides the toJson of the generated class, which calls that of ApiObject and then drops fields.
  apiObject.toJson = () =>
    record.amendments.reduce((manifest, amendment) => runAmendment(amendment, manifest), record.render());
  return record;
}
