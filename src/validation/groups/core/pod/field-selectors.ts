import { gatesOf } from '../../../../facts';
import { canonicalQuantity, parseQuantity, qualifiedName, signOfQuantity } from '../../../../values';
import { fieldChecks, sortedValues } from '../../../rule';
import { podTexts } from './examples';

const fieldTexts = podTexts('validateObjectFieldSelector');
const resourceTexts = podTexts('validateContainerResourceFieldSelector');
const ENV = 'spec.containers[0].env[0]';
const fieldPath = (path: string | undefined) => ({
  [`${ENV}.name`]: 'A',
  [`${ENV}.valueFrom.fieldRef.fieldPath`]: path,
});
const resource = (name: string | undefined, divisor?: string) => ({
  [`${ENV}.name`]: 'A',
  [`${ENV}.valueFrom.resourceFieldRef`]: { resource: name, divisor },
});

/** Rules of `fieldRef` and `resourceFieldRef`, wherever they occur. */
export const FIELD_SELECTOR_TEXTS = {
  'field-ref-required': fieldTexts.required(
    '',
    'A fieldRef copies one field of the pod, which fieldPath names.',
    fieldPath(''),
    { accepts: fieldPath('metadata.name') },
  ),
  'field-ref-path-invalid': fieldTexts.invalid(
    '{detail}',
    'Only some fields of a pod can be read this way, and only metadata.labels and metadata.annotations take a key in brackets, which must be a valid key. Use one of the fields of the documentation.',
    fieldPath('spec.replicas'),
    { accepts: fieldPath("metadata.labels['app']") },
  ),
  'field-ref-path-unsupported': fieldTexts.notSupported(
    'supported values: {supported}',
    'The field exists, but not for this use: environment variables and downward API files offer different sets of fields.',
    fieldPath('metadata.labels'),
    { accepts: fieldPath('metadata.uid') },
  ),
  'field-ref-host-ips': fieldTexts.forbidden(
    "may not be set when feature gate 'PodHostIPs' is not enabled",
    'Reading all addresses of the node came behind a feature gate that is off in this version. Use status.hostIP.',
    fieldPath('status.hostIPs'),
    {
      accepts: fieldPath('status.hostIP'),
      until: '1.28',
      source: 'validateDownwardAPIHostIPs (pkg/apis/core/validation)',
    },
  ),
  'resource-field-ref-required': resourceTexts.required(
    '',
    'A resourceFieldRef copies a request or limit of a container, so it must name the resource, and in a volume the container as well.',
    resource(''),
    { accepts: resource('limits.cpu') },
  ),
  'resource-field-ref-unsupported': resourceTexts.notSupported(
    'supported values: {supported}',
    'Only requests and limits of cpu, memory, ephemeral-storage and huge pages can be read.',
    resource('limits.gpu'),
    { accepts: resource('limits.memory') },
  ),
  'resource-field-ref-divisor': resourceTexts.invalid(
    '{detail}',
    'The divisor is the unit in which the amount is reported. For cpu it is 1 or 1m, for everything else 1 or a whole power of 1000 or 1024.',
    resource('limits.cpu', '10m'),
    { accepts: resource('limits.cpu', '1m') },
  ),
} as const;

export type FieldSelectorRule = keyof typeof FIELD_SELECTOR_TEXTS;
type ReportRule = (id: FieldSelectorRule, field: string, data?: Record<string, unknown>) => void;

export const ENV_FIELD_PATHS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
export const VOLUME_FIELD_PATHS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
];
/** Fields of a pod that have a name in the downward API at all. */
const CONVERTIBLE = new Set([
  ...ENV_FIELD_PATHS,
  ...VOLUME_FIELD_PATHS,
  'spec.host',
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
]);

export function objectFieldSelector(
  selector: any,
  allowed: readonly string[],
  minor: number,
  field: string,
  report: ReportRule,
): void {
  const { format } = fieldChecks(report);
  const { apiVersion, fieldPath: path = '' } = selector;
  if (path === '') {
    report('field-ref-required', `${field}.fieldPath`);
    return;
  }
  if (path === 'status.hostIPs' && !gatesOf(minor).has('PodHostIPs')) report('field-ref-host-ips', field);
  const subscript = /^(.+?)\['(.*)'\]$/s.exec(path);
  if (!isConvertible(subscript?.[1] ?? path, subscript !== null, apiVersion)) {
    const label = subscript === null ? 'field label not supported' : 'field label does not support subscript';
    const why = apiVersion === 'v1' ? `${label}: ${path}` : `unsupported pod version: ${apiVersion}`;
    const detail = `error converting fieldPath: ${why}`;
    report('field-ref-path-invalid', `${field}.fieldPath`, { value: path, detail });
    return;
  }
  if (subscript !== null) {
    const key = subscript[1] === 'metadata.annotations' ? subscript[2]!.toLowerCase() : subscript[2]!;
    format('field-ref-path-invalid', field, key, qualifiedName);
  } else if (!allowed.includes(path === 'spec.host' ? 'spec.nodeName' : path)) {
    report('field-ref-path-unsupported', `${field}.fieldPath`, { value: path, supported: sortedValues(allowed) });
  }
}

function isConvertible(path: string, subscripted: boolean, apiVersion: string): boolean {
  if (apiVersion !== 'v1') return false;
  return subscripted ? path === 'metadata.labels' || path === 'metadata.annotations' : CONVERTIBLE.has(path);
}

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'].flatMap((name) => [`limits.${name}`, `requests.${name}`]);
const SIZES = ['1', ...['k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((unit) => `1${unit}`)];
const HUGE_PAGES = /^(?:limits|requests)\.hugepages-/;

export function resourceFieldSelector(selector: any, inVolume: boolean, field: string, report: ReportRule): void {
  const { required } = fieldChecks(report);
  const { containerName = '', resource: name = '', divisor } = selector;
  if (inVolume && containerName === '') report('resource-field-ref-required', `${field}.containerName`);
  else if (required('resource-field-ref-required', `${field}.resource`, name)) {
    if (!RESOURCES.includes(name) && !HUGE_PAGES.test(name)) {
      report('resource-field-ref-unsupported', `${field}.resource`, {
        value: name,
        supported: sortedValues(RESOURCES),
      });
    }
  }
  const amount = divisor === undefined ? undefined : parseQuantity(divisor);
  if (amount === undefined || signOfQuantity(amount) === 0) return;
  const units = unitsOf(name);
  if (units !== undefined && !units.includes(canonicalQuantity(amount))) {
    const shown = units === CPU_UNITS ? CPU_UNITS.join(' and ') : units.join(', ');
    const detail = `only divisor's values ${shown} are supported with the ${kindOf(name)} resource`;
    report('resource-field-ref-divisor', `${field}.divisor`, { value: name, detail });
  }
}

const CPU_UNITS: readonly string[] = ['1m', '1'];

/** What the server calls the resource of a field. */
function kindOf(name: string): string {
  if (HUGE_PAGES.test(name)) return 'hugepages';
  const kind = name.slice(name.indexOf('.') + 1);
  return kind === 'ephemeral-storage' ? 'local ephemeral storage' : kind;
}

function unitsOf(name: string): readonly string[] | undefined {
  if (name === 'limits.cpu' || name === 'requests.cpu') return CPU_UNITS;
  return RESOURCES.includes(name) || HUGE_PAGES.test(name) ? SIZES : undefined;
}
