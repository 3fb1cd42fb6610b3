import type { Cluster } from '../input/cluster';
import { kindKey } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';
import { outsideOfPools, overlappingPools, POOL_KINDS } from './address-pools';
import { unknownInGenerators } from './application-sets';
import { SOURCES, unknownSources } from './application-sources';
import { unknownComponents } from './collectors';
import { unknownType } from './compositions';
import { EXPRESSION_KINDS, unknownInExpressions, WORKFLOWS } from './expressions';
import { unsupportedUser } from './kafka-users';
import { unknownOwnNames } from './own-names';
import { OWN_NAMES } from './own-names-table';
import { BROKER_KINDS, unknownInBroker } from './rabbit-names';
import { readElsewhere } from './referent-stores';
import { wrongServices } from './rollouts';
import { TEMPLATES, unknownInTemplate } from './secret-templates';
import { wrongUsers } from './secret-users';
import { unknownDependencies } from './sensors';
import { CALLING_KINDS, unknownTaskParts } from './task-results';
import { createdBy } from './tasks';
import { ignoredRoute } from './virtual-servers';
import { unknownTemplates } from './workflow-templates';

type Check = (object: any, cluster: Cluster) => readonly Dangling[];

const unknownInCreated: Check = (object) =>
  createdBy(object).flatMap(({ created, field }) => unknownInExpressions(created, field));

/** What a controller finds wrong about objects of its kinds, beside what no object has that they refer to. */
const CHECKS: readonly (readonly [kinds: readonly string[], check: Check])[] = [
  [['/Service'], outsideOfPools],
  [OWN_NAMES.map(([kind]) => kind), unknownOwnNames],
  [POOL_KINDS, overlappingPools],
  [['external-secrets.io/ClusterSecretStore'], readElsewhere],
  [['k8s.nginx.org/VirtualServerRoute'], ignoredRoute],
  [['postgresql.cnpg.io/Cluster'], wrongUsers],
  [['kafka.strimzi.io/KafkaUser'], unsupportedUser],
  [BROKER_KINDS, unknownInBroker],
  [['opentelemetry.io/OpenTelemetryCollector'], unknownComponents],
  [Object.keys(SOURCES), unknownSources],
  [['argoproj.io/ApplicationSet'], unknownInGenerators],
  [EXPRESSION_KINDS, (object) => unknownInExpressions(object)],
  [['argoproj.io/Sensor', 'triggers.tekton.dev/TriggerTemplate'], unknownInCreated],
  [Object.keys(TEMPLATES), unknownInTemplate],
  [CALLING_KINDS, unknownTaskParts],
  [['argoproj.io/Sensor'], unknownDependencies],
  [['argoproj.io/Rollout'], wrongServices],
  [WORKFLOWS.map(([kind]) => kind), unknownTemplates],
  [['apiextensions.crossplane.io/Composition'], unknownType],
];

const checksOf = new Map<string, Set<Check>>();
for (const [kinds, check] of CHECKS) {
  for (const kind of kinds) checksOf.set(kind, (checksOf.get(kind) ?? new Set()).add(check));
}

/** Names in the object itself, and in objects of its kind, that its controller rejects. */
export function wrongNames(object: any, cluster: Cluster): Dangling[] {
  const checks = checksOf.get(kindKey(object?.apiVersion, object?.kind));
  return checks === undefined ? [] : [...checks].flatMap((check) => check(object, cluster));
}
