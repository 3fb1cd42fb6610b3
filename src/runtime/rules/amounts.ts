import { containersOf } from '../../facts';
import { compareQuantities, isWholeQuantity, parseQuantity } from '../../values';
import { pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';

const WRITTEN = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/;
/** No machine has so many cores: the largest of the cloud providers have about 2,000. */
const MOST_CORES = parseQuantity('10000')!;
/** Few machines have so many, so that a number without a suffix is likely to be one of thousandths. */
const MANY_CORES = parseQuantity('500')!;
/** A container runtime and the program it starts need more, so that less is a missing unit. */
const LEAST_BYTES = parseQuantity('1Mi')!;

const examples = (resources: object) => pod({ resources });

/** `500M` of CPU for `500m`: the suffixes differ in case only. */
export const cpuOfNoNode: RuntimeRule = {
  id: 'cpu-of-no-node',
  severity: 'error',
  message: '"500M" is 500 million cores, more than any node has',
  why: 'The suffix M means a million and m a thousandth. A pod that requests more cores than any node has stays Pending; a limit without a request is the request too. From 500 cores on, an amount without a suffix is a warning.',
  hint: 'use "500m" for thousandths of a core',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/',
  refused: examples({ requests: { cpu: '500M', memory: '1Gi' } }),
  accepted: examples({ requests: { cpu: '500m', memory: '1Gi' } }),
  check: ({ spec }, report) => {
    for (const { container, field } of containersOf(spec)) {
      const { requests = {}, limits = {} } = container.resources ?? {};
      for (const [of, written] of [
        ['requests', requests.cpu],
        ['limits', limits.cpu],
      ] as const) {
        const amount = written === undefined ? undefined : parseQuantity(written);
        if (amount === undefined || compareQuantities(amount, MANY_CORES) < 0) continue;
        const [, number, suffix = ''] = WRITTEN.exec(String(written)) ?? [];
        const isPossible = compareQuantities(amount, MOST_CORES) < 0;
        if (isPossible && suffix !== '') continue;
        // The pod starts when it requests less.
        const isLimit = of === 'limits' && requests.cpu !== undefined;
        report({
          field: `${field}.resources.${of}[cpu]`,
          message: `${JSON.stringify(String(written))} is ${inCores(number, suffix)}, more than ${isPossible ? 'most nodes have' : 'any node has'}`,
          hint: number === undefined ? 'use "500m" for half a core' : `use "${number}m" for thousandths of a core`,
          ...((isLimit || isPossible) && { severity: 'warning' as const }),
        });
      }
    }
  },
};

function inCores(number: string | undefined, suffix: string): string {
  const word = { k: ' thousand', M: ' million', G: ' billion' }[suffix];
  return number !== undefined && (word !== undefined || suffix === '') ? `${number}${word ?? ''} cores` : 'many cores';
}

/** `memory: 512` for `512Mi`: an amount without a unit is bytes. */
export const memoryLimitInBytes: RuntimeRule = {
  id: 'memory-limit-in-bytes',
  severity: 'warning',
  message: '"512" is 512 bytes, in which no container starts',
  why: 'An amount of memory without a suffix is a number of bytes. The container runtime cannot start a process in less than a few MiB: it is killed at once, or never created.',
  hint: 'use "512Mi"',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory',
  refused: examples({ limits: { memory: '512' } }),
  accepted: examples({ limits: { memory: '512Mi' } }),
  check: ({ spec }, report) => {
    for (const { container, field } of containersOf(spec)) {
      const written = container.resources?.limits?.memory;
      const amount = written === undefined ? undefined : parseQuantity(written);
      // The server itself warns about parts of a byte. Zero means unlimited.
      if (amount === undefined || amount.digits === 0n || !isWholeQuantity(amount)) continue;
      if (compareQuantities(amount, LEAST_BYTES) >= 0) continue;
      const [, number, suffix = ''] = WRITTEN.exec(String(written)) ?? [];
      const what = suffix === '' && number !== undefined ? `${number} bytes` : 'less than 1 MiB';
      report({
        field: `${field}.resources.limits[memory]`,
        message: `${JSON.stringify(String(written))} is ${what}, in which no container starts`,
        hint: `use "${number ?? '512'}Mi"`,
      });
    }
  },
};
