import { kubectl, list } from './kubectl';

const OBJECTS = ['pods', 'deployments', 'statefulsets', 'jobs', 'cronjobs', 'configmaps', 'events'];
/** Keys of Secrets whose values are no secrets. */
const PUBLIC = ['user', 'username', 'email', 'ca.crt', 'tls.crt'];

/** Where the values of the Secrets of a namespace are besides the Secrets, plain, in JSON or as base64: logs and objects. */
export function leaksOf(namespace: string): string[] {
  const texts = [
    ...logsIn(namespace),
    ...OBJECTS.map((kind) => ({ where: kind, text: JSON.stringify(list(kind, namespace)) })),
  ];
  const values = list('secrets', namespace).flatMap(({ metadata, data = {} }) =>
    Object.entries<string>(data)
      .filter(([key]) => !PUBLIC.includes(key))
      .map(([key, base64]) => ({ name: `${metadata.name}/${key}`, forms: formsOf(base64) })),
  );
  if (values.length === 0) throw new Error(`namespace ${namespace} has no Secrets to look for`);
  return values.flatMap(({ name, forms }) =>
    texts
      .filter(({ text }) => forms.some((form) => text.includes(form)))
      .map(({ where }) => `the value of ${name} is in ${where}`),
  );
}

function formsOf(base64: string): string[] {
  const plain = Buffer.from(base64, 'base64').toString();
  return [base64, plain, JSON.stringify(plain).slice(1, -1)];
}

/** The logs of all containers of a namespace, also those of containers before a restart. */
function logsIn(namespace: string): { where: string; text: string }[] {
  return list('pods', namespace).flatMap(({ metadata, spec }) =>
    [...(spec.initContainers ?? []), ...spec.containers].flatMap(({ name }: { name: string }) =>
      [[], ['--previous']].map((flags) => ({
        where: `the log of ${metadata.name}/${name}`,
        text: kubectl(['logs', metadata.name, '-n', namespace, '-c', name, ...flags]).stdout,
      })),
    ),
  );
}
