import type { KubernetesVersion } from '../../facts';
import { hintFor } from '../../findings';
import type { LostReference } from '../../references';
import type { Consequence } from '../types';
import { firstOf } from './first-of';

/**
 * What a broken reference does, by the rule that reports it. Rules about other things are left to `validate`; a Service without pods,
 * or whose pods do not have its port, is reported with the traffic of Services.
 */
const EFFECTS_OF: Readonly<Record<string, 'downtime' | 'breaks'>> = {
  'configuration-unknown': 'downtime',
  'pod-reference-unknown': 'downtime',
  'pull-secret-type': 'downtime',
  'sub-path-unknown': 'downtime',
  'ingress-backend-unknown': 'downtime',
  'ingress-reference-unknown': 'downtime',
  'ingress-tls-secret': 'downtime',
  'route-target-unknown': 'downtime',
  'route-not-admitted': 'downtime',
  'reference-grant-missing': 'downtime',
  'mesh-target-unknown': 'downtime',
  'stateful-set-service': 'downtime',
  'webhook-service-unknown': 'downtime',
  'external-name-unknown': 'downtime',
  'service-address-unknown': 'downtime',
  'service-address-port': 'downtime',
  'endpoint-service-unknown': 'downtime',
  'endpoint-port-unknown': 'downtime',
  'connection-denied': 'downtime',
  'members-denied': 'downtime',
  'service-unreachable': 'downtime',
  'network-policy-without-dns': 'downtime',
  'role-unknown': 'breaks',
  'subject-unknown': 'breaks',
  'storage-unknown': 'breaks',
  'custom-reference-unknown': 'breaks',
  'policy-binding-unknown': 'breaks',
  'policy-params-unknown': 'breaks',
  'autoscaler-target-unknown': 'breaks',
  'autoscaler-not-scalable': 'breaks',
  'autoscaler-without-requests': 'breaks',
  'autoscaler-twice': 'breaks',
  'vertical-autoscaler-container': 'breaks',
  'budget-selects-nothing': 'breaks',
  'budget-blocks-eviction': 'breaks',
  'budget-not-countable': 'breaks',
  'budget-overlap': 'breaks',
  'monitor-not-selected': 'breaks',
  'monitor-port-unknown': 'breaks',
  'monitor-selects-nothing': 'breaks',
};

const RULES: ReadonlySet<string> = new Set(Object.keys(EFFECTS_OF));

/** What no longer works, by the position of the object that it is said of. */
export interface LostEffects {
  readonly before: ReadonlyMap<number, readonly Consequence[]>;
  readonly after: ReadonlyMap<number, readonly Consequence[]>;
}

/**
 * What stays and no longer works, because of what it refers to, selects or connects to. It is said of the object that is gone or has
 * lost what is referred to, where there is one.
 *
 * @param previousOf positions before of the objects afterwards, those of renamed ones among them.
 */
export function lostEffects(
  before: readonly any[],
  after: readonly any[],
  previousOf: readonly (number | undefined)[],
  kubernetesVersion: KubernetesVersion,
): LostEffects {
  // Without a change, nothing needs the rules.
  const { lostReferences } = require('../../references') as typeof import('../../references');
  const references = lostReferences(before, after, previousOf, { rules: RULES, kubernetesVersion });
  const groups = new Map<string, LostReference[]>();
  for (const [index, lost] of references.entries()) {
    const { rule, target } = lost;
    const key = target === undefined ? `${index}` : JSON.stringify([target, EFFECTS_OF[rule]]);
    groups.set(key, [...(groups.get(key) ?? []), lost]);
  }
  const found = { before: new Map<number, Consequence[]>(), after: new Map<number, Consequence[]>() };
  const nextOf = new Map(previousOf.map((previous, document) => [previous, document]));
  for (const group of groups.values()) {
    const { target, document } = group[0]!;
    const next = target === undefined ? document : nextOf.get(target.before);
    const [side, position] = next === undefined ? [found.before, target!.before] : [found.after, next];
    side.set(position, [...(side.get(position) ?? []), consequenceOf(group, before, after)]);
  }
  return found;
}

function consequenceOf(group: readonly LostReference[], before: readonly any[], after: readonly any[]): Consequence {
  const { rule, target, document, field, message, hint } = group[0]!;
  const effect = EFFECTS_OF[rule]!;
  if (target === undefined) {
    // A monitor that nothing can be scraped by stops no other traffic.
    const isMonitor = String(after[document].apiVersion).startsWith('monitoring.coreos.com/');
    return { effect: isMonitor ? 'breaks' : effect, rule, path: field, message, hint: hintFor(hint) };
  }
  const users = usersOf(group, after);
  const { part } = target;
  if (part === undefined) {
    return {
      effect,
      path: '',
      message: `${users} still ${group.length === 1 ? 'refers' : 'refer'} to ${nameOf(before[target.before])}`,
      hint: 'keep the object, or change what refers to it together with it',
    };
  }
  const { word, path } = PARTS[part.of];
  return {
    effect,
    path: path(part.value),
    message: `the ${word} ${part.value} is gone, which ${users} ${group.length === 1 ? 'uses' : 'use'}`,
    hint: `keep the ${word}, or change it there as well`,
  };
}

const PARTS = {
  key: { word: 'key', path: (value: unknown) => `data.${value}` },
  servicePort: { word: 'port', path: () => 'spec.ports' },
  listener: { word: 'listener', path: () => 'spec.listeners' },
  backend: { word: 'backend', path: () => 'spec.rules' },
  item: { word: 'name', path: () => 'spec' },
} as const;

/** `Ingress web (spec.defaultBackend.service.name)` */
function usersOf(group: readonly LostReference[], after: readonly any[]): string {
  const users = group.map(({ document, field }) => {
    const { kind, metadata } = after[document];
    return `${kind} ${metadata?.name} (${field})`;
  });
  return firstOf(users);
}

function nameOf({ metadata }: any): string {
  return metadata?.namespace === undefined ? metadata?.name : `${metadata.namespace}/${metadata.name}`;
}
