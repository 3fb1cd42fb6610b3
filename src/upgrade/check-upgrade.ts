import { identityKey, identityOf, type KubernetesVersion, NEWEST_VERSION } from '../facts';
import type { Finding, RawFinding } from '../findings';
import type { CustomResources } from '../schema';
import { requireArguments } from '../values';
import type { ApplyMode } from './apply';
import { removedData } from './data-loss';
import { definedIn } from './defined-in';
import { updateFindings } from './update-findings';

/** Options of `checkUpgrade`. */
export interface UpgradeOptions {
  /** Kubernetes version of the server. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
  /**
   * How the objects are applied: `client` for `kubectl apply`, `server` for `kubectl apply --server-side`, `replace` for `kubectl replace`.
   *
   * @default 'client'
   */
  readonly applyMode?: ApplyMode;
  /** Custom resources that the server knows. @default those of the package, and those that `next` defines */
  readonly customResources?: CustomResources;
}

/** What `checkUpgrade` does; its own file, which is loaded with all that it needs at the first call. */
export function checkUpgrade(
  previous: readonly unknown[],
  next: readonly unknown[],
  options: UpgradeOptions = {},
): Finding[] {
  requireArguments('checkUpgrade', {
    previous: [previous, 'an array'],
    next: [next, 'an array'],
    options: [options, 'an object'],
  });
  const { kubernetesVersion = NEWEST_VERSION, applyMode = 'client' } = options;
  const customResources = options.customResources ?? definedIn(next);
  const later = new Map(next.map((object, document) => [identityKey(identityOf(object)), { object, document }]));
  return previous.flatMap((object: any) => {
    const found = later.get(identityKey(identityOf(object)));
    const findings =
      found === undefined
        ? removedData(object)
        : updateFindings(object, found.object as any, kubernetesVersion, applyMode, customResources).map(serverFinding);
    return findings
      .filter(({ severity }) => severity === 'error')
      .map(
        (one): Finding => ({
          ...one,
          apiVersion: String(object?.apiVersion ?? ''),
          kind: String(object?.kind ?? ''),
          namespace: object?.metadata?.namespace,
          name: object?.metadata?.name,
          document: found?.document,
          kubernetesVersions: [kubernetesVersion],
        }),
      );
  });
}

function serverFinding(raw: RawFinding): RawFinding & Pick<Finding, 'category'> {
  return { ...raw, category: raw.rule.startsWith('apply-') ? 'apply' : 'api' };
}
