import { containersOf } from '../../facts';
import { customList, namespaceNamed, namespaceOf, type Workload } from '../input/placed';

/** An option with its value: `--name=value`, `-name=value` or `--name value`. */
export interface Option {
  readonly option: string;
  readonly value: string;
  readonly field: string;
  readonly container: any;
}

/** The options in the commands and arguments of a pod. */
export function optionsIn({ pod }: Workload): Option[] {
  return containersOf(pod.spec).flatMap(({ container, field }) =>
    ['command', 'args'].flatMap((list) => {
      const words = customList(container[list]).map(String);
      return words.flatMap((word, index): Option[] => {
        const [, option, beside] = /^--?([\w.-]+)(?:=(.*))?$/.exec(word) ?? [];
        const at = beside === undefined ? index + 1 : index;
        const value = beside ?? words[at];
        if (option === undefined || value === undefined) return [];
        return [{ option, value, field: `${pod.specPath}.${field}.${list}[${at}]`, container }];
      });
    }),
  );
}

/** A namespace as it is written, or in a variable; undefined when it is not known. */
export function namespaceIn(written: string, { env }: any, { object }: Workload): string | undefined {
  const [, variable] = /^\$\((\w+)\)$/.exec(written) ?? [];
  if (variable === undefined) return /^[a-z0-9-]+$/.test(written) ? namespaceNamed(written) : undefined;
  const { value, valueFrom } = customList(env).find((one) => one?.name === variable) ?? {};
  if (valueFrom?.fieldRef?.fieldPath === 'metadata.namespace') return namespaceOf(object);
  return typeof value === 'string' && /^[a-z0-9-]+$/.test(value) ? namespaceNamed(value) : undefined;
}
