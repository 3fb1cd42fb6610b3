import { readManifests } from '../../src/reading';
import { type RulePage, rulePages } from '../../src/rule-pages';
import { bundledCustomResources } from '../../src/schema';
import { validate } from '../../src/validation';

const pages = rulePages();

test('ids are unique', () => {
  const ids = pages.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('every rule says whether it stops, warns or notes', () => {
  const severities = pages.filter(
    ({ severity }) => severity !== 'error' && severity !== 'warning' && severity !== 'note',
  );
  expect(severities.map(({ id }) => id)).toEqual([]);
});

test("a rule's message is one that its refused example gets", () => {
  const bare = pages.filter(({ message }) => message === '' || /(?<!")\{\w+\}/.test(message));
  expect(bare.map(({ id, message }) => ({ id, message }))).toEqual([]);
});

// Examples too large, or not text at all, to be written down.
const DESCRIBED = [
  'custom-resource-deprecated',
  'custom-resource-embedded',
  'custom-resource-expression-undecided',
  'document-size',
  'encoding',
  'nested-too-deeply',
];
const customResources = bundledCustomResources();
// What a run, a program or a comparison reports is tested in ids.test.ts; examples of updates, two objects each, in test/upgrade.
const ofDocuments = ({ id, category }: RulePage) => category === 'api' && !/^upgrade-|^internal-error$/.test(id);
const isUpdate = ({ refused }: RulePage) => typeof refused === 'string' && refused.startsWith('# applied before');
const texts = pages.filter(
  (page) => typeof page.refused === 'string' && ofDocuments(page) && !isUpdate(page) && !DESCRIBED.includes(page.id),
);

test.each(texts.map((page) => [page.id, page] as const))(
  '%s: the example as text is refused, the other is not',
  (id, page) => {
    const rulesOf = (text: string) =>
      readManifests(text, 'example.yaml').flatMap(({ object, issues: problems }) => [
        ...problems.map(({ rule }) => rule),
        ...(object === undefined
          ? []
          : validate([object], { kubernetesVersion: '1.36', customResources }).map(({ rule }) => rule)),
      ]);
    expect(rulesOf(page.refused as string)).toContain(id);
    expect(rulesOf(page.accepted as string)).toEqual([]);
  },
);
