import { containerPath, isWithin, type RuntimeContainer } from '../../images';
import { ownField } from '../../values';
import { pod } from '../examples';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';
import { namesFromSources } from './environment';
import { hasEndingOption } from './programs';
import { filesIn } from './volume-files';

const database = (env: readonly object[]) => pod({ image: 'postgres:17.2', env });
const password = { name: 'POSTGRES_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } };

/** A variable without which the entrypoint exits. */
export const imageVariableMissing: RuntimeRule = {
  id: 'image-variable-missing',
  severity: 'warning',
  message: 'postgres needs one of the variables POSTGRES_PASSWORD, … to start with an empty data directory',
  why: 'The entrypoint of the image exits when its data directory is empty and none of these variables is set, so that the container is restarted forever. Not checked when envFrom brings variables from an object that is not part of the input.',
  hint: 'set POSTGRES_PASSWORD',
  source: 'the entrypoint of the image, see docs/image-facts.md',
  refused: database([]),
  accepted: database([password]),
  check: (subject, report) => {
    for (const container of subject.isWindows ? [] : subject.containers) {
      const { facts, image, field } = container;
      const sources = namesFromSources(container, subject);
      if (facts?.requiresOneOf === undefined || sources === undefined || !container.runsDefaultProgram) continue;
      const names = new Set([...sources, ...(container.container.env ?? []).map((one: any) => String(one?.name))]);
      const [first] = facts.requiresOneOf;
      if (facts.requiresOneOf.some((name) => names.has(name)) || hasEndingOption(container.words)) continue;
      report({
        field: `${field}.env`,
        message: `${image!.name} needs one of the variables ${facts.requiresOneOf.join(', ')} to start with an empty data directory (container: ${container.name})`,
        hint: `set ${first} from a Secret`,
      });
    }
  },
};

const both = [password, { name: 'POSTGRES_PASSWORD_FILE', value: '/run/secrets/password' }];

/** Variables that the entrypoint of an image refuses. */
export const imageVariableRefused: RuntimeRule = {
  id: 'image-variable-refused',
  severity: 'warning',
  message: 'the entrypoint of postgres exits when both POSTGRES_PASSWORD and POSTGRES_PASSWORD_FILE are set',
  why: 'The entrypoints of the official databases and of WordPress read a setting from a variable or from the file that the variable with _FILE names. They exit when both are set, when a password that they need is empty, and those of MySQL and MariaDB when the further user is called root. That of MongoDB wants the name of the first user and its password together, and that of RabbitMQ refuses variables that belong into its configuration.',
  hint: 'remove one of the two',
  source: 'the entrypoint of the image, see docs/image-facts.md',
  refused: database(both),
  accepted: database(both.slice(1)),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const { facts, image, field } = container;
      const { requiresOneOf = [], readsFiles, refusedValues = {}, refusedVariables, requiresTogether } = facts ?? {};
      const env: any[] = container.container.env ?? [];
      if (!container.runsDefaultProgram || hasEndingOption(container.words)) continue;
      const add = (index: number, message: string, hint?: string) =>
        report({ field: `${field}.env[${index}]`, message: `${message} (container: ${container.name})`, hint });
      const isSet = (name: string) => env.some((one) => one?.name === name || one?.name === `${name}_FILE`);
      const lacking = requiresTogether?.some(isSet) ? requiresTogether.find((name) => !isSet(name)) : undefined;
      if (lacking !== undefined && (container.container.envFrom ?? []).length === 0) {
        const index = env.findIndex((one) => requiresTogether!.some((name) => String(one?.name).startsWith(name)));
        add(index, `the entrypoint of ${image!.name} exits without ${lacking}`, `set ${lacking} too`);
      }
      for (const [index, { name, value, valueFrom }] of env.entries()) {
        if (refusedVariables?.includes(name) && (valueFrom !== undefined || (value ?? '') !== '')) {
          add(index, `the entrypoint of ${image!.name} exits when ${name} is set`, 'use a configuration file');
        }
        const isPair =
          readsFiles?.some((prefix) => String(name).startsWith(prefix)) &&
          env.some((one) => one?.name === `${name}_FILE`);
        if (isPair) add(index, `the entrypoint of ${image!.name} exits when both ${name} and ${name}_FILE are set`);
        const isEmpty = valueFrom === undefined && (value ?? '') === '' && requiresOneOf.includes(name);
        const isOnly = env.filter((one) => requiresOneOf.includes(one?.name)).length === 1;
        if (isEmpty && isOnly)
          add(
            index,
            `${image!.name} needs a value of ${name} to start with an empty data directory`,
            'set it from a Secret',
          );
        if (ownField(refusedValues, String(name))?.includes(value)) {
          add(index, `the entrypoint of ${image!.name} refuses ${name}=${value}`, 'use another name, or leave it out');
        }
      }
    }
  },
};

/** Variables with _FILE whose file is not in the Secret or ConfigMap that is mounted there. */
function unreadFiles(container: RuntimeContainer, subject: RuntimePod) {
  const { readsFiles = [] } = container.facts ?? {};
  const env: any[] = container.runsDefaultProgram ? (container.container.env ?? []) : [];
  return env.flatMap(({ name, value: path }, index) => {
    const isRead = readsFiles.some((prefix) => String(name).startsWith(prefix) && String(name).endsWith('_FILE'));
    const mount = isRead && typeof path === 'string' ? container.mountOf(path) : undefined;
    const files = mount === undefined ? undefined : filesIn(mount, subject);
    const isThere = files === undefined || files.some((file) => containerPath(path) === `${mount!.path}/${file}`);
    return isThere ? [] : [{ index, name, path, lacking: mount!.volumeName }];
  });
}

/** The file that the default program reads; undefined when the arguments name it in another way, or make the program end. */
function fileOf(container: RuntimeContainer): string | undefined {
  const { facts, words } = container;
  if (facts?.requiresFile === undefined) return undefined;
  if (words.length === 0) return facts.requiresFile;
  if (!container.runsDefaultProgram || hasEndingOption(words)) return undefined;
  const named = words.flatMap((word, index) => (facts.fileOptions?.includes(word) ? [words[index + 1] ?? ''] : []));
  return named.length === 1 && named[0]!.startsWith('/') ? named[0] : undefined;
}

const proxy = { image: 'haproxy:3.2.21' };
const configured = { ...proxy, volumeMounts: [{ name: 'config', mountPath: '/usr/local/etc/haproxy' }] };

/** A file that the program needs and the image does not bring. */
export const imageFileMissing: RuntimeRule = {
  id: 'image-file-missing',
  severity: 'warning',
  message: 'haproxy needs /usr/local/etc/haproxy/haproxy.cfg, which the image does not have',
  why: 'The default program of the image reads this file when it starts, and exits without it. Users of the image bring the file with a volume, or name another one in the arguments.',
  hint: 'mount a ConfigMap there',
  source: 'the documentation of the image, see docs/image-facts.md',
  refused: pod(proxy),
  accepted: pod(configured, { volumes: [{ name: 'config', configMap: { name: 'haproxy' } }] }),
  check: (subject, report) => {
    for (const container of subject.isWindows ? [] : subject.containers) {
      const { image, field } = container;
      for (const { index, name, path, lacking } of unreadFiles(container, subject)) {
        report({
          field: `${field}.env[${index}].value`,
          message: `${name} names ${path}, and the volume ${JSON.stringify(lacking)} has no such file (container: ${container.name})`,
          hint: 'use the path of an item or a key',
        });
      }
      const path = fileOf(container);
      if (path === undefined) continue;
      if (container.mounts.some((mount) => isWithin(containerPath(path), mount.path))) continue;
      report({
        field,
        message: `${image!.name} needs ${path}, which the image does not have (container: ${container.name})`,
      });
    }
  },
};
