import { didYouMean } from '../values';
import { valuesAt } from './edges';
import { kindKey } from './placed';
import type { Dangling } from './reference-rule';

/** A kind, the lists of its items with names, and the fields that name one of them. */
type OwnNames = readonly [kind: string, lists: readonly string[], fields: readonly string[]];

const ROUTES = ['', 'routes[].', 'routes[].routes[].', 'routes[].routes[].routes[].'].map((at) => `spec.route.${at}`);
const ofRoutes = (...fields: readonly string[]) => ROUTES.flatMap((at) => fields.map((field) => `${at}${field}`));
const ALERTS = 'monitoring.coreos.com/AlertmanagerConfig';

const OWN_NAMES: readonly OwnNames[] = [
  [ALERTS, ['spec.receivers'], ofRoutes('receiver')],
  [ALERTS, ['spec.muteTimeIntervals', 'spec.timeIntervals'], ofRoutes('muteTimeIntervals[]', 'activeTimeIntervals[]')],
  [
    'postgresql.cnpg.io/Cluster',
    ['spec.externalClusters'],
    [
      'spec.bootstrap.recovery.source',
      'spec.bootstrap.pg_basebackup.source',
      'spec.bootstrap.initdb.import.source.externalCluster',
    ],
  ],
  ...['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow'].map((kind): OwnNames => {
    const spec = kind === 'CronWorkflow' ? 'spec.workflowSpec' : 'spec';
    const fields = ['entrypoint', 'onExit', 'templates[].dag.tasks[].template'].map((field) => `${spec}.${field}`);
    return [`argoproj.io/${kind}`, [`${spec}.templates`], fields];
  }),
  ['tekton.dev/Pipeline', ['spec.tasks'], ['spec.tasks[].runAfter[]']],
];

/** Fields that must name two objects, for which Argo Rollouts stops otherwise. */
const DIFFERENT: readonly (readonly [one: string, other: string])[] = [
  ['spec.strategy.canary.stableService', 'spec.strategy.canary.canaryService'],
  ['spec.strategy.blueGreen.activeService', 'spec.strategy.blueGreen.previewService'],
];

/** Two Services of a Rollout that are one. */
export function sharedNames(object: any): Dangling[] {
  if (kindKey(object?.apiVersion, object?.kind) !== 'argoproj.io/Rollout') return [];
  return DIFFERENT.flatMap(([one, other]): Dangling[] => {
    const [first] = valuesAt(object, one);
    const [second] = valuesAt(object, other);
    if (first === undefined || first.value === '' || first.value !== second?.value) return [];
    const message = `${one} is the same Service, and a Rollout needs two`;
    const hint = 'name another Service with the same selector: the controller adds the hash of its pods to each';
    return [{ field: other, message, hint, certainty: 'wrong' }];
  });
}

/** Names of items of the object itself that it does not have, for which its operator refuses it. */
export function unknownOwnNames(object: any): Dangling[] {
  const key = kindKey(object?.apiVersion, object?.kind);
  return OWN_NAMES.flatMap(([kind, lists, fields]) => {
    if (kind !== key) return [];
    const names = lists.flatMap((list) => valuesAt(object, `${list}[].name`).map(({ value }) => String(value)));
    // A Workflow may have the templates of another object.
    if (names.length === 0 && kind.startsWith('argoproj')) return [];
    return fields
      .flatMap((field) => valuesAt(object, field))
      .flatMap(({ value, field }): Dangling[] => {
        if (typeof value !== 'string' || value === '' || value.includes('{') || names.includes(value)) return [];
        const message = `${lists.join(' and ')} ${lists.length > 1 ? 'have' : 'has'} no ${JSON.stringify(value)}`;
        const hint = didYouMean(value, names) ?? `the names are ${names.join(', ') || 'none'}`;
        return [{ field, message, hint, certainty: 'wrong' }];
      });
  });
}
