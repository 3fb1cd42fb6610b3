import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { buildControllerManager, buildEtcd, buildKubernetes } from './build';
import { ETCD_VERSION, releaseOf } from './versions';

/** The three binaries that make a control plane without nodes. */
export interface Assets {
  readonly kubeApiserver: string;
  readonly kubectl: string;
  readonly etcd: string;
}

/** No binaries are at hand and they cannot be built either. */
export class MissingAssets extends Error {}

export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-patterns');
}

/**
 * Finds the binaries of a version: first in `KUBEBUILDER_ASSETS` (what setup-envtest installs) when the server there is
 * of that minor version, then in the cache folder, where they are built once with Go.
 *
 * @throws MissingAssets when neither is possible.
 */
export function findAssets(version: string): Assets {
  const release = releaseOf(version);
  return environmentAssets(release) ?? cachedAssets(release) ?? builtAssets(release);
}

/** The kube-controller-manager of a release, built when it is not in the cache folder. */
export function findControllerManager(release: string): string {
  const file = join(cacheFolder(), 'kubernetes', `v${release}`, 'kube-controller-manager');
  if (!existsSync(file)) buildControllerManager(release, file);
  return file;
}

function environmentAssets(release: string): Assets | undefined {
  const folder = process.env.KUBEBUILDER_ASSETS;
  if (!folder) return undefined;
  const assets = assetsIn(folder, join(folder, 'etcd'));
  if (!isComplete(assets)) return undefined;
  const printed = spawnSync(assets.kubeApiserver, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const [major, minor] = release.split('.');
  return printed.startsWith(`Kubernetes v${major}.${minor}.`) ? assets : undefined;
}

function cachedAssets(release: string): Assets | undefined {
  const assets = cachePaths(release);
  return isComplete(assets) ? assets : undefined;
}

/** Whether there is a Go that builds what is missing. */
export function canBuild(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

/** Says what is missing, or nothing when the binaries are there or can be built. */
export function canFindAssets(version: string): string | undefined {
  const release = releaseOf(version);
  if (environmentAssets(release) ?? cachedAssets(release)) return undefined;
  if (canBuild()) return undefined;
  return `no kube-apiserver ${release}: set KUBEBUILDER_ASSETS to a folder with kube-apiserver, etcd and kubectl of that version, or install Go so that they can be built`;
}

function builtAssets(release: string): Assets {
  const lacking = canFindAssets(release);
  if (lacking) throw new MissingAssets(lacking);
  const assets = cachePaths(release);
  if (!existsSync(assets.etcd)) buildEtcd(ETCD_VERSION, assets.etcd);
  if (!existsSync(assets.kubeApiserver) || !existsSync(assets.kubectl)) buildKubernetes(release, assets);
  return assets;
}

function cachePaths(release: string): Assets {
  const cache = cacheFolder();
  return assetsIn(join(cache, 'kubernetes', `v${release}`), join(cache, 'etcd', `v${ETCD_VERSION}`, 'etcd'));
}

function assetsIn(folder: string, etcd: string): Assets {
  return { kubeApiserver: join(folder, 'kube-apiserver'), kubectl: join(folder, 'kubectl'), etcd };
}

function isComplete(assets: Assets): boolean {
  return Object.values(assets).every((file) => existsSync(file));
}
