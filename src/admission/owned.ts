import type { Placed } from './applied';
import type { Refusal } from './refusal';

/** A warning for a change of an object that a controller or a Helm release owns. */
export function ownerWarning(before: Placed | undefined): Refusal[] {
  const { ownerReferences = [], annotations = {} } = before?.object.metadata ?? {};
  const controller = ownerReferences.find((owner: any) => owner.controller === true);
  const release = annotations['meta.helm.sh/release-name'];
  if (before === undefined || (controller === undefined && release === undefined)) return [];
  const { kind, metadata } = before.object;
  const owner =
    controller === undefined
      ? `belongs to the Helm release ${JSON.stringify(release)}`
      : `is controlled by ${controller.kind} ${JSON.stringify(controller.name)}`;
  const message = `${kind} ${JSON.stringify(metadata.name)} is there already and ${owner}, which may undo the change`;
  return [{ rule: 'admission-owned', severity: 'warning', message, field: 'metadata.name', because: [before] }];
}
