import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { amend } from '../overlay';

/** Takes away the chart's namespace, which cdk8s gives to every object, from one that belongs to the whole cluster. */
export function withoutNamespace<Target extends IConstruct | ApiObject>(construct: Target): Target {
  amend(construct, (manifest) => {
    delete manifest.metadata.namespace;
  });
  return construct;
}
