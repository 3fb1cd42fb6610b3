import { stringifyManifests } from '../manifest';
import { updateFindings } from '../upgrade';
import { allUpdateRules } from '../validation/groups';
import type { RulePage } from './rule-page';
import { serverPage } from './server-page';

const CLAIM = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
};

/** Both objects as YAML: what was applied before, and what is applied now. */
function change(before: object, now: object): string {
  const [old, next] = [before, now].map((object) => stringifyManifests([object]).replace(/^---\n/, ''));
  return `# applied before\n${old}---\n# applied now\n${next}`;
}

const RULES = allUpdateRules()
  .flatMap(({ texts }) => Object.entries(texts))
  .map(([id, text]) => {
    const examples = { refused: change(text.before, text.refused), accepted: change(text.before, text.accepted) };
    return serverPage(id, { ...text, ...examples }, (version) =>
      updateFindings({ ...text.before }, { ...text.refused }, version),
    );
  });

/** Pages of what cannot be applied over the objects of before. */
export const UPGRADE_PAGES: readonly RulePage[] = [
  ...RULES,
  {
    id: 'apply-merge-key',
    category: 'apply',
    severity: 'error',
    reason: 'BadRequest',
    message: 'does not contain declared merge key: name',
    why: 'kubectl apply finds the items of a list by one of their fields. An item without that field cannot be applied over an existing object.',
    hint: 'set the field in every item of the list',
    source: 'diffListsOfMaps (apimachinery pkg/util/strategicpatch/patch.go)',
    refused: change(pod({ name: 'web', image: 'nginx:1.27' }), pod({ image: 'nginx:1.28' })),
    accepted: change(pod({ name: 'web', image: 'nginx:1.27' }), pod({ name: 'web', image: 'nginx:1.28' })),
  },
  {
    id: 'apply-duplicate-key',
    category: 'apply',
    severity: 'error',
    reason: 'BadRequest',
    message: '.spec.containers: duplicate entries for key [name="web"]',
    why: 'kubectl apply --server-side finds the items of a list by their keys, and the values of a set by themselves. Two of the same cannot be distinguished.',
    hint: 'remove or change one of the items',
    source: 'listItemToPathElement (structured-merge-diff typed/helpers.go)',
    refused: change(
      pod({ name: 'web', image: 'nginx:1.27' }),
      pod({ name: 'web', image: 'nginx:1.27' }, { name: 'web', image: 'nginx:1.28' }),
    ),
    accepted: change(pod({ name: 'web', image: 'nginx:1.27' }), pod({ name: 'web', image: 'nginx:1.28' })),
  },
  {
    id: 'upgrade-data-gone',
    category: 'reference',
    severity: 'error',
    reason: 'DanglingReference',
    message: 'the object is removed; under another name it would start with empty storage',
    why: 'A claim, volume, Namespace or StatefulSet that is renamed is a new object, and its data stay with the old one.',
    hint: 'keep name and namespace',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
    refused: change(CLAIM, { ...CLAIM, metadata: { name: 'files' } }),
    accepted: change(CLAIM, CLAIM),
  },
];

function pod(...containers: readonly object[]): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers } };
}
