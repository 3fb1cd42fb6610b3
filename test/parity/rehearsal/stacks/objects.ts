import type { Random } from '../../random';
import { podSpec } from './pods';

/** An object that the server may refuse for what was applied before it, and now and then for itself. */
export function object(random: Random, namespace: string, id: string, name: string): object {
  const sound: any = soundObject(random, namespace, id, name);
  return random.chance(0.05) ? broken(random, sound) : sound;
}

/** The object with a violation of the rules for its kind. */
function broken(random: Random, { spec, ...object }: any): object {
  const violations: object[] = [{ metadata: { ...object.metadata, labels: { 'a b': 'c' } } }, { colour: 'red' }];
  if (object.kind === 'Service') violations.push({ spec: { ...spec, ports: [{ port: 70000 }] } });
  if (object.kind === 'PersistentVolumeClaim') violations.push({ spec: { ...spec, accessModes: [] } });
  if (object.kind === 'ConfigMap') violations.push({ data: { 'a/b': '1' } });
  if (object.kind === 'Deployment') violations.push({ spec: { ...spec, replicas: -1 } });
  if (object.kind === 'CronJob') violations.push({ spec: { ...spec, schedule: 'daily' } });
  if (object.kind === 'Pod') violations.push({ spec: { ...spec, containers: [{ name: 'a' }] } });
  return { ...object, ...(spec !== undefined && { spec }), ...random.pick(violations) };
}

function soundObject(random: Random, namespace: string, id: string, name: string): object {
  const metadata = { name, namespace, ...(random.chance(0.7) && { labels: { app: 'x' } }) };
  const kind = random.pick([
    'Pod',
    'Pod',
    'Pod',
    'Pod',
    'Deployment',
    'Service',
    'ConfigMap',
    'Secret',
    'PersistentVolumeClaim',
    'Job',
    'CronJob',
    'ServiceAccount',
  ]);
  switch (kind) {
    case 'Pod':
      return { apiVersion: 'v1', kind, metadata, spec: podSpec(random, id) };
    case 'Deployment': {
      const labels = { app: 'x' };
      const template = { metadata: { labels }, spec: podSpec(random, id, false) };
      return {
        apiVersion: 'apps/v1',
        kind,
        metadata,
        spec: { replicas: 1 + random.below(5), selector: { matchLabels: labels }, template },
      };
    }
    case 'Job':
      return { apiVersion: 'batch/v1', kind, metadata, spec: jobSpec(random, id) };
    case 'CronJob':
      return {
        apiVersion: 'batch/v1',
        kind,
        metadata,
        spec: { schedule: '0 4 * * *', jobTemplate: { spec: jobSpec(random, id) } },
      };
    case 'Service':
      return {
        apiVersion: 'v1',
        kind,
        metadata,
        spec: { type: random.pick(['ClusterIP', 'NodePort', 'LoadBalancer']), ports: [{ port: 80 }] },
      };
    case 'PersistentVolumeClaim':
      return {
        apiVersion: 'v1',
        kind,
        metadata,
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: random.pick(['500Mi', '1Gi', '5Gi', '8Gi']) } },
          ...(random.chance(0.5) && { storageClassName: random.pick(['fast', 'slow']) }),
        },
      };
    default:
      return {
        apiVersion: 'v1',
        kind,
        metadata,
        ...(kind === 'ConfigMap' && { data: random.chance(0.5) ? { a: '1' } : { a: '1', b: '2' } }),
      };
  }
}

function jobSpec(random: Random, id: string): object {
  return { template: { spec: { ...podSpec(random, id, false), restartPolicy: 'Never' } } };
}

/** A workload of any kind whose controller creates pods at once. */
export function workload(random: Random, namespace: string, id: string): object {
  const labels = { app: 'x' };
  const metadata = { name: 'workload', namespace };
  const kind = random.pick(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job']);
  if (kind === 'Job') return { apiVersion: 'batch/v1', kind, metadata, spec: jobSpec(random, id) };
  const template = { metadata: { labels }, spec: podSpec(random, id, false) };
  const replicas = kind === 'DaemonSet' ? {} : { replicas: 1 + random.below(4) };
  const spec = { ...replicas, selector: { matchLabels: labels }, template };
  return { apiVersion: 'apps/v1', kind, metadata, spec: kind === 'StatefulSet' ? { serviceName: 'x', ...spec } : spec };
}
