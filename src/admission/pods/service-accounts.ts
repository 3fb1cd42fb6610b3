import { appliedNamespaceOf } from '../../facts';
import type { Applied } from '../applied';
import type { Refusal } from '../refusal';

const ENFORCE = 'kubernetes.io/enforce-mountable-secrets';
const MIRROR = 'kubernetes.io/config.mirror';
const TRUE = ['1', 't', 'T', 'true', 'TRUE', 'True'];

/** Whether the pods of an account may only use the secrets that it lists. */
export function enforcesSecrets(account: any): boolean {
  return TRUE.includes(account.metadata?.annotations?.[ENFORCE]);
}

/** Whether a pod stands for a static pod, which the kubelet reads from a file. */
export function isMirrorPod(pod: any): boolean {
  return pod.metadata.annotations?.[MIRROR] !== undefined;
}

/** What the ServiceAccount admission answers to a pod. @see plugin/pkg/admission/serviceaccount */
export function serviceAccountRefusal(pod: any, applied: Applied): Refusal | undefined {
  if (isMirrorPod(pod)) return mirrorPodRefusal(pod.spec);
  const namespace = appliedNamespaceOf(pod);
  const name: string = pod.spec.serviceAccountName || 'default';
  const account = applied.find('ServiceAccount', name, namespace);
  const because = [account ?? applied.find('Namespace', namespace)].filter((one) => one !== undefined);
  const refusal = (message: string, field: string): Refusal => ({
    rule: 'admission-service-account',
    message,
    field,
    because,
  });
  if (account === undefined) {
    // A namespace that was there before may have the account; every namespace gets a default one.
    if (!applied.knowsAllIn(namespace, 'ServiceAccount') || name === 'default') return undefined;
    return refusal(
      `error looking up service account ${namespace}/${name}: serviceaccount ${JSON.stringify(name)} not found`,
      'serviceAccountName',
    );
  }
  if (!enforcesSecrets(account.object)) return undefined;
  const forbidden = secretNotListed(pod.spec, account.object);
  return forbidden === undefined ? undefined : refusal(forbidden.message, forbidden.field);
}

/** A static pod runs without the server, so that it has no account and no secrets. */
function mirrorPodRefusal({ serviceAccountName = '', ...spec }: any): Refusal | undefined {
  const refusal = (what: string, field: string): Refusal => ({
    rule: 'admission-service-account',
    message: `a mirror pod may not reference ${what}`,
    field,
    because: [],
  });
  if (serviceAccountName !== '') return refusal('service accounts', 'serviceAccountName');
  // Nothing is listed, so that the first secret is one that is not.
  const secret = secretNotListed(spec, { metadata: {} });
  return secret === undefined ? undefined : refusal('secrets', secret.field);
}

/** The first secret of a pod that its account does not list, where the account has to list them. */
function secretNotListed(spec: any, account: any): { message: string; field: string } | undefined {
  const listed = (account.secrets ?? []).map(({ name }: any) => name);
  const end = `because service account ${account.metadata.name} does not reference that`;
  for (const [index, { secret }] of (spec.volumes ?? []).entries()) {
    if (secret === undefined || listed.includes(secret.secretName)) continue;
    const message = `volume with secret.secretName="${secret.secretName}" is not allowed ${end} secret`;
    return { message, field: `volumes[${index}].secret.secretName` };
  }
  for (const [list, word] of [
    ['initContainers', 'init container'],
    ['containers', 'container'],
  ] as const) {
    for (const [index, container] of (spec[list] ?? []).entries()) {
      for (const { name, from, field } of secretsOf(container)) {
        if (listed.includes(name)) continue;
        const message = `${word} ${container.name} with ${from} referencing secret.secretName="${name}" is not allowed ${end} secret`;
        return { message, field: `${list}[${index}].${field}` };
      }
    }
  }
  const pullSecrets = (account.imagePullSecrets ?? []).map(({ name }: any) => name);
  for (const [index, { name }] of (spec.imagePullSecrets ?? []).entries()) {
    if (pullSecrets.includes(name)) continue;
    const message = `imagePullSecrets[${index}].name="${name}" is not allowed ${end} imagePullSecret`;
    return { message, field: `imagePullSecrets[${index}].name` };
  }
  return undefined;
}

function secretsOf({ env = [], envFrom = [] }: any): { name: string; from: string; field: string }[] {
  return [
    ...env.flatMap(({ name, valueFrom }: any, index: number) =>
      valueFrom?.secretKeyRef === undefined
        ? []
        : [
            {
              name: valueFrom.secretKeyRef.name,
              from: `envVar ${name}`,
              field: `env[${index}].valueFrom.secretKeyRef.name`,
            },
          ],
    ),
    ...envFrom.flatMap(({ secretRef }: any, index: number) =>
      secretRef === undefined
        ? []
        : [{ name: secretRef.name, from: 'envFrom', field: `envFrom[${index}].secretRef.name` }],
    ),
  ];
}
