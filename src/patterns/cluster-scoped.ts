import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { amend } from '../overlay';

/** Removes the namespace of the chart, which cdk8s sets on every object, from a cluster-scoped object. */
export function withoutNamespace<Target extends IConstruct | ApiObject>(construct: Target): Target {
  amend(construct, (manifest) => {
    delete manifest.metadata.namespace;
  });
  return construct;
}
