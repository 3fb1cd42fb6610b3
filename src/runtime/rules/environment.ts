import { hasChange } from '../../facts';
import type { RuntimeContainer } from '../../images';
import { didYouMean, nearestName } from '../../values';
import { pod } from '../examples';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';
import { scriptOf } from './scripts';

/** Names of the references `$(NAME)` in a value; `$$(NAME)` is not one. */
export function referencesIn(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  return [...value.matchAll(/\$\$|\$\(([^()]*)\)/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** Names of the references `${NAME}` of a shell in a value; programs that resolve them themselves write `${env:NAME}` and the like. */
function bracesIn(value: unknown): string[] {
  return typeof value === 'string' ? [...value.matchAll(/\$\{([A-Z][A-Z0-9_]*)\}/g)].map(([, name]) => name!) : [];
}

/** Variables that the kubelet adds for Services. */
function isServiceVariable(name: string): boolean {
  return /_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT(_\w+)?)$/.test(name);
}

/** Names of the variables of `envFrom`; undefined when one of its sources is not in the input. */
export function namesFromSources(container: RuntimeContainer, pod: RuntimePod): Set<string> | undefined {
  const names = new Set<string>();
  for (const source of container.container.envFrom ?? []) {
    const [kind, reference] =
      source?.configMapRef === undefined
        ? (['Secret', source?.secretRef] as const)
        : (['ConfigMap', source.configMapRef] as const);
    const found = pod.find(kind, reference?.name);
    if (found === undefined) return undefined;
    for (const key of Object.keys({ ...found.data, ...found.stringData })) names.add(`${source.prefix ?? ''}${key}`);
  }
  return names;
}

/** ` and is not a key of ConfigMap "settings"`, for the sources of `envFrom`. */
function sourcesOf({ container }: RuntimeContainer): string {
  const names = (container.envFrom ?? []).map(({ configMapRef, secretRef }: any) =>
    configMapRef === undefined ? `Secret "${secretRef?.name}"` : `ConfigMap "${configMapRef.name}"`,
  );
  return names.length === 0 ? '' : ` and is not a key of ${names.join(' or ')}`;
}

/** The kubelet leaves a reference that it cannot resolve as it is. */
export const variableUnresolved: RuntimeRule = {
  id: 'variable-unresolved',
  severity: 'error',
  message: 'DATABASE_URL refers to $(DB_HOST), which is declared later',
  why: 'The kubelet resolves $(NAME) in a value from variables that stand before it in env, from envFrom and from Services, and in command and args from all variables of the container. A reference that it cannot resolve stays as it is, and the program gets the string "$(NAME)". Variables of the image do not count. A value with a variable that is declared later, or with itself, never has another (an error); one that is not declared may be for the program (a warning).',
  hint: 'declare the variable before the one that refers to it, or write $$(NAME) for the text itself',
  source: 'makeEnvironmentVariables (pkg/kubelet/kubelet_pods.go)',
  refused: pod({
    env: [
      { name: 'DATABASE_URL', value: 'mysql://$(DB_HOST):3306' },
      { name: 'DB_HOST', value: 'db' },
    ],
  }),
  accepted: pod({
    env: [
      { name: 'DB_HOST', value: 'db' },
      { name: 'DATABASE_URL', value: 'mysql://$(DB_HOST):3306' },
    ],
  }),
  check: (subject, report) => {
    for (const container of subject.containers) {
      const known = namesFromSources(container, subject);
      if (known === undefined) continue;
      const missing = `is not declared${sourcesOf(container)}`;
      const declared: string[] = (container.container.env ?? []).map((one: any) => String(one?.name));
      const all = [...declared, ...subject.appendedVariables];
      const isUnknown = (name: string) =>
        /^[A-Za-z_][\w.-]*$/.test(name) && !known.has(name) && !isServiceVariable(name);
      for (const [index, variable] of (container.container.env ?? []).entries()) {
        for (const name of referencesIn(variable?.value).filter(isUnknown)) {
          const itself = name === variable.name;
          const isLater = itself || all.indexOf(name) > index;
          const why = itself ? 'is the variable itself' : isLater ? 'is declared later' : missing;
          report({
            field: `${container.field}.env[${index}].value`,
            message: `${variable.name} refers to $(${name}), which ${why} (container: ${container.name})`,
            severity: isLater ? 'error' : 'warning',
            hint: itself
              ? 'write the whole value: variables of the image do not count'
              : isLater
                ? `declare ${name} before ${variable.name}, or write $$(${name}) for the text itself`
                : didYouMean(name, [...known, ...all]),
          });
        }
        known.add(String(variable?.name));
      }
      reportWords(container, (name) => isUnknown(name) && !all.includes(name), { known: [...known], missing }, report);
    }
  },
};

/** References in command and args; a shell reads those in its script as commands, which may be what is meant. */
function reportWords(
  { container, field, name: containerName, runsDefaultProgram }: RuntimeContainer,
  isUnknown: (name: string) => boolean,
  { known, missing }: { readonly known: readonly string[]; readonly missing: string },
  report: Parameters<RuntimeRule['check']>[1],
): void {
  const isScript = scriptOf([...(container.command ?? []), ...(container.args ?? [])]) !== undefined;
  for (const list of ['command', 'args'] as const) {
    for (const [index, word] of (container[list] ?? []).entries()) {
      for (const name of referencesIn(word).filter((one) => /^[A-Z][A-Z0-9_]*$/.test(one) && isUnknown(one))) {
        const meant = likeIn(name, known);
        if (isScript && meant === undefined) continue;
        report({
          field: `${field}.${list}[${index}]`,
          severity: 'warning',
          message: `${list}[${index}] refers to $(${name}), which ${missing} (container: ${containerName})`,
          hint:
            meant === undefined
              ? (didYouMean(name, known) ?? 'declare the variable in env')
              : `did you mean "${meant}"?`,
        });
      }
      if (isScript) continue;
      for (const name of bracesIn(word).filter((one) => runsDefaultProgram && known.includes(one))) {
        report({
          field: `${field}.${list}[${index}]`,
          severity: 'warning',
          message: `${list}[${index}] has ${'${'}${name}}, which no shell resolves here (container: ${containerName})`,
          hint: `write $(${name})`,
        });
      }
    }
  }
}

/** The variable that is meant by a name: the same with a prefix, such as that of `envFrom`, or but for one slip. */
function likeIn(name: string, known: readonly string[]): string | undefined {
  if (name.length < SHORTEST_NAME) return undefined;
  return known.find((one) => one.endsWith(`_${name}`)) ?? nearestName(name, known, 1);
}

/** Shorter names differ by a letter on purpose. */
const SHORTEST_NAME = 5;

const logs = (subPathExpr: string) => ({
  env: [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
  volumeMounts: [{ name: 'logs', mountPath: '/logs', subPathExpr }],
});
const volumes = [{ name: 'logs', emptyDir: {} }];

/** The kubelet does not start a container whose subPathExpr it cannot expand. */
export const subPathVariableMissing: RuntimeRule = {
  id: 'sub-path-variable-missing',
  severity: 'error',
  message: 'missing value for PODNAME',
  why: 'subPathExpr is expanded from the variables of the container. When one is not declared or empty, the kubelet does not create the container (CreateContainerConfigError).',
  hint: 'declare the variable in env of the same container',
  source: 'ExpandContainerVolumeMounts (pkg/kubelet/container/helpers.go)',
  refused: pod(logs('$(PODNAME)'), { volumes }),
  accepted: pod(logs('$(POD_NAME)'), { volumes }),
  check: (subject, report) => {
    for (const container of subject.containers) {
      const sources = namesFromSources(container, subject);
      if (sources === undefined) continue;
      const env: any[] = container.container.env ?? [];
      const filled = env.filter(({ value, valueFrom }) => valueFrom !== undefined || (value ?? '') !== '');
      const names = new Set([...sources, ...filled.map(({ name }) => String(name)), ...subject.appendedVariables]);
      for (const [index, mount] of (container.container.volumeMounts ?? []).entries()) {
        const missing = referencesIn(mount?.subPathExpr).filter((name) => !names.has(name) && !isServiceVariable(name));
        if (missing.length === 0) continue;
        report({
          field: `${container.field}.volumeMounts[${index}].subPathExpr`,
          message: `missing value for ${[...new Set(missing)].sort().join(', ')} (container: ${container.name})`,
          hint: didYouMean(missing[0]!, [...names]),
        });
      }
    }
  },
};

const settings = (key: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings' },
  data: { [key]: 'on' },
});
const fromSettings = pod({ envFrom: [{ configMapRef: { name: 'settings' } }] });

/** Keys that are not usable as variables. */
export const envFromKey: RuntimeRule = {
  id: 'env-from-key',
  severity: 'note',
  message: 'the key "feature.flags" of ConfigMap "settings" becomes a variable that no shell can read',
  why: 'envFrom makes a variable of each key. Up to 1.29 the kubelet skips keys that are not names of variables, such as those that begin with a digit (a warning). Since then it sets all of them, and shells cannot read those with dots, dashes or a digit at the beginning (a note).',
  hint: 'use letters, digits and underscores, or mount the ConfigMap as files',
  source: 'makeEnvironmentVariables (pkg/kubelet/kubelet_pods.go)',
  refused: [settings('feature.flags'), fromSettings],
  accepted: [settings('FEATURE_FLAGS'), fromSettings],
  check: (subject, report) => {
    for (const container of subject.containers) {
      for (const [index, source] of (container.container.envFrom ?? []).entries()) {
        const kind = source?.configMapRef === undefined ? 'Secret' : 'ConfigMap';
        const name = (source?.configMapRef ?? source?.secretRef)?.name;
        const found = subject.find(kind, name);
        for (const key of Object.keys({ ...found?.data, ...found?.stringData })) {
          const variable = `${source.prefix ?? ''}${key}`;
          if (/^[A-Za-z_]\w*$/.test(variable)) continue;
          const skipped =
            !hasChange(subject.minor, 'EnvironmentKeysKept') && !/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(variable);
          report({
            field: `${container.field}.envFrom[${index}]`,
            message: skipped
              ? `the kubelet skips the key ${JSON.stringify(key)} of ${kind} ${JSON.stringify(name)}, which is not the name of a variable (container: ${container.name})`
              : `the key ${JSON.stringify(key)} of ${kind} ${JSON.stringify(name)} becomes a variable that no shell can read (container: ${container.name})`,
            severity: skipped ? 'warning' : 'note',
          });
        }
      }
    }
  },
};
