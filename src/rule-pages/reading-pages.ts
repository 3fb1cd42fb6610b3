import type { RulePage } from './rule-page';

const KUBECTL = 'sigs.k8s.io/yaml and k8s.io/apimachinery/pkg/util/yaml, which kubectl reads with';
const DECODER = 'the strict decoder of kube-apiserver (fieldValidation=Strict)';
const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n';

const page = (
  id: string,
  fields: Omit<RulePage, 'id' | 'category' | 'severity' | 'accepted'> & Partial<RulePage>,
): RulePage => ({
  id,
  category: 'api',
  severity: 'error',
  accepted: `${CONFIG_MAP}data:\n  color: "yes"\n`,
  ...fields,
});

/** Pages of what can be wrong before the first rule of a kind is asked: the text, its type, its fields. */
export const READING_PAGES: readonly RulePage[] = [
  page('yaml-syntax', {
    reason: 'Syntax',
    message: 'found character that cannot start any token: a tab is used for indentation',
    why: 'kubectl cannot read the document, so nothing of it reaches the server. The message begins with the words of kubectl; behind them the usual mistake is named: a tab, a quote or bracket that is never closed, a full-width colon, a template that was not rendered. docs/reading.md lists what kubectl reads differently from other YAML readers.',
    source: KUBECTL,
    refused: `${CONFIG_MAP}data:\n\tcolor: "yes"\n`,
  }),
  page('duplicate-key', {
    severity: 'warning',
    reason: 'Warning',
    message: 'the key "color" is written twice in one map; kubectl keeps the last',
    why: 'YAML forbids a key twice in one map. kubectl keeps the last and says nothing, which is rarely what was meant.',
    source: KUBECTL,
    refused: `${CONFIG_MAP}data:\n  color: red\n  color: blue\n`,
  }),
  page('boolean-key', {
    severity: 'warning',
    reason: 'Warning',
    message: 'the key y is the boolean true in the YAML that kubectl reads, so the key is "true"',
    why: 'y, n, yes, no, on and off are booleans in YAML 1.1, which kubectl reads, and keys become strings. In a field of an object the server then names an unknown field "true" or "false"; in a map, such as the data of a ConfigMap, it accepts a key that is not the one in the file.',
    hint: 'put it in quotes: "y"',
    source: KUBECTL,
    refused: `${CONFIG_MAP}data:\n  x: "1"\n  y: "2"\n`,
  }),
  page('document-separator', {
    reason: 'Syntax',
    message: 'invalid Yaml document separator: kind: ConfigMap',
    why: 'A line that begins with --- separates documents; kubectl allows nothing but a comment behind it.',
    source: KUBECTL,
    refused: `--- kind: ConfigMap\napiVersion: v1\n`,
  }),
  page('document-size', {
    reason: 'Syntax',
    message: 'the document is not checked, because it is larger than 50331648 bytes',
    why: 'Nothing that large can be applied unless it is a list or mostly comments, and reading it would take all memory. An object over 3 MiB has a finding of its own, apply-request-too-large.',
    hint: 'split it',
    source: 'src/reading',
    refused: `${CONFIG_MAP}data:\n  film: … 50 MiB …\n`,
  }),
  page('rounded-number', {
    severity: 'warning',
    reason: 'Warning',
    message: 'a whole number beyond 9007199254740991 is checked without its last digits',
    why: 'kubectl sends whole numbers of 64 bits with all their digits. The checks compute with 53 bits, as JavaScript does, so a limit that such a number misses by a little is not noticed.',
    hint: 'make sure that all digits are meant, or put the value in quotes where a string is allowed',
    source: 'src/reading',
    refused:
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  terminationGracePeriodSeconds: 9007199254740993\n',
  }),
  page('encoding', {
    severity: 'warning',
    reason: 'Warning',
    message: 'the file is not UTF-8 text; kubectl reads U+FFFD for what it cannot decode',
    why: 'Manifests are UTF-8, or UTF-16 with a byte order mark. kubectl replaces other bytes without a word, so the value that is applied is not the one in the file. Bytes that are no text belong base64 encoded into binaryData or a Secret.',
    source: KUBECTL,
    refused: '# saved as ISO-8859-1\n',
  }),
  page('not-an-object', {
    reason: 'Syntax',
    message: 'the document is a list, not an object',
    why: 'A manifest is a map that begins with apiVersion and kind. Several objects are several documents, separated by ---.',
    source: KUBECTL,
    refused: '- apiVersion: v1\n  kind: ConfigMap\n',
  }),
  page('missing-type', {
    reason: 'NoMatch',
    message: 'kind is missing',
    why: 'Without apiVersion and kind kubectl cannot determine the endpoint of the object.',
    source: 'the REST mapper of kubectl',
    refused: 'apiVersion: v1\nmetadata:\n  name: shop\n',
  }),
  page('unknown-kind', {
    reason: 'NoMatch',
    message: 'no matches for kind "PodPreset" in version "settings.k8s.io/v1alpha1"',
    why: 'The server of that version has no such kind: it is misspelled, was removed, or is a custom resource whose definition is not imported. Unknown kinds are never ignored.',
    hint: 'import the definition of a custom resource with "npx cdk8s-patterns import crd --from FILE|DIRECTORY|URL|cluster", or accept the kind unchecked with --allow-kind; in a program with allowKinds',
    source: 'the REST mapper of kubectl',
    refused: 'apiVersion: settings.k8s.io/v1alpha1\nkind: PodPreset\nmetadata:\n  name: shop\n',
  }),
  page('wrong-type', {
    reason: 'BadRequest',
    message: 'cannot unmarshal number into a string',
    why: 'The server decodes the object into typed fields first; the first value of a wrong type ends the request, and nothing else is reported.',
    hint: 'quote numbers and words like yes or on where a string is expected',
    source: DECODER,
    refused: `${CONFIG_MAP}data:\n  color: yes\n`,
  }),
  page('unknown-field', {
    reason: 'UnknownField',
    message: 'unknown field "metadata.nmae"',
    why: 'kubectl asks for strict validation, so a field that the kind does not have is refused: mostly a typing error or wrong indentation.',
    source: DECODER,
    refused: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  nmae: shop\n',
    accepted: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n',
  }),
  page('field-dropped', {
    severity: 'warning',
    reason: 'Warning',
    message: 'Kubernetes 1.36 drops this field, as if it were not set',
    why: 'A field of a feature that is off by default is in the API of the version, and the server clears it without an error or a warning: an init container with restartPolicy Always runs to its end on 1.28, and hostUsers false has no effect before 1.33.',
    hint: 'remove the field, or use a version that has the feature',
    source: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
    refused:
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1.4.2\n  volumes:\n    - name: trust\n      projected:\n        sources:\n          - clusterTrustBundle:\n              name: ca.example.com\n              path: ca.pem\n',
  }),
  page('nested-too-deeply', {
    reason: 'BadRequest',
    message: 'the object is nested too deeply',
    why: 'No Kubernetes object is nested more than some dozen levels; a deeper one is a mistake or an attack.',
    source: DECODER,
    refused: '# [[[[[[[[ … ]]]]]]]]\n',
  }),
];
