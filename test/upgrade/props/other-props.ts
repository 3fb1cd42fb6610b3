import type { Chart } from 'cdk8s';
import { ConfigMap, Content, Credentials } from '../../../src/patterns';
import { EnvFrom } from '../../../src/pod';
import { once } from './once';

type Others = (chart: Chart) => Readonly<Record<string, unknown>>;

const fixed = (props: Readonly<Record<string, unknown>>) => () => props;
const indexed = fixed({ indexed: true, completions: 3 });
const perIndex = fixed({ indexed: true, completions: 3, backoffLimitPerIndex: 1 });
const keys = { rootPassword: 'root', password: 'pass' };
const withoutUser = fixed({ credentials: Credentials.fromSecret('auth', keys) });
const withExporter = fixed({
  credentials: Credentials.fromSecret('auth', { ...keys, username: 'user', exporterPassword: 'exporter' }),
});
const withConfigMap: Others = (chart) => ({
  envFrom: [
    EnvFrom.configMap(
      once(chart, 'settings', () => new ConfigMap(chart, 'settings', { from: [Content.literals({ level: 'info' })] })),
    ),
  ],
});
const withoutSource = fixed({ nfs: undefined });

/** Props that a prop needs beside it to have an effect. */
export const OTHER_PROPS: Readonly<Record<string, Others>> = {
  'CronJob.backoffLimitPerIndex': indexed,
  'CronJob.indexed': fixed({ completions: 3 }),
  'CronJob.maxFailedIndexes': perIndex,
  'CronJob.rollOutOnConfigChange': withConfigMap,
  'ExternalDatabase.user': fixed({ credentials: Credentials.fromSecret('auth', { password: 'pass' }) }),
  'HttpRoute.namespace': fixed({ referenceGrants: true }),
  'HttpRoute.referenceGrants': fixed({ namespace: 'team-a', referenceGrants: true }),
  'Ingress.namespace': fixed({ rules: [{ host: 'a.example.com', path: '/', to: { name: 'other', port: 80 } }] }),
  'Job.backoffLimitPerIndex': indexed,
  'Job.indexed': fixed({ completions: 3 }),
  'Job.maxFailedIndexes': perIndex,
  'Job.rollOutOnConfigChange': withConfigMap,
  'MariaDb.metrics': withExporter,
  'MariaDb.user': withoutUser,
  'MySql.metrics': withExporter,
  'MySql.user': withoutUser,
  'NodeAgent.rollOutOnConfigChange': withConfigMap,
  'Permissions.role': fixed({ rules: undefined, role: 'view' }),
  'SingletonApp.rollOutOnConfigChange': withConfigMap,
  'StatefulApp.rollOutOnConfigChange': withConfigMap,
  'StaticVolume.csi': withoutSource,
  'StaticVolume.hostPath': withoutSource,
  'StaticVolume.iscsi': withoutSource,
  'StaticVolume.local': withoutSource,
  'WebApp.rollOutOnConfigChange': withConfigMap,
  'WordPress.install': fixed({ url: 'https://a.example.com' }),
  'WordPress.nginxImage': fixed({ variant: 'fpm' }),
  'WordPress.scaling': fixed({ storage: 'image', salts: 'salts' }),
  'Worker.rollOutOnConfigChange': withConfigMap,
};

/** Props of mixins that make a difference only beside others of the pod, which these examples do not have. */
export const OF_OTHER_CONTAINERS = /^(?:Sidecars?|InitContainers?|Adapter|Ambassador)\b.*\.(?:app|fills|position)$/;

/** Props without an effect on any object of the construct itself, with the reason. */
export const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  'AmbassadorEgress.of': 'pods without the ambassador are refused',
  'AmbassadorEgress.ambassador': 'one that the pods do not have is refused',
  'Adapter.path': 'for scrapers, which AdapterMetrics configures',
  'PodDefaults.name': 'names it in messages',
  'PodDefaults.select': 'without a match, the mixin is refused',
  'TlsSecret.certificate': 'changes together with its key',
  'TlsSecret.privateKey': 'changes together with its certificate',
  'Permissions.allowWildcards': 'permits a wildcard in rules, and writes nothing',
};
