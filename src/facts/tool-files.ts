import { groupKindOf, isKind } from './identity';

const KUSTOMIZE = 'kustomize.config.k8s.io';
/** Lists of a kustomization.yaml, which needs neither apiVersion nor kind. */
const OF_KUSTOMIZATION = [
  'resources',
  'bases',
  'components',
  'patches',
  'patchesStrategicMerge',
  'configMapGenerator',
  'secretGenerator',
  'generators',
  'transformers',
  'helmCharts',
];

/** Whether a document is one for kustomize, with its type or without. */
export function isKustomization(object: unknown): boolean {
  if (isKind(object, `${KUSTOMIZE}/Kustomization`, `${KUSTOMIZE}/Component`)) return true;
  if (groupKindOf(object) !== '' || !isMap(object)) return false;
  return OF_KUSTOMIZATION.some((field) => Array.isArray(object[field]));
}

/** Whether a document is the Chart.yaml of a Helm chart. */
export function isChart(object: unknown): boolean {
  if (!isMap(object) || object.kind !== undefined || object.metadata !== undefined) return false;
  return /^v[12]$/.test(String(object.apiVersion)) && 'name' in object && 'version' in object;
}

function isMap(object: unknown): object is Readonly<Record<string, unknown>> {
  return typeof object === 'object' && object !== null && !Array.isArray(object);
}
