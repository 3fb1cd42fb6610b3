import { hasChange } from '../../../facts';
import { rules } from '../../rule';

const revision = (fields: object = { data: {} }) => ({
  apiVersion: 'apps/v1',
  kind: 'ControllerRevision',
  metadata: { name: 'web-1' },
  revision: 1,
  ...fields,
});

/** Old versions of a template, which StatefulSets and DaemonSets write. */
export const controllerRevisionRules = rules(
  'io.k8s.api.apps.v1.ControllerRevision',
  {
    'controller-revision-data': {
      reason: 'FieldValueRequired',
      message: '{detail}',
      why: 'A revision without the state that it records is of no use. Only StatefulSets and DaemonSets write such objects; manifests should not.',
      source: 'ValidateControllerRevisionCreate (pkg/apis/apps/validation)',
      refused: revision({}),
      accepted: revision(),
    },
  },
  (node, report) => {
    const { data } = node.value;
    if (data === undefined) report('controller-revision-data', 'data', { detail: 'data is mandatory' });
    else if (hasChange(node.minor, 'RevisionDataIsObject') && (typeof data !== 'object' || Array.isArray(data))) {
      report('controller-revision-data', 'data', { detail: 'data must be a valid JSON object' });
    }
  },
);
