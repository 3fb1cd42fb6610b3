import { gatesOf } from '../../../../facts';
import {
  configMapKey,
  dns1123Label,
  dns1123Subdomain,
  environmentVariableName,
  maskTrailingDash,
} from '../../../../values';
import { fieldChecks, type Report, rules } from '../../../rule';
import { podTexts } from './examples';
import { ENV_FIELD_PATHS, FIELD_SELECTOR_TEXTS, objectFieldSelector, resourceFieldSelector } from './field-selectors';
import { pathWithoutBacksteps } from './paths';
import { CONTAINERS, podSpecOf } from './pod-ancestors';

const env = podTexts('ValidateEnv');
const valueFrom = podTexts('validateEnvVarValueFrom');
const envFrom = podTexts('ValidateEnvFrom');
const file = podTexts('validateFileKeySelector');
const ENV = 'spec.containers[0].env';
const secret = (ref: object) => ({ [ENV]: [{ name: 'A', valueFrom: { secretKeyRef: ref } }] });
const goodSecret = { accepts: secret({ name: 'app', key: 'a' }) };
const configMap = (ref: object) => ({ 'spec.containers[0].envFrom': [{ configMapRef: ref }] });
const goodConfigMap = { accepts: configMap({ name: 'app' }) };
const fileRef = (ref: object) => ({
  'spec.volumes': [{ name: 'vars', emptyDir: {} }],
  [ENV]: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'vars', path: 'env', key: 'A', ...ref } } }],
});
const fileVolume = { accepts: fileRef({}), since: '1.35' } as const;

const ENVIRONMENT_TEXTS = {
  ...FIELD_SELECTOR_TEXTS,
  'env-name-required': env.required(
    '',
    'A variable without a name cannot be set in the container.',
    { [ENV]: [{ value: 'a' }] },
    { accepts: { [ENV]: [{ name: 'A' }] } },
  ),
  'env-name-format': env.invalid(
    '{detail}',
    'Up to Kubernetes 1.31 a name is letters, digits, "_", "-" and ".", not beginning with a digit; from 1.32 on it is any printable ASCII but "=". The prefix of envFrom becomes part of names and follows the same rule.',
    { [ENV]: [{ name: 'A=B' }] },
    { accepts: { [ENV]: [{ name: 'A_B' }] } },
  ),
  'env-value-from': valueFrom.invalid(
    '{detail}',
    'A variable has a value, or it is taken from exactly one place: a field, a resource, a key of a ConfigMap, of a Secret or of a file.',
    { [ENV]: [{ name: 'A', value: 'a', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
    { accepts: { [ENV]: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] } },
  ),
  'env-key-required': valueFrom.required(
    '',
    'Say which key of the ConfigMap, Secret or file holds the value.',
    secret({ name: 'app' }),
    goodSecret,
  ),
  'env-key-format': valueFrom.invalid(
    '{detail}',
    'The ConfigMap or Secret is named by a DNS subdomain, and its keys are letters, digits, "-", "_" and ".".',
    secret({ name: 'app', key: 'a b' }),
    goodSecret,
  ),
  'env-from-name-required': envFrom.required(
    '',
    'Say which ConfigMap or Secret to take all keys from.',
    configMap({}),
    goodConfigMap,
  ),
  'env-from-name-format': envFrom.invalid(
    '{detail}',
    'ConfigMaps and Secrets are named by DNS subdomains, so this one cannot exist.',
    configMap({ name: 'App' }),
    goodConfigMap,
  ),
  'env-from-source': envFrom.invalid(
    '{detail}',
    'Each entry of envFrom takes all keys of exactly one ConfigMap or Secret.',
    { 'spec.containers[0].envFrom': [{ prefix: 'A_' }] },
    goodConfigMap,
  ),
  'env-file-required': file.required(
    '',
    'A value from a file needs the volume, the path in it and the key in the file.',
    fileRef({ path: '' }),
    fileVolume,
  ),
  'env-file-format': file.invalid(
    '{detail}',
    'The path stays inside of the volume, and the key is the name of a variable.',
    fileRef({ path: '../env' }),
    fileVolume,
  ),
  'env-file-volume-unknown': podTexts('validateFileKeyRefVolumes').notFound(
    '',
    'The file is on a volume of this pod, so the pod needs a volume of that name.',
    fileRef({ volumeName: 'other' }),
    fileVolume,
  ),
  'env-file-volume-type': podTexts('validateFileKeyRefVolumes').invalid(
    'referenced volume must be of type emptyDir',
    'An init container writes the file, so it must be on an emptyDir volume.',
    { 'spec.volumes[0]': { name: 'vars', configMap: { name: 'vars' } } },
    { with: fileRef({}), since: '1.35' },
  ),
} as const;

type ReportRule = Report<keyof typeof ENVIRONMENT_TEXTS>;

/** Variables of a container. */
export const environmentRules = rules(CONTAINERS, ENVIRONMENT_TEXTS, (node, report) => {
  const { required, each } = fieldChecks(report);
  const { env: variables = [], envFrom: sources = [] } = node.value;
  each('env', variables, (variable: any, field) => {
    const { name = '', value = '', valueFrom: from } = variable;
    if (required('env-name-required', `${field}.name`, name)) checkName(name, node.minor, `${field}.name`, report);
    if (from !== undefined) checkSource(from, value, node.minor, podSpecOf(node), `${field}.valueFrom`, report);
  });
  each('envFrom', sources, (source: any, at) => {
    const { prefix = '', configMapRef, secretRef } = source;
    if (prefix !== '') checkName(prefix, node.minor, `${at}.prefix`, report);
    if (configMapRef !== undefined) checkWhole(configMapRef, `${at}.configMapRef.name`, report);
    if (secretRef !== undefined) checkWhole(secretRef, `${at}.secretRef.name`, report);
    const detail = oneOfTwo(configMapRef, secretRef);
    if (detail !== undefined) report('env-from-source', 'envFrom', { value: '', detail });
  });
});

function checkName(name: string, minor: number, field: string, report: ReportRule): void {
  const { format } = fieldChecks(report);
  format('env-name-format', field, name, (variable) => environmentVariableName(variable, minor));
}

function oneOfTwo(configMapRef: unknown, secretRef: unknown): string | undefined {
  if (configMapRef === undefined && secretRef === undefined)
    return 'must specify one of: `configMapRef` or `secretRef`';
  return configMapRef !== undefined && secretRef !== undefined
    ? 'may not have more than one field specified at a time'
    : undefined;
}

function checkWhole({ name = '' }: any, field: string, report: ReportRule): void {
  if (name === '') {
    report('env-from-name-required', field);
    return;
  }
  for (const detail of dns1123Subdomain(maskTrailingDash(name)))
    report('env-from-name-format', field, { value: name, detail });
}

function checkSource(from: any, value: string, minor: number, spec: any, field: string, report: ReportRule): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = from;
  if (fieldRef !== undefined) objectFieldSelector(fieldRef, ENV_FIELD_PATHS, minor, `${field}.fieldRef`, report);
  if (resourceFieldRef !== undefined)
    resourceFieldSelector(resourceFieldRef, false, `${field}.resourceFieldRef`, report);
  if (configMapKeyRef !== undefined) checkKey(configMapKeyRef, `${field}.configMapKeyRef`, report);
  if (secretKeyRef !== undefined) checkKey(secretKeyRef, `${field}.secretKeyRef`, report);
  if (fileKeyRef !== undefined) checkFile(fileKeyRef, spec, `${field}.fileKeyRef`, report);
  const count = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter(Boolean).length;
  const wrong = (detail: string): void => report('env-value-from', field, { value: '', detail });
  if (count === 0) {
    wrong(
      gatesOf(minor).has('EnvFiles')
        ? 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'
        : 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`',
    );
  } else if (value !== '') wrong('may not be specified when `value` is not empty');
  else if (count > 1) wrong('may not have more than one field specified at a time');
}

function checkKey({ name = '', key = '' }: any, field: string, report: ReportRule): void {
  const { required, format } = fieldChecks(report);
  format('env-key-format', `${field}.name`, name, dns1123Subdomain);
  if (required('env-key-required', `${field}.key`, key)) format('env-key-format', `${field}.key`, key, configMapKey);
}

function checkFile({ key = '', volumeName = '', path = '' }: any, spec: any, field: string, report: ReportRule): void {
  const { required } = fieldChecks(report);
  const check = (name: string, value: string, messages: readonly string[]): void => {
    if (required('env-file-required', `${field}.${name}`, value)) {
      for (const detail of messages) report('env-file-format', `${field}.${name}`, { value, detail });
    }
  };
  check('key', key, environmentVariableName(key, 36));
  check('volumeName', volumeName, dns1123Label(volumeName));
  check('path', path, pathWithoutBacksteps(path));
  const volume = (spec.volumes ?? []).findLast((one: any) => (one.name ?? '') === volumeName);
  if (volume === undefined) report('env-file-volume-unknown', `${field}.volumeName`, { value: volumeName });
  else if (volume.emptyDir === undefined) report('env-file-volume-type', `${field}.volumeName`, { value: volumeName });
}
