import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Builds kube-apiserver and kubectl of a release (3 to 5 minutes on two cores). */
export function buildKubernetes(release: string, to: { kubeApiserver: string; kubectl: string }): void {
  buildCommands(release, { 'kube-apiserver': to.kubeApiserver, kubectl: to.kubectl });
}

/** Builds kube-controller-manager of a release (1 to 3 minutes after the server). */
export function buildControllerManager(release: string, to: string): void {
  buildCommands(release, { 'kube-controller-manager': to });
}

function buildCommands(release: string, targets: Readonly<Record<string, string>>): void {
  const names = Object.keys(targets);
  inTemporaryFolder((folder) => {
    const module = downloadModule(`k8s.io/kubernetes@v${release}`, folder);
    const [, minor, patch] = release.split('.');
    const own = readFileSync(module.GoMod, 'utf8');
    const staging = stagingModules(own).map((name) => `replace ${name} => ${name} v0.${minor}.${patch}`);
    const go = /^go \S+$/m.exec(own)?.[0] ?? 'go 1.20';
    writeFileSync(
      join(folder, 'go.mod'),
      ['module apiserver', go, `require k8s.io/kubernetes v${release}`, ...staging, ''].join('\n'),
    );
    // Something must import the commands, or `go get` leaves their dependencies out of go.sum.
    const imports = names
      .filter((name) => name !== 'kubectl')
      .map((name) => `import _ "k8s.io/kubernetes/cmd/${name}/app"`);
    writeFileSync(join(folder, 'main.go'), ['package main', '', ...imports, '', 'func main() {}', ''].join('\n'));
    const commands = names.map((name) => `k8s.io/kubernetes/cmd/${name}`);
    run('go', ['get', ...commands.map((command) => `${command}@v${release}`)], folder);
    // Without this the server believes that it is v0.0.0, and its version-dependent checks go wrong.
    const version = 'k8s.io/component-base/version';
    const flags = `-s -w -X ${version}.gitVersion=v${release} -X ${version}.gitMajor=1 -X ${version}.gitMinor=${minor}`;
    const out = join(folder, 'bin');
    mkdirSync(out);
    run('go', ['build', '-ldflags', flags, '-o', `${out}/`, ...commands], folder);
    for (const name of names) install(join(out, name), targets[name]!);
  });
}

/** Builds etcd (half a minute). */
export function buildEtcd(version: string, to: string): void {
  inTemporaryFolder((folder) => {
    const main = 'go.etcd.io/etcd/server/v3';
    writeFileSync(join(folder, 'go.mod'), 'module etcd\n');
    run('go', ['get', `${main}@v${version}`], folder);
    run('go', ['build', '-ldflags', '-s -w', '-o', join(folder, 'etcd'), main], folder);
    install(join(folder, 'etcd'), to);
  });
}

/** Modules that live in the kubernetes repository and are published with v0 versions of the same minor and patch. */
function stagingModules(goMod: string): string[] {
  const names = new Set<string>();
  for (const line of goMod.split('\n')) {
    const match =
      /^\s*(?:replace\s+)?(k8s\.io\/[a-z-]+) => \.\/staging\//.exec(line) ??
      /^\s+(k8s\.io\/[a-z-]+) v0\.0\.0(?:\s|$)/.exec(line);
    if (match) names.add(match[1]!);
  }
  return [...names].sort();
}

function downloadModule(module: string, folder: string): { GoMod: string } {
  return JSON.parse(run('go', ['mod', 'download', '-json', module], folder));
}

function run(command: string, args: readonly string[], cwd: string): string {
  process.stderr.write(`$ ${command} ${args.join(' ')}\n`);
  const done = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) throw new Error(`${command} ${args[0]} failed with exit code ${done.status}`);
  return done.stdout;
}

/** Copies beside the target, then renames, so that an interrupted build leaves no half binary. */
function install(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const beside = join(dirname(to), `.${basename(to)}.${process.pid}`);
  copyFileSync(from, beside);
  chmodSync(beside, 0o755);
  renameSync(beside, to);
}

function inTemporaryFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'kubernetes-build-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
