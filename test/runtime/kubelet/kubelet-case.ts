import { RUNTIME_RULES } from '../../../src/runtime';

/** An example of a rule that a node can judge, and the same example fixed. */
export interface KubeletCase {
  readonly rule: string;
  /** What the kubelet, the container runtime, the scheduler or the program writes about the refused one. */
  readonly answer: string;
  /** Whether the message of the finding has the answer too: it does where the kubelet itself refuses. */
  readonly isQuoted: boolean;
  readonly refused: readonly object[];
  readonly accepted: readonly object[];
  /** Seconds that the refused one must stay as it is, where the answer is that it does not end. @default 0 */
  readonly staysFor: number;
}

interface Twins {
  /** @default the example of the rule */
  readonly refused?: object | readonly object[];
  /** @default the example of the rule */
  readonly accepted?: object | readonly object[];
  readonly staysFor?: number;
}

/** A rule whose message quotes the kubelet. */
export function quoted(rule: string, answer: string, twins: Twins = {}): KubeletCase {
  return kubeletCase(rule, answer, true, twins);
}

/** A rule about a program, which writes something of its own. */
export function seen(rule: string, answer: string, twins: Twins = {}): KubeletCase {
  return kubeletCase(rule, answer, false, twins);
}

function kubeletCase(rule: string, answer: string, isQuoted: boolean, twins: Twins): KubeletCase {
  const examples = RUNTIME_RULES.find(({ id }) => id === rule);
  if (examples === undefined) throw new Error(`no such rule: ${rule}`);
  const { refused = examples.refused, accepted = examples.accepted, staysFor = 0 } = twins;
  return { rule, answer, isQuoted, refused: [refused].flat(), accepted: [accepted].flat(), staysFor };
}

/** An image that answers HTTP on port 8080 as user 10001 and has a shell; a placeholder for an application. */
const SHOP = 'ghcr.io/acme/shop:1.4.2';

/** A Pod with one container. */
export const pod = (container: object, spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'shop' },
  spec: { ...spec, containers: [{ name: 'shop', image: SHOP, ...container }] },
});

/** A Pod that runs a script of BusyBox once. */
export const once = (script: string, container: object = {}, spec: object = {}) =>
  pod({ image: 'busybox:1.37.0', command: ['sh', '-c', script], ...container }, { ...spec, restartPolicy: 'Never' });

/** An object of the core group with data. */
export const holding = (kind: 'ConfigMap' | 'Secret', name: string, data: Readonly<Record<string, string>>) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name },
  ...(kind === 'Secret' ? { stringData: data } : { data }),
});
