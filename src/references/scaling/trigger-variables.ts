import { didYouMean } from '../../values';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf, type Placed, type Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import { keysOf } from '../rule/parts';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { scaledPod } from './autoscalers';

const KEDA = 'keda.sh/v1alpha1';
const variable = deployment({}, { env: [{ name: 'LOGIN', value: 'x' }] });
const scaler = (passwordFromEnv: string) => ({
  apiVersion: KEDA,
  kind: 'ScaledObject',
  metadata: { name: 'shop' },
  spec: { scaleTargetRef: { name: 'shop' }, triggers: [{ type: 'redis', metadata: { passwordFromEnv } }] },
});

/** Variables of the scaled container that triggers and their authentications name. */
export const triggerVariable: ReferenceRule = {
  id: 'trigger-variable-unknown',
  severity: 'warning',
  message: 'container "shop" has no variable "PASSWORD"',
  why: 'KEDA reads FromEnv values of a trigger, and env of a TriggerAuthentication, in the variables of the scaled container. One that it does not have is empty.',
  hint: 'use a variable of the container that envSourceContainerName names, by default the first one',
  source: 'https://keda.sh/docs/latest/concepts/scaling-deployments/',
  refused: [variable, scaler('PASSWORD')],
  accepted: [variable, scaler('LOGIN')],
  on: ['keda.sh/ScaledObject', 'keda.sh/ScaledJob'],
  check: (subject: Placed & Partial<Workload>, cluster) => {
    const { object, pod } = subject;
    const { spec } = object;
    const template = pod ?? scaledPod(object, cluster);
    const containers = customList(template?.spec?.containers);
    const source = spec?.scaleTargetRef?.envSourceContainerName ?? spec?.envSourceContainerName;
    return customList(spec?.triggers).flatMap((trigger, index) => {
      const ofTrigger = Object.entries<unknown>(trigger?.metadata ?? {})
        .filter(([key]) => key.endsWith('FromEnv'))
        .map(([key, name]) => ({ name, of: source, field: `metadata.${key}` }));
      const authentication = cluster.find(
        `keda.sh/${trigger?.authenticationRef?.kind ?? 'TriggerAuthentication'}`,
        namespaceOf(object),
        trigger?.authenticationRef?.name,
      );
      const ofAuthentication = customList(authentication?.spec?.env).map((one) => ({
        name: one?.name,
        of: one?.containerName || source,
        field: 'authenticationRef.name',
      }));
      return [...ofTrigger, ...ofAuthentication].flatMap(({ name, of, field }): Dangling[] => {
        const container = of ? containers.find((one) => one?.name === of) : containers[0];
        const there = container ? variablesOf(container, namespaceOf(object), cluster) : undefined;
        if (there === undefined || typeof name !== 'string' || name === '' || there.includes(name)) return [];
        const message = `container ${JSON.stringify(container.name)} has no variable ${JSON.stringify(name)}`;
        const hint = didYouMean(name, there) ?? `its variables are ${there.join(', ') || 'none'}`;
        return [{ field: `spec.triggers[${index}].${field}`, message, hint, certainty: 'likely' }];
      });
    });
  },
};

/** Names of the variables of a container; undefined when some are of objects that are not known. */
function variablesOf(container: any, namespace: string, cluster: Cluster): string[] | undefined {
  const own = customList(container.env).map((one) => String(one?.name));
  const lists = customList(container.envFrom).map((source) => {
    const found =
      cluster.find('/ConfigMap', namespace, source?.configMapRef?.name) ??
      cluster.find('/Secret', namespace, source?.secretRef?.name);
    const isKnown = found !== undefined && !cluster.isOpen(found);
    return isKnown ? keysOf(found)?.map((key) => `${source.prefix ?? ''}${key}`) : undefined;
  });
  return lists.includes(undefined) ? undefined : [...own, ...lists.flatMap((keys) => keys ?? [])];
}
