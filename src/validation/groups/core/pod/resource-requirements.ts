import {
  compareQuantities,
  dns1123Label,
  isCountedResource,
  isHugePages,
  isOvercommitAllowed,
  isWholeQuantity,
  MUST_NOT_BE_NEGATIVE,
  parseQuantity,
  type Quantity,
  quantityText,
  signOfQuantity,
} from '../../../../values';
import { GoValue } from '../../../printing';
import { fieldChecks } from '../../../rule';
import { podTexts } from './examples';

const requirements = podTexts('validateResourceRequirements');
const names = podTexts('validateContainerResourceName');
const claims = podTexts('validateResourceClaimNames');
const resources = (fields: object) => ({ 'spec.containers[0].resources': fields });
const claim = {
  'spec.resourceClaims': [{ name: 'gpu', resourceClaimTemplateName: 'gpu' }],
  ...resources({ claims: [{ name: 'gpu' }] }),
};

export const RESOURCE_TEXTS = {
  'resource-name': names.invalid(
    '{detail}',
    'A container asks for cpu, memory, ephemeral-storage, hugepages-SIZE, or an extended resource of a device plugin with its domain, such as nvidia.com/gpu.',
    resources({ limits: { gpu: '1' } }),
    { accepts: resources({ limits: { 'nvidia.com/gpu': '1' } }) },
  ),
  'resource-amount': requirements.invalid(
    '{detail}',
    'An amount is not less than zero; devices come in whole numbers and huge pages in multiples of their size.',
    resources({ limits: { cpu: '-1' } }),
    { accepts: resources({ limits: { cpu: '1' } }) },
  ),
  'resource-request-above-limit': requirements.invalid(
    '{detail}',
    'A container is promised its request and held to its limit, so the request cannot be larger; for devices and huge pages the two must be the same.',
    resources({ requests: { memory: '2Gi' }, limits: { memory: '1Gi' } }),
    { accepts: resources({ requests: { memory: '1Gi' }, limits: { memory: '1Gi' } }) },
  ),
  'resource-limit-required': requirements.required(
    'Limit must be set for non overcommitable resources',
    'Devices and huge pages are given to one container alone. Write the same amount under limits.',
    resources({ requests: { 'nvidia.com/gpu': '1' } }),
    { accepts: resources({ limits: { 'nvidia.com/gpu': '1' } }) },
  ),
  'huge-pages-alone': requirements.forbidden(
    'HugePages require cpu or memory',
    'Huge pages alone leave the pod in the class best effort, to which they are not given. Ask for cpu or memory as well.',
    resources({ limits: { 'hugepages-2Mi': '2Mi' } }),
    { accepts: resources({ limits: { 'hugepages-2Mi': '2Mi', memory: '1Gi' } }) },
  ),
  'resource-claim-required': claims.required(
    '',
    'A container uses a claim of the pod by its name.',
    { 'spec.containers[0].resources.claims[0].name': '' },
    { with: claim, since: '1.34' },
  ),
  'resource-claim-duplicate': claims.duplicate(
    '',
    'A container names each claim, or each request of a claim, once.',
    { 'spec.containers[0].resources.claims[1].name': 'gpu' },
    { with: claim, since: '1.34' },
  ),
  'resource-claim-unknown': claims.notFound(
    'must be one of the names in pod.spec.resourceClaims{names}',
    'Claims of containers are entries of spec.resourceClaims of the same pod.',
    { 'spec.containers[0].resources.claims[0].name': 'tpu' },
    { with: claim, since: '1.34' },
  ),
  'resource-claim-request': claims.invalid(
    '{detail}',
    'A request of a claim is named by a DNS label.',
    { 'spec.containers[0].resources.claims[0].request': 'A' },
    { with: claim, since: '1.34' },
  ),
} as const;

type ReportRule = (id: keyof typeof RESOURCE_TEXTS, field: string, data?: Record<string, unknown>) => void;
type CheckName = (name: string) => readonly string[];

/** Requests and limits; `field` is the path of the requirements. */
export function resourceRequirements(value: any, field: string, checkName: CheckName, report: ReportRule): void {
  const { limits = {}, requests = {} } = value;
  for (const [list, amounts] of Object.entries({ limits, requests })) {
    for (const [name, text] of Object.entries<string | number>(amounts)) {
      const at = `${field}${field === '' ? '' : '.'}${list}[${name}]`;
      for (const detail of checkName(name)) {
        report('resource-name', at, { value: new GoValue('core.ResourceName', name), detail });
      }
      for (const { detail, value } of resourceAmount(name, text)) report('resource-amount', at, { value, detail });
    }
  }
  compareWithLimits(requests, limits, field === '' ? '' : `${field}.`, report);
  const all = [...Object.keys(limits), ...Object.keys(requests)];
  if (all.some(isHugePages) && !all.includes('cpu') && !all.includes('memory')) report('huge-pages-alone', field);
}

function compareWithLimits(requests: any, limits: any, prefix: string, report: ReportRule): void {
  for (const [name, text] of Object.entries<string | number>(requests)) {
    const overcommit = isOvercommitAllowed(name);
    if (!Object.hasOwn(limits, name)) {
      if (!overcommit) report('resource-limit-required', `${prefix}limits`);
      continue;
    }
    const order = compareQuantities(amountOf(text), amountOf(limits[name]));
    if (overcommit ? order <= 0 : order === 0) continue;
    const relation = overcommit ? 'less than or equal' : 'equal';
    const detail = `must be ${relation} to ${name} limit of ${quantityText(limits[name])}`;
    report('resource-request-above-limit', `${prefix}requests`, { value: quantityText(text), detail });
  }
}

export function amountOf(text: string | number): Quantity {
  return parseQuantity(text) ?? parseQuantity('0')!;
}

/** What is wrong with an amount of a resource (`ValidateResourceQuantityValue` and that of huge pages). */
export function resourceAmount(name: string, text: string | number): { detail: string; value: unknown }[] {
  const amount = amountOf(text);
  const value = quantityText(text);
  const problems: { detail: string; value: unknown }[] = [];
  if (signOfQuantity(amount) < 0) problems.push({ detail: MUST_NOT_BE_NEGATIVE, value });
  if (isCountedResource(name) && !isWholeQuantity(amount)) {
    problems.push({ detail: 'must be an integer', value: new GoValue('resource.Quantity', text) });
  }
  if (isHugePages(name) && !isMultipleOf(amount, name.slice('hugepages-'.length))) {
    problems.push({ detail: `${value} is not positive integer multiple of ${name}`, value });
  }
  return problems;
}

function isMultipleOf(amount: Quantity, page: string): boolean {
  const size = parseQuantity(page);
  if (size === undefined || signOfQuantity(size) <= 0 || !isWholeQuantity(size)) return false;
  return wholeUp(amount) % wholeUp(size) === 0n;
}

/** The amount rounded up to a whole number. */
function wholeUp({ digits, exponent }: Quantity): bigint {
  if (exponent >= 0) return digits * 10n ** BigInt(Math.min(exponent, 30));
  const unit = 10n ** BigInt(-exponent);
  return digits >= 0n ? (digits + unit - 1n) / unit : digits / unit;
}

/** Claims of devices that a container uses. */
export function resourceClaims(value: any, podClaims: readonly string[], report: ReportRule): void {
  const { each } = fieldChecks(report);
  const used = new Set<string>();
  each('resources.claims', value.claims, ({ name = '', request = '' }: any, field) => {
    if (name === '') {
      report('resource-claim-required', field);
      return;
    }
    const key = request === '' ? name : `${name}/${request}`;
    const whole = request === '' && [...used].some((other) => other.startsWith(`${name}/`));
    // A claim of which all requests are used is named without the request.
    if (used.has(name) || used.has(key) || whole)
      report('resource-claim-duplicate', field, { value: used.has(name) ? name : key });
    if (!used.has(name)) {
      const messages = request === '' ? [] : dns1123Label(request);
      for (const detail of messages) report('resource-claim-request', `${field}.request`, { value: request, detail });
      used.add(key);
    }
    if (!podClaims.includes(name)) {
      const names = podClaims.length === 0 ? ' which is empty' : `: ${[...podClaims].sort().join(', ')}`;
      report('resource-claim-unknown', field, { value: name, names });
    }
  });
}
