import { standInOf } from '../facts';
import type { Finding } from '../findings';
import { type DecodedObject, findingOf, inspectObject, ofCustomResource, type ValidateOptions } from '../validation';

/** The pods of a custom resource, as the built-in object that its operator creates has them. */
export interface CustomPods {
  readonly decoded: DecodedObject | undefined;
  /** What the server will answer to the operator, about the pods. */
  readonly refusals: readonly Finding[];
  /** A finding about the pods of the built-in object, where the custom resource has them; none for any other. */
  readonly moved: (finding: Finding) => Finding[];
}

/** Undefined for other objects, and for those whose operator completes the template of the pods. */
export function customPods(object: any, options: ValidateOptions): CustomPods | undefined {
  const standIn = standInOf(object);
  if (standIn === undefined) return undefined;
  const { findings, decoded } = inspectObject(standIn.object, options);
  const moved = (finding: Finding) => ofCustomResource(object, standIn.specPath, finding);
  const refusals = findings.flatMap((one) => {
    return moved({ ...findingOf(one, { object: standIn.object }, 0), category: 'runtime' });
  });
  return { decoded, refusals, moved };
}
