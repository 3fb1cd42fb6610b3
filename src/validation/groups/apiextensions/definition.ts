import { dns1035Label, dns1123Subdomain, parseGoUrl } from '../../../values';
import { GoValue } from '../../printing';
import { edited, fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { customResourceDefinition } from './examples';
import { withoutHoisted } from './hoisted';
import { everySchema } from './json-schema';

const SCOPES = ['Cluster', 'Namespaced'];
const APPROVAL = 'api-approved.kubernetes.io';

const text = textsFor(
  'validateCustomResourceDefinitionSpec (apiextensions-apiserver pkg/apis/apiextensions/validation)',
  customResourceDefinition,
);
const protectedGroup = edited(customResourceDefinition, {
  'spec.group': 'example.k8s.io',
  'metadata.name': 'widgets.example.k8s.io',
  'metadata.annotations': { [APPROVAL]: 'unapproved, an example' },
});
const approval = textsFor(
  'validateAPIApproval (apiextensions-apiserver pkg/apis/apiextensions/validation)',
  protectedGroup,
);
const [version] = customResourceDefinition.spec.versions;

export const crdRules = rules(
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition',
  {
    'crd-name': text.invalid(
      'must be spec.names.plural+"."+spec.group',
      'The server finds the definition of a resource by its name, so the name must be the plural, a dot and the group.',
      { 'metadata.name': 'widget.example.com' },
    ),
    'crd-group-required': text.required(
      '',
      'A custom resource belongs to an API group, which is a domain name of its vendor.',
      { 'spec.group': '', 'metadata.name': 'widgets.' },
      { alongside: ['metadata-name'] },
    ),
    'crd-group': text.invalid(
      '{detail}',
      'The group is a DNS subdomain with at least one dot, so that makers cannot clash.',
      { 'spec.group': 'example', 'metadata.name': 'widgets.example' },
    ),
    'crd-scope-required': text.required(
      '',
      'Objects of the resource are in namespaces, or they are of the whole cluster.',
      {
        'spec.scope': '',
      },
    ),
    'crd-scope': text.notSupported(
      sortedValues(SCOPES),
      'Objects of the resource are in namespaces, or they are of the whole cluster.',
      { 'spec.scope': 'namespaced' },
    ),
    'crd-version-name': text.invalid(
      '{detail}',
      'The name of a version is a DNS label that starts with a letter, such as v1 or v1beta1.',
      { 'spec.versions[0].name': '1' },
    ),
    'crd-versions': text.invalid(
      '{detail}',
      'Objects are stored in exactly one of the versions, and each version has its own name.',
      { 'spec.versions': [version, { ...version, name: 'v2' }] },
      { alongside: ['crd-stored-versions'] },
    ),
    'crd-stored-versions': text.invalid(
      '{detail}',
      'The definition remembers in which versions objects were stored, so there must be one to store them in, and only one.',
      { 'spec.versions[0].storage': false },
      { alongside: ['crd-versions'] },
    ),
    'crd-deprecation-warning': text.invalid(
      '{detail}',
      'The warning is for deprecated versions, and is a line of 256 printable characters at most.',
      { 'spec.versions[0].deprecationWarning': 'use v2' },
    ),
    'crd-preserve-unknown-fields': text.invalid(
      '{detail}',
      'Definitions of the version v1 drop fields that their schema does not know. Say x-kubernetes-preserve-unknown-fields: true in the schema to keep some.',
      { 'spec.preserveUnknownFields': true },
    ),
    'crd-approval-required': approval.required(
      `protected groups must have approval annotation "${APPROVAL}", see https://github.com/kubernetes/enhancements/pull/1111`,
      'Groups that end in k8s.io and kubernetes.io belong to the Kubernetes project. Use a group with a domain of your own.',
      { 'metadata.annotations': undefined },
    ),
    'crd-approval': approval.invalid(
      `protected groups must have approval annotation "${APPROVAL}" with either a URL or a reason starting with "unapproved", see https://github.com/kubernetes/enhancements/pull/1111`,
      'The annotation holds the URL where the Kubernetes project approved the API, or says that it is unapproved.',
      { 'metadata.annotations': { [APPROVAL]: 'yes' } },
    ),
  },
  (node, report) => {
    const { required, oneOf } = fieldChecks(report);
    const { metadata = {}, spec = {} } = node.value;
    const { group = '', scope = '', names = {}, versions = [], preserveUnknownFields = false, conversion } = spec;
    for (const field of ['name', 'generateName'] as const) {
      const name = metadata[field] ?? '';
      if (name !== '' && name !== `${names.plural ?? ''}.${group}`)
        report('crd-name', `metadata.${field}`, { value: name });
    }
    if (required('crd-group-required', 'spec.group', group)) {
      if (dns1123Subdomain(group).length > 0) {
        report('crd-group', 'spec.group', { detail: dns1123Subdomain(group).join(',') });
      } else if (!group.includes('.')) {
        report('crd-group', 'spec.group', { detail: 'should be a domain with at least one dot' });
      }
    }
    if (required('crd-scope-required', 'spec.scope', scope)) oneOf('crd-scope', 'spec.scope', scope, SCOPES);
    for (const [index, { name = '', deprecated = false, deprecationWarning }] of versions.entries()) {
      const label = dns1035Label(name);
      if (label.length > 0) {
        report('crd-version-name', `spec.versions[${index}].name`, { detail: label.join(',') });
        // The server writes the first version down in an older field, too.
        if (index === 0 && name !== '')
          report('crd-version-name', 'spec.version', { detail: label.join(','), value: name });
      }
      for (const detail of warningProblems(deprecated, deprecationWarning)) {
        report('crd-deprecation-warning', `spec.versions[${index}].deprecationWarning`, { detail });
      }
    }
    const listed = versions.length === 0 ? undefined : withoutHoisted(versions);
    const shown = new GoValue('[]apiextensions.CustomResourceDefinitionVersion', listed);
    for (const detail of versionsProblems(versions)) {
      report('crd-versions', 'spec.versions', { detail, value: shown });
    }
    const known = node.value.status?.storedVersions ?? storedVersions(versions);
    const value = new GoValue('[]string', known);
    for (const detail of storedProblems(known ?? [], versions)) {
      report('crd-stored-versions', 'status.storedVersions', { detail, value });
    }
    if (preserveUnknownFields) {
      const detail =
        'cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead';
      report('crd-preserve-unknown-fields', 'spec.preserveUnknownFields', { detail });
      if (versions.some((one: any) => hasDefaults(one.schema?.openAPIV3Schema))) {
        const why = 'must be false in order to use defaults in the schema';
        report('crd-preserve-unknown-fields', 'spec.preserveUnknownFields', { detail: why });
      }
      if (conversion !== undefined && conversion.strategy !== 'None') {
        const why = 'must be None if spec.preserveUnknownFields is true';
        report('crd-preserve-unknown-fields', 'spec.conversion.strategy', { detail: why });
      }
    }
    if (/(^|\.)(k8s|kubernetes)\.io$/.test(group)) {
      const annotation = metadata.annotations?.[APPROVAL] ?? '';
      const field = `metadata.annotations[${APPROVAL}]`;
      if (required('crd-approval-required', field, annotation)) {
        if (!annotation.startsWith('unapproved') && !isUrl(annotation)) report('crd-approval', field);
      }
    }
  },
);

function isUrl(value: string): boolean {
  const url = parseGoUrl(value);
  return typeof url !== 'string' && url.scheme !== '' && url.host !== '';
}

function hasDefaults(schema: any): boolean {
  return schema !== undefined && [...everySchema(schema)].some((one) => one.schema.default !== undefined);
}

function versionsProblems(versions: readonly any[]): string[] {
  const problems: string[] = [];
  const names = versions.map(({ name = '' }) => name);
  if (new Set(names).size < names.length) problems.push('must contain unique version names');
  if (versions.filter(({ storage }) => storage === true).length !== 1) {
    problems.push('must have exactly one version marked as storage version');
  }
  return problems;
}

/** The server writes down the first storage version. */
/** What the server takes into the status of a new definition. */
function storedVersions(versions: readonly any[]): readonly string[] | undefined {
  const first = versions.find(({ storage }) => storage === true);
  return first === undefined ? undefined : [first.name ?? ''];
}

/** The server misses every storage version but the first. */
function storedProblems(known: readonly string[], versions: readonly any[]): string[] {
  const stored = new Set(known);
  if (stored.size === 0) return ['must have at least one stored version'];
  return versions.flatMap(({ name = '', storage }) => {
    const isThere = stored.delete(name);
    return storage === true && !isThere ? [`must have the storage version ${name}`] : [];
  });
}

function warningProblems(deprecated: boolean, warning: string | undefined): string[] {
  if (warning === undefined) return [];
  if (!deprecated) return ['can only be set for deprecated versions'];
  const problems: string[] = [];
  if (Buffer.byteLength(warning) > 256) problems.push('must be <= 256 characters long');
  if (warning === '') problems.push('must not be an empty string');
  const index = warning.search(/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u);
  if (index >= 0) {
    problems.push(`must only contain printable UTF-8 characters; non-printable character found at index ${index}`);
  }
  return problems;
}
