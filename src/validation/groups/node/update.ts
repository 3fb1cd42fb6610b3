import { IMMUTABLE, immutable, updateRules, updateTextsFor } from '../../rule';
import { runtimeClass } from './examples';

const text = updateTextsFor('ValidateRuntimeClassUpdate (pkg/apis/node/validation)', runtimeClass);

export const runtimeClassUpdateRules = updateRules(
  'io.k8s.api.node.v1.RuntimeClass',
  {
    'runtime-class-handler-immutable': text.invalid(
      IMMUTABLE,
      'Pods run with the handler that their class had when they started, so it never changes.',
      'create another RuntimeClass under a new name',
      { handler: 'other' },
    ),
  },
  (node, report) => immutable(node, report, 'runtime-class-handler-immutable', 'handler'),
);
