import { containersOf, deprecatedNodeLabel, hasChange, REMOVED_VOLUME_SOURCES } from '../../../../facts';
import { canonicalQuantity, ipWarnings, isWholeQuantity, labelValue } from '../../../../values';
import { fieldChecks, rules } from '../../../rule';
import { POD_SPEC } from './pod-ancestors';
import { POD_WARNING_TEXTS } from './pod-warning-texts';
import { amountOf } from './resource-requirements';

const BYTES = ['memory', 'ephemeral-storage'];

/** What the server takes and grumbles about in pods. */
export const podWarningRules = rules(POD_SPEC, POD_WARNING_TEXTS, (node, report) => {
  const { atLeast, format, each } = fieldChecks(report);
  const spec = node.value;
  const { minor } = node;
  for (const key of Object.keys(spec.nodeSelector ?? {})) {
    const detail = deprecatedNodeLabel(key);
    if (detail !== undefined) report('node-label-deprecated', `nodeSelector[${key}]`, { detail });
  }
  checkNodeAffinity();
  each('topologySpreadConstraints', spec.topologySpreadConstraints, (constraint: any, field) => {
    const detail = deprecatedNodeLabel(constraint.topologyKey ?? '');
    if (detail !== undefined) {
      report('node-label-deprecated', `${field}.topologyKey`, { detail: `${constraint.topologyKey} is ${detail}` });
    }
    if (constraint.labelSelector === undefined) report('selector-matches-no-pod', `${field}.labelSelector`);
  });
  for (const kind of ['podAffinity', 'podAntiAffinity'] as const) checkPodAffinity(kind);
  (spec.volumes ?? []).forEach((volume: any, index: number) => {
    for (const [field, detail] of oldSources(volume, minor))
      report('volume-deprecated', `volumes[${index}].${field}`, { detail });
  });
  repeated(spec.hostAliases ?? [], 'hostAliases', 'ip');
  repeated(spec.imagePullSecrets ?? [], 'imagePullSecrets', 'name');
  (spec.imagePullSecrets ?? []).forEach(({ name = '' }: any, index: number) => {
    if (name === '') report('pull-secret-empty', `imagePullSecrets[${index}].name`);
  });
  checkBytes(spec.overhead, 'overhead');
  for (const { container, field } of containersOf(spec)) {
    checkBytes(container.resources?.limits, `${field}.resources.limits`);
    checkBytes(container.resources?.requests, `${field}.resources.requests`);
    checkHidden(container.env ?? [], field);
  }
  atLeast('grace-period-negative', 'terminationGracePeriodSeconds', spec.terminationGracePeriodSeconds, 0);
  if (hasChange(minor, 'PodAddressWarnings')) {
    const warn = (ip = '', field: string) => format('address-unusual', field, ip, (text) => ipWarnings(text, minor));
    each('dnsConfig.nameservers', spec.dnsConfig?.nameservers, warn);
    each('hostAliases', spec.hostAliases, ({ ip }, field) => warn(ip, `${field}.ip`));
  }

  function checkNodeAffinity(): void {
    const { nodeAffinity = {} } = spec.affinity ?? {};
    const required = nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
    const preferred = nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
    const base = 'affinity.nodeAffinity';
    required.forEach((term: any, index: number) => {
      checkTerm(term, `${base}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[${index}]`, false);
    });
    preferred.forEach(({ preference = {} }: any, index: number) => {
      checkTerm(
        preference,
        `${base}.preferredDuringSchedulingIgnoredDuringExecution[${index}].preference`,
        hasChange(minor, 'NodeSelectorValues'),
      );
    });
  }

  function checkTerm(term: any, field: string, values: boolean): void {
    each(`${field}.matchExpressions`, term.matchExpressions, (one: any, at) => {
      const detail = deprecatedNodeLabel(one.key ?? '');
      if (detail !== undefined) report('node-label-deprecated', `${at}.key`, { detail: `${one.key} is ${detail}` });
      if (!values) return;
      for (const [node, value] of (one.values ?? []).entries()) {
        for (const detail of labelValue(value)) {
          report('node-label-value', `${at}.values[${node}]`, { detail: `${value} is invalid, ${detail}` });
        }
      }
    });
  }

  function checkPodAffinity(kind: 'podAffinity' | 'podAntiAffinity'): void {
    const affinity = spec.affinity?.[kind] ?? {};
    const required = 'requiredDuringSchedulingIgnoredDuringExecution';
    const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
    (affinity[required] ?? []).forEach((term: any, index: number) => {
      if (term.labelSelector === undefined) {
        report('selector-matches-no-pod', `affinity.${kind}.${required}[${index}].labelSelector`);
      }
    });
    (affinity[preferred] ?? []).forEach((term: any, index: number) => {
      if (term.podAffinityTerm?.labelSelector === undefined) {
        report('selector-matches-no-pod', `affinity.${kind}.${preferred}[${index}].podAffinityTerm.labelSelector`);
      }
    });
  }

  function repeated(list: readonly any[], field: string, key: 'ip' | 'name'): void {
    const seen = new Set<string>();
    for (const [index, entry] of list.entries()) {
      const name = entry[key] ?? '';
      if (seen.has(name))
        report('entry-repeated', `${field}[${index}].${key}`, { what: key, name: JSON.stringify(name) });
      seen.add(name);
    }
  }

  function checkBytes(amounts: any, field: string): void {
    for (const name of BYTES) {
      const amount = amounts?.[name];
      if (amount !== undefined && !isWholeQuantity(amountOf(amount))) {
        const thousandths = /^(\d+)m$/.exec(String(amount))?.[1];
        report('bytes-fractional', `${field}[${name}]`, {
          amount: JSON.stringify(canonicalQuantity(amountOf(amount))),
          ...(thousandths !== undefined && { hint: `m is a thousandth of a byte; use "${thousandths}Mi"` }),
        });
      }
    }
  }

  function checkHidden(variables: readonly any[], field: string): void {
    const seen = new Set<string>();
    for (const [index, { name = '', value = '', valueFrom }] of variables.entries()) {
      const own = `$(${name})`;
      if (seen.has(name) && (valueFrom !== undefined || value === own || !value.includes(own))) {
        report('env-hidden', `${field}.env[${index}]`, { name: JSON.stringify(name) });
        report('env-hidden-before', `${field}.env[${index}]`, { name: JSON.stringify(name) });
      }
      seen.add(name);
    }
  }
});

function oldSources(volume: any, minor: number): (readonly [string, string])[] {
  const found = Object.entries(REMOVED_VOLUME_SOURCES)
    .filter(([field]) => volume[field] !== undefined)
    .map(([, { named, since }]): [string, string] => [named, since]);
  if (volume.gitRepo === undefined) return found;
  return [
    ...found,
    [
      'gitRepo',
      `deprecated in v1.11${hasChange(minor, 'GitRepoDisabled') ? ', and disabled by default in v1.33+' : ''}`,
    ],
  ];
}
