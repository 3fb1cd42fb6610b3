import type { RuntimeContainer } from '../../images';
import { pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';
import { referencesIn } from './environment';
import { scriptOf } from './scripts';

const client = (livenessProbe: object) =>
  pod({
    image: 'redis:7.4.2',
    env: [{ name: 'REDIS_PASSWORD', valueFrom: { secretKeyRef: { name: 'cache', key: 'password' } } }],
    livenessProbe,
  });

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'];
const HOOKS = ['lifecycle.postStart', 'lifecycle.preStop'];

/** What the kubelet makes of the reference in a command of a probe or hook; undefined where it puts in the value. */
function resultOf(name: string, isHook: boolean, { container }: RuntimeContainer): string | undefined {
  if (isHook) return 'hooks get commands as they are written';
  const variable = (container.env ?? []).find((one: any) => one?.name === name);
  if (variable === undefined) return 'probes know the variables of env alone';
  return variable.valueFrom === undefined ? undefined : 'probes get an empty string for a variable with valueFrom';
}

/** Commands of probes and hooks are not expanded as command and args are. */
export const variableInHandler: RuntimeRule = {
  id: 'variable-in-handler',
  severity: 'warning',
  message:
    'livenessProbe refers to $(REDIS_PASSWORD), which is not its value there: probes get an empty string for a variable with valueFrom',
  why: 'The kubelet resolves $(NAME) in command and args from all variables of the container. In the command of a probe it knows only those of env with a value in the manifest: one with valueFrom is an empty string, and one of envFrom stays "$(NAME)". In the command of a hook nothing is resolved.',
  hint: 'let a shell read the variable: ["sh", "-c", "… \\"$NAME\\""]',
  source:
    'runProbe (pkg/kubelet/prober/prober.go), ExpandContainerCommandOnlyStatic (pkg/kubelet/container/helpers.go)',
  refused: client({ exec: { command: ['redis-cli', '-a', '$(REDIS_PASSWORD)', 'ping'] } }),
  accepted: client({ exec: { command: ['sh', '-c', 'redis-cli -a "$REDIS_PASSWORD" ping'] } }),
  check: ({ containers }, report) => {
    for (const container of containers) {
      for (const handler of [...PROBES, ...HOOKS]) {
        const words = handler.split('.').reduce<any>((at, key) => at?.[key], container.container)?.exec?.command;
        // In a script, $(NAME) is a command.
        if (!Array.isArray(words) || scriptOf(words) !== undefined) continue;
        for (const [index, word] of words.entries()) {
          for (const name of referencesIn(word).filter((one) => /^[A-Z][A-Z0-9_]*$/.test(one))) {
            const result = resultOf(name, HOOKS.includes(handler), container);
            if (result === undefined) continue;
            report({
              field: `${container.field}.${handler}.exec.command[${index}]`,
              message: `${handler} refers to $(${name}), which is not its value there: ${result} (container: ${container.name})`,
            });
          }
        }
      }
    }
  },
};
