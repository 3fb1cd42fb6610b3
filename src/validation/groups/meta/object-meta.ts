import { factsOfDefinition, hasChange } from '../../../facts';
import { byteLength, dns1123Label, labelsProblems, qualifiedName } from '../../../values';
import { GoValue } from '../../printing';
import { type FieldNode, fieldChecks, type Report, rules } from '../../rule';
import { metadataTexts } from './examples';
import { LATE_NAME, type NameRule, nameRuleOf } from './names';

const metadata = metadataTexts('ValidateObjectMetaAccessor');
const owner = metadataTexts('validateOwnerReference');
const owned = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: '1' };
const LARGEST_ANNOTATIONS = 256 * 1024;
const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];
/** Groups whose own checks do not ask that a finalizer without a domain is a standard one. */
const ANY_FINALIZER =
  /^io\.k8s\.(?:api\.(?:admissionregistration|coordination|node)\.|apiextensions|kube-aggregator|custom)/;

export const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

const TEXTS = {
  'metadata-name-required': metadata.required(
    'name or generateName is required',
    'Every object has a name, which is its address together with kind and namespace.',
    { 'metadata.name': '' },
  ),
  'metadata-name': metadata.invalid(
    '{detail}',
    'Most names are DNS subdomains: lowercase letters, digits, dashes and dots, at most 253 of them. Namespaces, StatefulSets and Services are named by DNS labels, without dots and at most 63 characters long; RBAC objects by anything that can stand in a path.',
    { 'metadata.name': 'My_Settings' },
  ),
  'metadata-generate-name': metadata.invalid(
    '{detail}',
    'The server appends five letters to generateName, so it must be the beginning of a legal name. It may end in a dash.',
    { 'metadata.generateName': 'My_' },
    { accepts: { 'metadata.generateName': 'my-' } },
  ),
  'metadata-namespace': metadata.invalid(
    '{detail}',
    'Namespaces are named by DNS labels: at most 63 lowercase letters, digits and dashes.',
    { 'metadata.namespace': 'Team_A' },
    { accepts: { 'metadata.namespace': 'team-a' } },
  ),
  'metadata-generation': metadata.invalid(
    'must be greater than or equal to 0',
    'The server counts the generations of an object. Leave the field out.',
    { 'metadata.generation': -1 },
  ),
  'metadata-labels': metadata.invalid(
    '{detail}',
    'A label is KEY or DOMAIN/KEY with at most 63 characters after the slash; its value has at most 63 letters, digits, "-", "_" and ".", and begins and ends with a letter or digit.',
    { 'metadata.labels': { app: 'a b' } },
    { accepts: { 'metadata.labels': { app: 'a' } } },
  ),
  'metadata-annotations': metadata.invalid(
    '{detail}',
    'The key of an annotation is KEY or DOMAIN/KEY with at most 63 characters after the slash. Its value may be any text.',
    { 'metadata.annotations': { 'a b': '1' } },
    { accepts: { 'metadata.annotations': { 'example.com/a': 'a b' } } },
  ),
  'metadata-annotations-too-large': metadataTexts('ValidateAnnotationsSize').tooLong(
    `may not be more than ${LARGEST_ANNOTATIONS} bytes`,
    'Annotations are for small notes: all keys and values together have at most 256 KiB. Put larger data into a ConfigMap.',
    { 'metadata.annotations': { note: 'a'.repeat(LARGEST_ANNOTATIONS) } },
    { accepts: { 'metadata.annotations': { note: 'a' } } },
  ),
  'metadata-owner-reference': owner.invalid(
    '{detail}',
    'An owner is named by apiVersion, kind, name and uid; an object has at most one owner that controls it, and an Event owns nothing.',
    { 'metadata.ownerReferences': [{ ...owned, name: '' }] },
    { accepts: { 'metadata.ownerReferences': [owned] } },
  ),
  'metadata-owner-reference-repeated': metadataTexts('dedupOwnerReferences (apiserver/pkg/endpoints/handlers)').warning(
    '.metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: {uids}',
    'The server stores an owner once. Remove the repeated entry.',
    { 'metadata.ownerReferences': [owned, owned] },
    { accepts: { 'metadata.ownerReferences': [owned, { ...owned, uid: '2' }] } },
  ),
  'metadata-finalizers': metadataTexts('ValidateFinalizers').invalid(
    '{detail}',
    'A finalizer is DOMAIN/NAME of the controller that removes it, or one of the standard ones: orphan and foregroundDeletion, which exclude each other.',
    { 'metadata.finalizers': ['cleanup'] },
    { accepts: { 'metadata.finalizers': ['example.com/cleanup'] } },
  ),
} as const;

type ReportRule = Report<keyof typeof TEXTS>;

/** Metadata of every object. */
export const objectMetaRules = rules(OBJECT_META, TEXTS, (node, report) => {
  const { definition } = node.root;
  if (node.parent !== node.root || checksMetadataLast(definition)) return;
  checkMetadata(node, nameRuleOf(definition, node.minor), report);
});

/** Metadata of kinds at which the server looks last, when all else is well. */
export const lateObjectMetaRules = rules(OBJECT_META, TEXTS, (node, report) => {
  if (node.parent !== node.root) return;
  if (checksMetadataLast(node.root.definition)) checkMetadata(node, LATE_NAME, report);
  else checkNames(node.value, LATE_NAME, report);
});

function checksMetadataLast(definition: string): boolean {
  return factsOfDefinition(definition).checksMetadataLast === true;
}

function checkMetadata({ value, root, minor }: FieldNode, rule: NameRule, report: ReportRule): void {
  const { atLeast, format } = fieldChecks(report);
  const { namespace, labels, annotations = {} } = value;
  checkNames(value, rule, report);
  if (namespace !== undefined) {
    format('metadata-namespace', 'namespace', namespace, dns1123Label);
  }
  atLeast('metadata-generation', 'generation', value.generation, 0);
  checkLabels(labels, annotations, report);
  checkOwners(value.ownerReferences ?? [], minor, report);
  checkFinalizers(
    value.finalizers ?? [],
    ANY_FINALIZER.test(root.definition) || checksMetadataLast(root.definition),
    report,
  );
}

function checkNames({ name = '', generateName = '' }: any, rule: NameRule, report: ReportRule): void {
  const { required } = fieldChecks(report);
  const prefixProblems = generateName === '' ? [] : (rule.prefix?.(generateName) ?? []);
  for (const detail of prefixProblems)
    report('metadata-generate-name', 'generateName', { value: generateName, detail });
  if (required('metadata-name-required', 'name', name)) {
    for (const detail of rule.name(name)) report('metadata-name', 'name', { value: name, detail });
  }
}

function checkLabels(labels: any, annotations: Record<string, string>, report: ReportRule): void {
  for (const detail of labelsProblems(labels, 'labels')) {
    report('metadata-labels', 'labels', { value: detail.value, detail: detail.message });
  }
  let size = 0;
  for (const [key, text] of Object.entries(annotations)) {
    size += byteLength(key) + byteLength(text);
    for (const detail of qualifiedName(key.toLowerCase()))
      report('metadata-annotations', 'annotations', { value: key, detail });
  }
  if (size > LARGEST_ANNOTATIONS) report('metadata-annotations-too-large', 'annotations');
}

function checkOwners(owners: readonly any[], minor: number, report: ReportRule): void {
  const empty = (field: string) =>
    hasChange(minor, 'EmptyOwnerFields') ? 'must not be empty' : `${field} must not be empty`;
  const { kept, repeated } = withoutRepeated(owners);
  if (repeated.length > 0) {
    report('metadata-owner-reference-repeated', 'ownerReferences', { uids: repeated.join(', ') });
  }
  let controllers = 0;
  for (const { apiVersion = '', kind = '', name = '', uid = '', controller } of kept) {
    const wrong = (field: string, value: unknown, detail: string): void =>
      report('metadata-owner-reference', `ownerReferences${field}`, { value, detail });
    // An apiVersion with more than one slash has no version at all.
    if (apiVersion === '' || apiVersion.endsWith('/') || apiVersion.split('/').length > 2) {
      wrong('.apiVersion', apiVersion, 'version must not be empty');
    }
    if (kind === '') wrong('.kind', kind, empty('kind'));
    if (name === '') wrong('.name', name, empty('name'));
    if (uid === '') wrong('.uid', uid, empty('uid'));
    if (apiVersion === 'v1' && kind === 'Event') wrong('', kind, '/v1, Kind=Event is disallowed from being an owner');
    if (controller === true && ++controllers > 1) wrong('', name, 'Only one reference can have Controller set to true');
  }
}

/** The server drops an owner that equals one before it. */
function withoutRepeated(owners: readonly any[]): { readonly kept: readonly any[]; readonly repeated: string[] } {
  const seen = new Set<string>();
  const repeated: string[] = [];
  const kept = owners.filter(({ apiVersion = '', kind = '', name = '', uid = '', controller, blockOwnerDeletion }) => {
    const entry = JSON.stringify([apiVersion, kind, name, uid, controller ?? null, blockOwnerDeletion ?? null]);
    if (seen.has(entry)) repeated.push(uid);
    return seen.size < seen.add(entry).size;
  });
  return { kept, repeated };
}

function checkFinalizers(finalizers: readonly string[], anyName: boolean, report: ReportRule): void {
  const { format, each } = fieldChecks(report);
  each('finalizers', finalizers, (finalizer, field) => {
    format('metadata-finalizers', 'finalizers', finalizer, qualifiedName);
    if (anyName || finalizer.includes('/') || STANDARD_FINALIZERS.includes(finalizer)) return;
    const detail = 'name is neither a standard finalizer name nor is it fully qualified';
    report('metadata-finalizers', field, { value: finalizer, detail });
  });
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    const detail = 'finalizer orphan and foregroundDeletion cannot be both set';
    report('metadata-finalizers', 'finalizers', { value: new GoValue('[]string', finalizers), detail });
  }
}

/** What is wrong with labels and annotations of a pod template; the server leaves `metadata` out of the path. */
export const templateMetaRules = rules(
  'io.k8s.api.core.v1.PodTemplateSpec',
  {
    'metadata-labels': TEXTS['metadata-labels'],
    'metadata-annotations': TEXTS['metadata-annotations'],
    'metadata-annotations-too-large': TEXTS['metadata-annotations-too-large'],
  },
  (node, report) => {
    const { labels, annotations = {} } = node.value.metadata ?? {};
    checkLabels(labels, annotations, report as ReportRule);
  },
);
