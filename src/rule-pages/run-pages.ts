import type { RulePage } from './rule-page';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  ports:\n    - port: 80\n';
const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n';
const KUBECTL = 'kubectl apply (k8s.io/kubectl pkg/cmd/apply)';
const ACKNOWLEDGED = `${CONFIG_MAP}  annotations:\n    cdk8s-patterns/acknowledge.plain-secret:`;

type Fields = Omit<RulePage, 'id' | 'severity'> & Partial<RulePage>;

const page = (id: string, fields: Fields): RulePage => ({ id, severity: 'error', ...fields });

/** Pages of what kubectl apply refuses itself, and of what a run over manifests or a program reports of its own. */
export const RUN_PAGES: readonly RulePage[] = [
  page('apply-annotation-too-long', {
    category: 'apply',
    reason: 'FieldValueTooLong',
    message: 'Too long: may not be more than 262144 bytes',
    why: 'Client-side kubectl apply copies the whole object into the annotation last-applied-configuration, and all annotations of an object together have at most 256 KiB.',
    hint: 'use kubectl apply --server-side, or split the object',
    source: KUBECTL,
    refused: `${CONFIG_MAP}data:\n  table: … 300 kB …\n`,
    accepted: `${CONFIG_MAP}data:\n  table: a\n`,
  }),
  page('apply-generate-name', {
    category: 'apply',
    reason: 'FieldValueRequired',
    message: 'from shop-: cannot use generate name with apply',
    why: 'kubectl apply looks for the object of that name to compare with, so it needs the name. A generated name is a new one each time.',
    hint: 'set metadata.name, or create the object with kubectl create',
    source: KUBECTL,
    refused: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  generateName: shop-\n',
    accepted: CONFIG_MAP,
  }),
  page('apply-kind-not-established', {
    category: 'apply',
    severity: 'warning',
    reason: 'NoMatch',
    message:
      'no matches for kind "Widget" in version "example.com/v1" until its CustomResourceDefinition is established',
    why: 'kubectl looks up all kinds before it sends the first object. A definition and an object of it in the same apply fail the first time and work the second.',
    hint: 'apply the definition first and wait until it is established',
    source: KUBECTL,
    refused: '# a CustomResourceDefinition and an object of its kind in one input\n',
    accepted: '# the definition in one input, the object in the next\n',
  }),
  page('empty-input', {
    category: 'apply',
    reason: 'Syntax',
    message: 'no objects passed to apply',
    why: 'An input without objects mostly comes from a wrong path or a template that rendered nothing. kubectl apply fails as well.',
    hint: 'check the paths and the patterns of excluded files',
    source: KUBECTL,
    refused: '# only a comment\n',
    accepted: CONFIG_MAP,
  }),
  page('duplicate-object', {
    category: 'reference',
    reason: 'FieldValueDuplicate',
    message: 'duplicate object: Service "shop" is defined more than once',
    why: 'Two objects of the same kind, namespace and name are one object to the server: the second apply overwrites the first.',
    hint: 'change the name or namespace of one of them',
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    refused: `${SERVICE}---\n${SERVICE}`,
    accepted: SERVICE,
  }),
  page('internal-error', {
    category: 'api',
    reason: 'InternalError',
    message: 'validation failed: TypeError: Cannot read properties of undefined',
    why: 'A check of this package failed on the object. The other objects are checked all the same; this one may have violations that are not reported.',
    hint: 'report it as a bug, with the message and the object without values of Secrets',
    source: 'src/findings/internal-error.ts',
    refused: '# an object that a rule cannot handle\n',
    accepted: CONFIG_MAP,
  }),
  page('check-failed', {
    category: 'app',
    reason: 'InternalError',
    message: 'the further check ownedByTeam failed: TypeError: Cannot read properties of undefined',
    why: 'A check that the program added failed, so nothing is known about what it would have found.',
    hint: 'fix the check',
    source: 'src/check/custom-findings.ts',
    refused: '# an app with a check that throws\n',
    accepted: CONFIG_MAP,
  }),
  page('acknowledgement-without-reason', {
    category: 'app',
    reason: 'PolicyViolation',
    message: 'the acknowledgement of "plain-secret" gives no reason',
    why: 'An acknowledgement silences a rule for one object. The reason tells the next reader whether it still holds.',
    hint: 'write the reason as the value of the annotation',
    source: 'src/check/acknowledgements.ts',
    refused: `${ACKNOWLEDGED} ""\n`,
    accepted: CONFIG_MAP,
  }),
  page('unused-acknowledgement', {
    category: 'app',
    severity: 'warning',
    reason: 'PolicyViolation',
    message: 'unused acknowledgement of "plain-secret": no violation found',
    why: 'An acknowledgement that no finding needs would hide the next violation of the rule.',
    hint: 'remove the acknowledgement',
    source: 'src/check/acknowledgements.ts',
    refused: `${ACKNOWLEDGED} it is a sample\n`,
    accepted: CONFIG_MAP,
  }),
  page('construct-validation', {
    category: 'app',
    reason: 'PolicyViolation',
    message: 'container "web" has no image',
    why: 'Constructs can validate themselves (node.addValidation). What they report stops the synthesis, as it does with a plain cdk8s app.',
    source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/constructs.Node.html',
    refused: '# a construct whose validation returns a message\n',
    accepted: CONFIG_MAP,
  }),
  page('construct-render', {
    category: 'app',
    reason: 'PolicyViolation',
    message: 'Cannot read properties of undefined',
    why: 'An ApiObject threw an error while it was rendered to a manifest. The other objects are rendered and checked all the same.',
    source: 'src/app/rendered-object.ts',
    refused: '# an ApiObject whose toJson throws\n',
    accepted: CONFIG_MAP,
  }),
  page('dependency-cycle', {
    category: 'app',
    reason: 'PolicyViolation',
    message: 'dependency cycle: Chart a depends on Chart b; Chart b depends on Chart a',
    why: 'Objects are written in an order that is safe to apply, and objects that depend on each other have none.',
    hint: 'remove one of these dependencies',
    source: 'https://cdk8s.io/docs/latest/basics/dependencies/',
    refused: '# a.addDependency(b); b.addDependency(a)\n',
    accepted: '# a.addDependency(b)\n',
  }),
];
