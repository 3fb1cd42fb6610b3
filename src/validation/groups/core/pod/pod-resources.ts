import { gatesOf } from '../../../../facts';
import {
  canonicalQuantity,
  compareQuantities,
  isHugePages,
  type Quantity,
  qualifiedName,
  quantityText,
} from '../../../../values';
import { GoValue } from '../../../printing';
import { fieldChecks, rules, sortedValues } from '../../../rule';
import { addQuantities } from './amounts';
import { podTexts } from './examples';
import { isSidecar, POD_SPEC } from './pod-ancestors';
import { amountOf, RESOURCE_TEXTS, resourceClaims, resourceRequirements } from './resource-requirements';

const pod = podTexts('validatePodResources');
const resources = (fields: object) => ({ 'spec.resources': fields });
const good = { accepts: resources({ limits: { cpu: '1' } }), since: '1.34' } as const;
const SUPPORTED = ['cpu', 'memory', 'hugepages-'];

/** Resources of a pod as a whole. Gate PodLevelResources, on from 1.34. */
export const podResourceRules = rules(
  POD_SPEC,
  {
    ...RESOURCE_TEXTS,
    'pod-resources-windows': pod.forbidden(
      'may not be set for a windows pod',
      'Windows cannot hold a pod as a whole to its resources. Set them on the containers.',
      resources({ limits: { cpu: '1' } }),
      { with: { 'spec.os': { name: 'windows' } }, since: '1.34' },
    ),
    'pod-resources-claims': pod.forbidden(
      'claims may not be set for Resources at pod-level',
      'Claims of devices belong to single containers.',
      resources({ claims: [] }),
      good,
    ),
    'pod-resource-unsupported': podTexts('validatePodResourceName').notSupported(
      'supported values: {supported}',
      'A pod as a whole can ask for cpu, memory and huge pages only.',
      resources({ limits: { 'ephemeral-storage': '1Gi' } }),
      good,
    ),
    'pod-resources-below-containers': podTexts('validatePodResourceConsistency').invalid(
      '{detail}',
      'What the pod asks for as a whole covers what its containers ask for together, and no container may use more than the whole pod.',
      { 'spec.resources.requests.cpu': '500m' },
      {
        with: { 'spec.containers[0].resources': { requests: { cpu: '1' } }, ...resources({ requests: { cpu: '1' } }) },
        since: '1.34',
      },
    ),
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const { resources: whole, os } = node.value;
    if (whole === undefined || !gatesOf(node.minor).has('PodLevelResources')) return;
    if (os?.name === 'windows') return report('pod-resources-windows', 'resources');
    if (whole.claims !== undefined) report('pod-resources-claims', 'resources.claims');
    const names = (name: string): readonly string[] => qualifiedName(name);
    resourceRequirements(whole, 'resources', names, report);
    resourceClaims(
      whole,
      (node.value.resourceClaims ?? []).map(({ name = '' }: any) => name),
      report,
    );
    for (const list of ['limits', 'requests'] as const) {
      for (const name of Object.keys(whole[list] ?? {})) {
        if (qualifiedName(name).length > 0) continue;
        const field = `resources.${list}[${name}]`;
        if (!name.includes('/') && !STANDARD.test(name)) {
          report('resource-name', field, {
            value: new GoValue('core.ResourceName', name),
            detail: 'must be a standard resource type or fully qualified',
          });
        } else if (name !== 'cpu' && name !== 'memory' && !isHugePages(name)) {
          report('pod-resource-unsupported', field, {
            value: new GoValue('core.ResourceName', name),
            supported: sortedValues(SUPPORTED),
          });
        }
      }
    }
    const wrong = (field: string, value: string | number, detail: string): void =>
      report('pod-resources-below-containers', `resources.${field}`, { value: quantityText(value), detail });
    for (const [name, sum] of aggregate(node.value, 'requests')) {
      const own = whole.requests?.[name];
      if (own !== undefined && compareQuantities(sum, amountOf(own)) > 0) {
        const detail = `must be greater than or equal to aggregate container requests of ${canonicalQuantity(sum)}`;
        wrong(`requests[${name}]`, own, detail);
      }
    }
    for (const [name, sum] of aggregate(node.value, 'limits')) {
      const own = whole.limits?.[name];
      if (isHugePages(name) && own !== undefined && compareQuantities(sum, amountOf(own)) > 0) {
        const detail = `must be greater than or equal to aggregate container limits of ${canonicalQuantity(sum)}`;
        wrong(`limits[${name}]`, own, detail);
      }
    }
    each('containers', node.value.containers, (container: any, at) => {
      for (const [name, limit] of Object.entries<string>(container.resources?.limits ?? {})) {
        const own = whole.limits?.[name];
        if (own !== undefined && compareQuantities(amountOf(limit), amountOf(own)) > 0) {
          wrong(`${at}[${name}].limits`, limit, `must be less than or equal to pod limits of ${quantityText(own)}`);
        }
      }
    });
  },
);

const STANDARD =
  /^(?:cpu|memory|ephemeral-storage|(?:requests|limits)\.(?:cpu|memory|ephemeral-storage)|pods|resourcequotas|services|replicationcontrollers|secrets|configmaps|persistentvolumeclaims|storage|requests\.storage|services\.(?:nodeports|loadbalancers)|(?:requests\.)?hugepages-.*)$/;

/** What the containers of a pod need together: all regular ones and sidecars, or the largest init container if that is more. */
export function aggregate(spec: any, list: 'requests' | 'limits'): ReadonlyMap<string, Quantity> {
  const total = new Map<string, Quantity>();
  const sidecars = new Map<string, Quantity>();
  const largest = new Map<string, Quantity>();
  for (const container of spec.containers ?? []) add(total, amounts(container, list));
  for (const container of spec.initContainers ?? []) {
    const own = amounts(container, list);
    const during = new Map(sidecars);
    add(during, own);
    if (isSidecar(container)) {
      add(total, own);
      add(sidecars, own);
    }
    for (const [name, amount] of during) raise(largest, name, amount);
  }
  for (const [name, amount] of largest) raise(total, name, amount);
  return total;
}

function amounts(container: any, list: 'requests' | 'limits'): Map<string, Quantity> {
  const own = Object.entries<string | number>(container.resources?.[list] ?? {});
  return new Map(own.map(([name, text]) => [name, amountOf(text)]));
}

function add(sum: Map<string, Quantity>, more: ReadonlyMap<string, Quantity>): void {
  for (const [name, amount] of more) {
    const before = sum.get(name);
    sum.set(name, before === undefined ? amount : addQuantities(before, amount));
  }
}

function raise(map: Map<string, Quantity>, name: string, amount: Quantity): void {
  const before = map.get(name);
  if (before === undefined || compareQuantities(before, amount) < 0) map.set(name, amount);
}
