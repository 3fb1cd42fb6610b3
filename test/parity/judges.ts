import type { KubernetesVersion } from '../../src/facts/versions';
import type { Finding } from '../../src/findings/finding';
import { bundledCustomResources } from '../../src/schema';
import { validate } from '../../src/validation';
import type { Judge, Verdict } from '../e2e/server/ask';
import { type Comparison, compare } from './compare';
import { type KnownDifference, knownDifference } from './known-differences';
import { compareMessages, type MessageComparison } from './messages';

export interface Trial {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly comparison: Comparison;
  readonly messages: MessageComparison;
  readonly known?: KnownDifference;
}

export type Try = (object: any) => Promise<Trial>;

/** Puts the same object to the server and to our check. */
export function bothJudges(judge: Judge, version: KubernetesVersion, warnings = false): Try {
  const customResources = bundledCustomResources();
  const check = (object: any): Finding[] => {
    try {
      return validate([{ object }], { kubernetesVersion: version, customResources });
    } catch (error) {
      return [crash(error as Error, object, version)];
    }
  };
  return async (object) => {
    const asked = judge.ask(object);
    const findings = check(object);
    const verdict = await asked;
    return {
      verdict,
      findings,
      comparison: compare(verdict, findings, warnings),
      messages: compareMessages(verdict, findings),
      known: knownDifference(verdict),
    };
  };
}

function crash(error: Error, object: any, kubernetesVersion: KubernetesVersion): Finding {
  const at = error.stack?.split('\n').find((line) => line.includes('/src/'));
  return {
    rule: 'CRASH',
    category: 'api',
    severity: 'error',
    reason: 'FieldValueInternal',
    path: '',
    message: `${error.message} ${at?.trim().replace(/\(.*\/src\//, '(src/') ?? ''}`,
    apiVersion: String(object?.apiVersion),
    kind: String(object?.kind),
    kubernetesVersions: [kubernetesVersion],
  };
}

/** Runs a job for each item, several at once, and gives the results in the order of the items. */
export async function inParallel<T, R>(items: readonly T[], jobs: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return results;
}
