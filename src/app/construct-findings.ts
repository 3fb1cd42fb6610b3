import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { KubernetesVersion } from '../facts';
import type { Finding } from '../findings';
import { originOf } from '../origin';

/** What a finding about a construct, rather than a field of a manifest, says. */
type FindingFields = Pick<Finding, 'rule' | 'message'> &
  Partial<Pick<Finding, 'severity' | 'category' | 'reason' | 'hint'>>;

/** A finding about a construct as a whole. */
export function findingAbout(
  construct: IConstruct,
  versions: readonly KubernetesVersion[],
  fields: FindingFields,
): Finding {
  const origin = originOf(construct);
  const object = ApiObject.isApiObject(construct) ? construct : undefined;
  return {
    category: 'app',
    severity: 'error',
    reason: 'InvalidApp',
    ...fields,
    path: '',
    apiVersion: object?.apiVersion ?? '',
    kind: object?.kind ?? construct.constructor.name,
    ...(object?.metadata.namespace !== undefined && { namespace: object.metadata.namespace }),
    ...(object !== undefined && { name: object.name }),
    constructPath: construct.node.path,
    ...(origin && { file: origin.file, line: origin.line, column: origin.column }),
    kubernetesVersions: versions,
  };
}
