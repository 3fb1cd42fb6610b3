import type { RuntimeContainer } from '../../images';
import { compareQuantities, parseQuantity } from '../../values';
import { pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';

const server = (memory: string) =>
  pod({
    image: 'mysql:8.4.6',
    env: [{ name: 'MYSQL_ROOT_PASSWORD_FILE', value: '/run/secrets/root' }],
    resources: { limits: { memory } },
  });

/** Variables from which a Java runtime or the start script of a server takes options. */
const JAVA_OPTIONS = ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS', 'JAVA_OPTS', 'CATALINA_OPTS'];

/** An amount as Java and Redis write it, `2g` or `700mb`, as a quantity. Their units are powers of 1024. */
function amountOf(number: string, unit: string): string {
  return `${number}${{ k: 'Ki', m: 'Mi', g: 'Gi', t: 'Ti' }[unit.toLowerCase()] ?? ''}`;
}

/** The size of the heap that options of Java set: the last one counts. */
function heapOf({ container, words }: RuntimeContainer): { written: string; amount: string } | undefined {
  const values = (container.env ?? [])
    .filter((one: any) => JAVA_OPTIONS.includes(one?.name))
    .map((one: any) => one.value);
  const last = [...[...values, ...words].join(' ').matchAll(/(?:^|\s)-Xmx(\d+)([kKmMgGtT]?)(?=\s|$)/g)].at(-1);
  return last === undefined ? undefined : { written: last[0].trim(), amount: amountOf(last[1]!, last[2]!) };
}

/** The memory for data that an option of the program sets. */
function dataOf(container: RuntimeContainer): { written: string; amount: string } | undefined {
  const { facts, words } = container;
  const options = facts?.memoryOptions;
  if (options === undefined || !container.runsDefaultProgram) return undefined;
  for (const [index, word] of words.entries()) {
    const [name, joined] = word.split('=', 2);
    if (!options.includes(name!)) continue;
    const value = joined ?? words[index + 1] ?? '';
    // Redis: `gb` is 1024³ bytes and `g` 1000³, which makes no difference here.
    const [, number, unit = ''] = /^(\d+)([kKmMgGtT]?)[bB]?$/.exec(value) ?? [];
    if (number === undefined) return undefined;
    return {
      written: `${name} ${value}`,
      amount: unit === '' ? `${number}${facts?.memoryUnit ?? ''}` : amountOf(number, unit),
    };
  }
  return undefined;
}

/** The kernel ends a process that uses more memory than the limit of its container. */
export const memoryLimitTooSmall: RuntimeRule = {
  id: 'memory-limit-too-small',
  severity: 'warning',
  message: 'mysql is killed (OOMKilled) with a limit of 128Mi: it does not start in less than 256Mi',
  why: 'The kernel kills a process when its container uses more memory than the limit (OOMKilled). Some servers need more than that to start at all; others have an option that gives all of it or more to their data, and need memory beside the data.',
  hint: 'raise the limit, or lower the option of the program',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/',
  refused: server('128Mi'),
  accepted: server('1Gi'),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const written = container.container.resources?.limits?.memory;
      const limit = written === undefined ? undefined : parseQuantity(written);
      if (limit === undefined || limit.digits === 0n) continue;
      const { leastMemory } = container.facts ?? {};
      const compared = (to: string) => {
        const amount = parseQuantity(to);
        return amount === undefined ? 1 : compareQuantities(limit, amount);
      };
      const field = `${container.field}.resources.limits[memory]`;
      const add = (message: string) => report({ field, message: `${message} (container: ${container.name})` });
      // With options or a configuration of its own the server may need less.
      const isDefault = container.runsDefaultProgram && container.words.length === 0 && !hasConfiguration(container);
      if (leastMemory !== undefined && isDefault && compared(leastMemory) < 0) {
        add(
          `${container.image!.name} is killed (OOMKilled) with a limit of ${written}: it does not start in less than ${leastMemory}`,
        );
      }
      for (const setting of [heapOf(container), dataOf(container)]) {
        if (setting === undefined || setting.amount === '0' || compared(setting.amount) > 0) continue;
        add(`${setting.written} is not less than the limit of ${written}, and the program needs memory beside it`);
      }
    }
  },
};

/** Whether the manifest brings files or variables that may change how much memory the server takes. */
function hasConfiguration({ facts, mounts }: RuntimeContainer): boolean {
  return mounts.some(({ path }) => path.startsWith('/etc') && facts !== undefined);
}
