import type { KubernetesVersion } from '../../../facts';
import type { RuleText } from '../../../findings';
import { rules } from '../../rule';
import { flowSchema } from '../flowcontrol';

const GROUP = 'flowcontrol.apiserver.k8s.io';

const schemaOf = (version: string) => ({ ...flowSchema, apiVersion: `${GROUP}/${version}` });

interface Span {
  readonly deprecated: string;
  readonly removed: string;
  readonly replacement: string;
  readonly since?: KubernetesVersion;
  readonly until: KubernetesVersion;
}

/** API versions that a server still has and is about to lose. */
const VERSIONS: Readonly<Record<string, Span>> = {
  v1beta2: { deprecated: 'v1.26', removed: 'v1.29', replacement: 'v1beta3', until: '1.28' },
  v1beta3: { deprecated: 'v1.29', removed: 'v1.32', replacement: 'v1', since: '1.29', until: '1.31' },
};

const idOf = (version: string): string => `flow-control-${version}-deprecated`;

const texts: Readonly<Record<string, RuleText>> = Object.fromEntries(
  Object.entries(VERSIONS).map(([version, { deprecated, removed, replacement, since, until }]) => [
    idOf(version),
    {
      reason: 'Warning',
      severity: 'warning',
      message: `${GROUP}/${version} {kind} is deprecated in ${deprecated}+, unavailable in ${removed}+; use ${GROUP}/${replacement} {kind}`,
      why: `Servers from ${removed.slice(1)} on no longer serve this version of the API. The fields are the same in ${replacement}: change apiVersion.`,
      source: 'APILifecycleDeprecated (k8s.io/api/flowcontrol)',
      since,
      until,
      refused: schemaOf(version),
      accepted: schemaOf(replacement),
    },
  ]),
);

/** Kinds in an API version that is on its way out. */
export const deprecatedVersionRules = rules(
  Object.keys(VERSIONS).flatMap((version) =>
    ['FlowSchema', 'PriorityLevelConfiguration'].map((kind) => `io.k8s.api.flowcontrol.${version}.${kind}`),
  ),
  texts,
  (node, report) => {
    const [version, kind] = node.definition.split('.').slice(-2);
    report(idOf(version!), '', { kind });
  },
);
