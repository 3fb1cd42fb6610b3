import type { Construct, IConstruct } from 'constructs';
import { missingNames } from '../props';
import type { PodMixin } from './pod-mixin';

/** Reports at synthesis a mixin that a construct is about, when the pods of the construct do not have it. */
export function reportUnlessApplied(scope: Construct, prop: string, of: IConstruct, mixin: PodMixin): void {
  const validate = () => {
    // An invalid workload is reported itself.
    if (mixin.isAppliedTo(of) || missingNames(scope).length > 0) return [];
    return [
      `${prop}: the pods of ${of.node.path} do not contain ${mixin.label}; apply it to them: ${of.node.id}.with(…)`,
    ];
  };
  scope.node.addValidation({ validate });
}
