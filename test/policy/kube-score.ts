/**
 * Runs kube-score over dist/ and prints the critical findings that no entry below accepts, and the entries that accept nothing.
 * Exits with 1 when there is one of either. Needs kube-score on the PATH (`go install github.com/zegl/kube-score/cmd/kube-score@v1.20.0`):
 *
 *     npx tsx test/policy/kube-score.ts
 *
 * docs/practices.md explains the entries.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const CRITICAL = 1;
const SUFFIX = '.k8s.yaml';

/** Checks that are not followed anywhere, for the reasons in the table of docs/practices.md. */
const NOT_FOLLOWED = [
  'container-ephemeral-storage-request-and-limit',
  'container-image-pull-policy',
  'container-security-context-user-group-id',
  'pod-networkpolicy',
  'pod-probes-identical',
];

/** Checks that are accepted on single pods: such an example shows one field, and opts out of the rest by name. */
const NOT_ON_PODS = ['container-resources', 'pod-probes'];

/** Examples that show what the check is about; the reason is the value. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'container-image-tag': { 'pull-policy': 'shows what imagePullPolicy does with each kind of tag' },
  'container-resources': {
    'blog-stack': 'shows how small a stack can be; hardened-blog-stack has the rest',
    'ingress-nginx': 'has the resources of the release, and a memory limit',
    'metrics-server': 'has the requests of the release, which has no limits',
    'restart-policies': 'shows restartPolicy alone, with Qos.bestEffort()',
  },
  'container-security-context-privileged': { privileged: 'shows a privileged container' },
  'container-security-context-readonlyrootfilesystem': {
    'blog-stack': 'images that start as root and write to their own files',
    'ingress-nginx': 'writes its configuration, as the release says',
    privileged: 'shows a privileged container',
    'static-pod': 'has the fields of the control plane pod it stands for',
    'third-party-release': 'a program of others, of which it is not known where it writes',
  },
  'deployment-has-poddisruptionbudget': {
    autoscaling: 'scales down to one pod, which a budget would keep from being evicted',
    'ingress-nginx': 'amends the objects of a release and adds none',
    'third-party-release': 'amends the objects of a release and adds none',
  },
  'networkpolicy-targets-pod': {
    'namespace-quotas': 'the policy of a namespace whose pods come later',
    'policy-priority-affinity': 'the cache is deployed by others',
  },
  'pod-probes': {
    'blog-stack': 'shows how small a stack can be; hardened-blog-stack has the rest',
    'immutable-config': 'a Worker, which serves nothing',
  },
};

interface ScoredObject {
  readonly file_name: string;
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
  }[];
}

const unused = new Set(
  Object.entries(EXAMPLES).flatMap(([check, files]) => Object.keys(files).map((file) => `${check} ${file}`)),
);
let [criticals, unexplained] = [0, 0];
for (const { file_name, type_meta, object_meta, checks } of score()) {
  const example = basename(file_name, SUFFIX);
  for (const { check, grade, skipped } of checks) {
    if (grade !== CRITICAL || skipped) continue;
    criticals++;
    if (accepts(check.id, type_meta.kind, example)) continue;
    unexplained++;
    process.stdout.write(`${example} ${type_meta.kind}/${object_meta.name}: ${check.id}\n`);
  }
}
for (const entry of unused) process.stdout.write(`accepts nothing: ${entry}\n`);
process.stdout.write(`${criticals} critical findings, ${unexplained} not accepted\n`);
process.exitCode = unexplained + unused.size > 0 ? 1 : 0;

function accepts(check: string, kind: string, example: string): boolean {
  const isListed = EXAMPLES[check]?.[example] !== undefined;
  if (isListed) unused.delete(`${check} ${example}`);
  return isListed || NOT_FOLLOWED.includes(check) || (kind === 'Pod' && NOT_ON_PODS.includes(check));
}

function score(): readonly ScoredObject[] {
  const dist = join(__dirname, '../../dist');
  const files = readdirSync(dist).filter((file) => file.endsWith(SUFFIX));
  const options = ['score', '--ignore-container-cpu-limit', '--output-format', 'json'];
  const run = spawnSync('kube-score', [...options, ...files.map((file) => join(dist, file))], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  return JSON.parse(run.stdout);
}
