import { hasChange } from '../../../facts';
import { type GeneratedValues, IMMUTABLE, immutable, type Tolerances, updateRules, updateTextsFor } from '../../rule';
import { deployment, statefulSet, template } from './examples';

const SELECTOR_HINT =
  'keep the selector and change only other labels; for a new selector, give the workload a new name';
const other = { selector: { matchLabels: { app: 'shop' } }, template: template({}, { labels: { app: 'shop' } }) };
const selector = updateTextsFor('ValidateDeploymentUpdate (pkg/apis/apps/validation)', deployment());
const spec = updateTextsFor('ValidateStatefulSetUpdate (pkg/apis/apps/validation)', statefulSet());
const revision = updateTextsFor('ValidateControllerRevisionUpdate (pkg/apis/apps/validation)', {
  apiVersion: 'apps/v1',
  kind: 'ControllerRevision',
  metadata: { name: 'web-1' },
  revision: 1,
  data: { spec: { replicas: 1 } },
});

const workloadSelectorUpdateRules = updateRules(
  ['io.k8s.api.apps.v1.Deployment', 'io.k8s.api.apps.v1.ReplicaSet', 'io.k8s.api.apps.v1.DaemonSet'],
  {
    'workload-selector-immutable': selector.invalid(
      IMMUTABLE,
      'A workload finds its pods by its selector. With another one it would lose the pods that are running, so the selector never changes.',
      SELECTOR_HINT,
      { 'spec.selector': other.selector, 'spec.template': other.template },
    ),
  },
  (node, report) => immutable(node, report, 'workload-selector-immutable', 'spec.selector'),
);

/** Fields of a StatefulSet that can change. */
const CHANGEABLE = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

const statefulSetUpdateRules = updateRules(
  'io.k8s.api.apps.v1.StatefulSet',
  {
    'stateful-set-spec-immutable': spec.forbidden(
      {
        '1.28':
          "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
        '1.33':
          "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
      },
      'The pods of a StatefulSet and their claims are named after what its spec said first: serviceName, selector, podManagementPolicy and volumeClaimTemplates never change.',
      'delete the StatefulSet with kubectl delete --cascade=orphan, which keeps its pods and claims, and apply it again',
      { 'spec.serviceName': 'shop' },
    ),
  },
  ({ before, after, minor, equal }, report) => {
    const changeable = CHANGEABLE.filter(
      (field) => field !== 'revisionHistoryLimit' || hasChange(minor, 'StatefulSetHistoryChanges'),
    );
    const rest = (all: any) => Object.fromEntries(Object.entries(all).filter(([field]) => !changeable.includes(field)));
    if (!equal('spec', rest(before.spec), rest(after.spec))) report('stateful-set-spec-immutable', 'spec');
  },
);

const controllerRevisionUpdateRules = updateRules(
  'io.k8s.api.apps.v1.ControllerRevision',
  {
    'controller-revision-immutable': revision.invalid(
      IMMUTABLE,
      'A revision is a record of what a workload looked like, so its data never changes.',
      'create another ControllerRevision',
      { 'data.spec.replicas': 2 },
    ),
  },
  (node, report) => immutable(node, report, 'controller-revision-immutable', 'data'),
);

export const appsUpdateRules = [workloadSelectorUpdateRules, statefulSetUpdateRules, controllerRevisionUpdateRules];

export const appsTolerances: Tolerances = {
  'io.k8s.api.apps.v1.ControllerRevision': ({ path }, { minor }) =>
    hasChange(minor, 'RevisionDataKept') && path.startsWith('data'),
  'io.k8s.api.apps.v1.StatefulSet': ({ rule, path }, { minor }) =>
    (hasChange(minor, 'StatefulSetServiceNameKept') && rule === 'stateful-set-service-name') ||
    (hasChange(minor, 'StatefulSetClaimsKept') && path.startsWith('spec.volumeClaimTemplates')),
};

/** Counts the changes of the template, for clients of API versions that are gone. */
const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

export const appsGenerated: GeneratedValues = {
  'io.k8s.api.apps.v1.DaemonSet': ({ metadata }) => {
    metadata.annotations = { [TEMPLATE_GENERATION]: '1', ...metadata.annotations };
  },
};
