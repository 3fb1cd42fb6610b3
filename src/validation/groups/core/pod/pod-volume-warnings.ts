import { hasChange } from '../../../../facts';
import { rules, textsFor } from '../../../rule';
import { POD } from './examples';
import { POD_SPEC } from './pod-ancestors';

interface PathOf {
  readonly path: string;
  /** Where the file comes from; empty where all come from one place. */
  readonly source: string;
}

const items = (fields: object[]) => ({ 'spec.volumes': [{ name: 'a', configMap: { name: 'a', items: fields } }] });

/** Files of a volume that lie in each other's way. */
export const podVolumeWarningRules = rules(
  POD_SPEC,
  {
    'volume-paths-overlap': textsFor('warningsForOverlappingVirtualPaths (pkg/api/pod/warnings.go)', POD).warning(
      '{detail}',
      'Two files of a volume have the same path, or one is a directory of the other, so one of them hides the other.',
      items([
        { key: 'a', path: 'x' },
        { key: 'b', path: 'x/y' },
      ]),
      {
        accepts: items([
          { key: 'a', path: 'x' },
          { key: 'b', path: 'y' },
        ]),
        since: '1.32',
      },
    ),
  },
  (node, report) => {
    for (const { name = '', configMap, secret, downwardAPI, projected } of node.value.volumes ?? []) {
      const reportOverlaps = (kind: string, paths: readonly PathOf[]): void => {
        for (const overlap of overlaps(paths)) {
          report('volume-paths-overlap', '', { detail: `volume "${name}" (${kind}): overlapping paths: ${overlap}` });
        }
      };
      if (configMap?.items !== undefined) reportOverlaps(`ConfigMap "${configMap.name}"`, pathsOf(configMap.items, ''));
      if (secret?.items !== undefined) reportOverlaps(`Secret "${secret.secretName}"`, pathsOf(secret.items, ''));
      if (downwardAPI?.items !== undefined) reportOverlaps('DownwardAPI', pathsOf(downwardAPI.items, ''));
      if (projected === undefined) continue;
      const sources: readonly any[] = projected.sources ?? [];
      const named = sources.filter((source) => Object.keys(source).length > 0);
      for (const _ of sources.slice(named.length)) {
        report('volume-paths-overlap', '', { detail: `volume "${name}" (Projected) has no sources provided` });
      }
      let paths: readonly PathOf[] = [];
      const all = named.flatMap((source) => {
        paths = projectedPaths(source) ?? (hasChange(node.minor, 'ProjectedPathsOnce') ? [] : paths);
        return paths;
      });
      reportOverlaps('Projected', all);
    }
  },
);

/** The paths that a source names, if it names any. */
function projectedPaths(source: any): readonly PathOf[] | undefined {
  const { configMap, secret, downwardAPI, serviceAccountToken } = source;
  if (configMap?.items !== undefined) return pathsOf(configMap.items, `ConfigMap "${configMap.name}"`);
  if (secret?.items !== undefined) return pathsOf(secret.items, `Secret "${secret.name}"`);
  if (downwardAPI?.items !== undefined) return pathsOf(downwardAPI.items, 'DownwardAPI');
  return serviceAccountToken === undefined
    ? undefined
    : [{ path: serviceAccountToken.path ?? '', source: 'ServiceAccountToken' }];
}

function pathsOf(list: readonly any[], source: string): PathOf[] {
  return list.map(({ path = '' }) => ({ path, source }));
}

function overlaps(paths: readonly PathOf[]): string[] {
  const clean = paths.map(({ path, source }) => ({ path: path.replace(/\/+$/, ''), source }));
  return clean.flatMap((one, index) =>
    clean
      .slice(0, index)
      .filter((other) => one.path !== '' && other.path !== '' && isWithin(one.path, other.path))
      .map((other) => `${formatted(one)} with ${formatted(other)}`),
  );
}

function isWithin(left: string, right: string): boolean {
  return `${left}/`.startsWith(`${right}/`) || `${right}/`.startsWith(`${left}/`);
}

function formatted({ path, source }: PathOf): string {
  return source === '' ? JSON.stringify(path) : `${JSON.stringify(path)} (${source})`;
}
