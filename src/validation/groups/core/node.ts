import { hasChange, TAINT_EFFECTS } from '../../../facts';
import {
  byteLength,
  cidr,
  cidrWarnings,
  isCountedResource,
  isIpv6,
  isWholeQuantity,
  labelValue,
  MUST_NOT_BE_NEGATIVE,
  parseQuantity,
  parseRange,
  qualifiedName,
  quantityText,
  SUBDOMAIN_LIMIT,
  signOfQuantity,
} from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, type Report, rules } from '../../rule';
import { object } from './examples';

const node = (spec: object, status?: object) => object('Node', { spec, status });
const tainted = (...taints: object[]) => node({ taints });

/** Nodes, which manifests seldom hold. The server names the taints after the metadata. */
export const nodeRules = rules(
  'io.k8s.api.core.v1.Node',
  {
    'node-taint': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Key and value of a taint have the form of a label.',
      source: 'validateNodeTaints (pkg/apis/core/validation)',
      refused: tainted({ key: 'a b', effect: 'NoSchedule' }),
      accepted: tainted({ key: 'a', effect: 'NoSchedule' }),
    },
    'node-taint-effect-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A taint says what it does to pods that do not tolerate it.',
      source: 'validateTaintEffect (pkg/apis/core/validation)',
      refused: tainted({ key: 'a', effect: '' }),
      accepted: tainted({ key: 'a', effect: 'NoExecute' }),
    },
    'node-taint-effect': {
      reason: 'FieldValueNotSupported',
      supported: TAINT_EFFECTS,
      why: 'Pods are kept away (NoSchedule), kept away if possible (PreferNoSchedule), or driven away too (NoExecute).',
      source: 'validateTaintEffect (pkg/apis/core/validation)',
      refused: tainted({ key: 'a', effect: 'NoRun' }),
      accepted: tainted({ key: 'a', effect: 'NoSchedule' }),
    },
    'node-taint-twice': {
      reason: 'FieldValueDuplicate',
      message: 'taints must be unique by key and effect pair',
      why: 'A second taint of the same key and effect would change nothing.',
      source: 'validateNodeTaints (pkg/apis/core/validation)',
      refused: tainted({ key: 'a', effect: 'NoSchedule' }, { key: 'a', effect: 'NoSchedule', value: 'b' }),
      accepted: tainted({ key: 'a', effect: 'NoSchedule' }, { key: 'a', effect: 'NoExecute' }),
    },
    'node-resource': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A node has nothing or more of a resource, and what is counted is counted in whole numbers.',
      source: 'ValidateNodeResources (pkg/apis/core/validation)',
      refused: node({}, { capacity: { pods: '1.5' } }),
      accepted: node({}, { capacity: { pods: 110 } }),
    },
    'node-pod-cidr': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Pods of a node get their addresses from these networks, at most one of each family.',
      source: 'ValidateNode (pkg/apis/core/validation)',
      refused: node({ podCIDR: '10.1.0.0', podCIDRs: ['10.1.0.0'] }),
      accepted: node({ podCIDR: '10.1.0.0/24', podCIDRs: ['10.1.0.0/24'] }),
    },
    'node-pod-cidr-families': {
      reason: 'InternalError',
      message:
        'invalid PodCIDRs. failed to check with dual stack with error:invalid CIDR[{index}]: <nil> (invalid CIDR address: {range})',
      why: 'The server cannot determine the families of the networks, because one of them is not a network.',
      source: 'ValidateNode (pkg/apis/core/validation)',
      refused: node({ podCIDR: '10.1.0.0/24', podCIDRs: ['10.1.0.0/24', 'fd00::'] }),
      alongside: ['node-pod-cidr'],
      accepted: node({ podCIDR: '10.1.0.0/24', podCIDRs: ['10.1.0.0/24', 'fd00::/64'] }),
    },
    'node-pod-cidr-twice': {
      reason: 'FieldValueDuplicate',
      message: '',
      why: 'A repeated network has no effect. List each network once.',
      source: 'ValidateNode (pkg/apis/core/validation)',
      until: '1.32',
      refused: node({ podCIDR: '10.1.0.0/24', podCIDRs: ['10.1.0.0/24', '10.1.0.0/24'] }),
      alongside: ['node-pod-cidr'],
      accepted: node({ podCIDR: '10.1.0.0/24', podCIDRs: ['10.1.0.0/24'] }),
    },
    'node-pod-cidr-unusual': {
      reason: 'Warning',
      severity: 'warning',
      message: '{path}: {detail}',
      why: 'The network can be written in another way that all programs agree on.',
      source: 'nodeWarnings (pkg/registry/core/node)',
      since: '1.33',
      refused: node({ podCIDR: '2001:DB8::/64', podCIDRs: ['2001:DB8::/64'] }),
      accepted: node({ podCIDR: '2001:db8::/64', podCIDRs: ['2001:db8::/64'] }),
    },
    'node-feature': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Features that a node declares are names such as MyFeature or MyFeature/mySubFeature, in alphabetical order.',
      source: 'validateNodeDeclaredFeatures (pkg/apis/core/validation)',
      since: '1.36',
      refused: node({}, { declaredFeatures: ['my-feature'] }),
      accepted: node({}, { declaredFeatures: ['MyFeature'] }),
    },
    'node-feature-twice': {
      reason: 'FieldValueDuplicate',
      message: '',
      why: 'A node declares each feature once; a second mention would change nothing.',
      source: 'validateNodeDeclaredFeatures (pkg/apis/core/validation)',
      since: '1.36',
      refused: node({}, { declaredFeatures: ['MyFeature', 'MyFeature'] }),
      accepted: node({}, { declaredFeatures: ['MyFeature', 'Other'] }),
    },
    'node-external-id': {
      reason: 'Warning',
      severity: 'warning',
      message: 'spec.externalID: this field is deprecated, and is unused by Kubernetes',
      why: 'The id of the cloud is in spec.providerID.',
      source: 'nodeWarnings (pkg/registry/core/node)',
      refused: node({ externalID: 'i-1' }),
      accepted: node({ providerID: 'aws:///zone/i-1' }),
    },
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const { spec = {}, status = {} } = node.value;
    checkTaints(spec.taints ?? [], report);
    for (const list of ['capacity', 'allocatable'] as const)
      checkResources(status[list] ?? {}, `status.${list}`, report);
    const ranges: readonly string[] = spec.podCIDRs ?? [];
    each('spec.podCIDRs', ranges, (range, field) => {
      const isOfList = !hasChange(node.minor, 'NodeCidrMessages');
      const problems = !isOfList
        ? cidr(range, node.minor)
        : parseRange(range) === undefined
          ? ['must be valid CIDR']
          : [];
      // Older servers show the whole list.
      const value = isOfList ? new GoValue('[]string', ranges) : range;
      for (const detail of problems) report('node-pod-cidr', field, { detail, value });
      for (const detail of cidrWarnings(range, node.minor))
        report('node-pod-cidr-unusual', field, { path: field, detail });
    });
    if (ranges.length > 1) {
      const parsed = ranges.map(parseRange);
      const unreadable = parsed.indexOf(undefined);
      if (unreadable >= 0) {
        report('node-pod-cidr-families', 'spec.podCIDRs', { index: unreadable, range: ranges[unreadable] });
      }
      const families = new Set(parsed.map((range) => range !== undefined && isIpv6(range.address)));
      if (unreadable >= 0 || families.size < 2 || ranges.length > 2) {
        report('node-pod-cidr', 'spec.podCIDRs', { detail: 'may specify no more than one CIDR for each IP family' });
      }
    }
    checkFeatures(status.declaredFeatures ?? [], report);
    if (!hasChange(node.minor, 'StrictAddresses') && ranges.length > 1) {
      ranges.forEach((range, index) => {
        if (ranges.indexOf(range) < index) report('node-pod-cidr-twice', `spec.podCIDRs[${index}]`, { value: range });
      });
    }
    if (spec.externalID) report('node-external-id', 'spec.externalID');
  },
);

function checkFeatures(features: readonly string[], report: Report): void {
  features.forEach((feature, index) => {
    const field = `status.declaredFeatures[${index}]`;
    const wrong = (detail: string) => report('node-feature', field, { detail });
    if (byteLength(feature) > SUBDOMAIN_LIMIT) {
      wrong(`invalid feature name ${JSON.stringify(feature)}: must be no more than ${SUBDOMAIN_LIMIT} characters`);
    } else if (!/^[A-Z][a-zA-Z0-9]*(\/[a-zA-Z][a-zA-Z0-9]*)*$/.test(feature)) {
      wrong(
        `invalid feature name ${JSON.stringify(feature)}: must start with an UpperCamelCase segment, with subsequent segments separated by '/' (e.g., MyFeature or MyFeature/mySubFeature), and contain only alphanumeric characters and slashes`,
      );
    }
    const before = features[index - 1];
    if (before === feature) report('node-feature-twice', field, { value: feature });
    else if (before !== undefined && before > feature) wrong('list must be sorted alphabetically');
  });
}

function checkTaints(taints: readonly any[], report: Report): void {
  const { required, oneOf, format, each } = fieldChecks(report);
  const seen = new Set<string>();
  each('metadata.taints', taints, ({ key = '', value = '', effect = '', ...others }, at) => {
    format('node-taint', `${at}.key`, key, qualifiedName);
    format('node-taint', `${at}.value`, value, labelValue);
    if (required('node-taint-effect-required', `${at}.effect`, effect)) {
      oneOf('node-taint-effect', `${at}.effect`, effect, TAINT_EFFECTS);
    }
    const pair = `${effect} ${key}`;
    if (seen.has(pair))
      report('node-taint-twice', at, { value: new GoValue('core.Taint', { key, value, effect, ...others }) });
    seen.add(pair);
  });
}

function checkResources(resources: Readonly<Record<string, any>>, field: string, report: Report): void {
  for (const [name, value] of Object.entries(resources)) {
    const amount = parseQuantity(value)!;
    const at = `${field}.${name}`;
    if (signOfQuantity(amount) < 0)
      report('node-resource', at, { value: quantityText(value), detail: MUST_NOT_BE_NEGATIVE });
    if (isCountedResource(name) && !isWholeQuantity(amount)) {
      report('node-resource', at, { detail: 'must be an integer', value: new GoValue('resource.Quantity', value) });
    }
  }
}
