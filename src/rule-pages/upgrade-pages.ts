import type { RulePage } from './rule-page';

const REFUSED_HEAD = (name: string) => `# applied before\n${name}`;
const CLAIM = (size: string) =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\nspec:\n  accessModes:\n    - ReadWriteOnce\n  resources:\n    requests:\n      storage: ${size}\n`;
const JOB = (image: string) =>
  `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: report\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: report\n          image: ${image}\n`;
const SETTINGS = (color: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\nimmutable: true\ndata:\n  color: ${color}\n`;

const page = (
  id: string,
  fields: Pick<RulePage, 'reason' | 'message' | 'why' | 'hint' | 'source'> & Partial<RulePage>,
  before: string,
  refused: string,
  accepted = before,
): RulePage => ({
  id,
  category: 'api',
  severity: 'error',
  refused: `${REFUSED_HEAD(before)}---\n# applied now\n${refused}`,
  accepted: `${REFUSED_HEAD(before)}---\n# applied now\n${accepted}`,
  ...fields,
});

/** Pages of what cannot be applied over the objects of before. */
export const UPGRADE_PAGES: readonly RulePage[] = [
  page(
    'upgrade-immutable-field',
    {
      reason: 'FieldValueInvalid',
      message: 'field is immutable',
      why: 'Some fields of an object never change after it was created: selectors of workloads, templates of Jobs, roleRef of bindings, and others.',
      hint: 'give the object a new name, or delete it first',
      source: 'the update validations of each kind (pkg/apis/*/validation)',
    },
    JOB('report:1'),
    JOB('report:2'),
  ),
  page(
    'upgrade-immutable-configuration',
    {
      reason: 'FieldValueForbidden',
      message: 'field is immutable when `immutable` is set',
      why: 'A ConfigMap or Secret with immutable: true keeps its data for good, so that the kubelet need not watch it.',
      hint: 'give the changed one a new name',
      source: 'ValidateConfigMapUpdate, ValidateSecretUpdate (pkg/apis/core/validation)',
    },
    SETTINGS('red'),
    SETTINGS('blue'),
  ),
  page(
    'upgrade-storage-shrinks',
    {
      reason: 'FieldValueForbidden',
      message: 'field can not be less than status.capacity',
      why: 'Volumes only grow: the server refuses a claim that asks for less than it has.',
      hint: 'make a smaller claim beside it and copy the data',
      source: 'ValidatePersistentVolumeClaimUpdate (pkg/apis/core/validation)',
    },
    CLAIM('10Gi'),
    CLAIM('5Gi'),
  ),
  page(
    'upgrade-data-gone',
    {
      category: 'reference',
      reason: 'DanglingReference',
      message: 'the object is removed; under another name it would start with empty storage',
      why: 'A claim, volume, Namespace or StatefulSet that is renamed is a new object, and its data stay with the old one.',
      hint: 'keep name and namespace',
      source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
    },
    CLAIM('10Gi'),
    CLAIM('10Gi').replace('name: data', 'name: files'),
  ),
];
