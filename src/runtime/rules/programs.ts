import type { RuntimeContainer } from '../../images';
import { deployment, pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';
import { backgroundStart } from './background';
import { commandsOf, scriptOf } from './scripts';

const job = (spec: object) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'report' },
  spec: { template: { spec: { restartPolicy: 'Never', ...spec } } },
});
const work = { name: 'report', image: 'ghcr.io/acme/report:2.0.0', command: ['report'] };
const proxy = { name: 'proxy', image: 'envoyproxy/envoy:v1.33.0' };

/**
 * Options with which a server checks its configuration, prints something or signals another process, and ends: `nginx -t`,
 * `redis-server --version`, `envoy --mode validate`, `mysqld --validate-config`.
 */
const ENDING_OPTION =
  /^(--?(version|help|validate\S*|check\S*|test\S*|dry-run|configtest|mode(=\S*)?|initialize\S*|print-defaults|[tTsvVh])|validate|check|configtest)$/;

/** Whether options make a server end. `-c` checks where no file follows, as in `haproxy -c -f FILE`. */
export function hasEndingOption(words: readonly string[]): boolean {
  return words.some(
    (word, index) => ENDING_OPTION.test(word) || (word === '-c' && (words[index + 1] ?? '-').startsWith('-')),
  );
}

/** Whether a single command certainly never ends by itself. */
function isEndless([program = '', ...rest]: readonly string[]): boolean {
  switch (program.replace(/^(\/usr)?\/bin\//, '')) {
    case 'exec':
      return isEndless(rest);
    case 'sleep':
      return /^inf(inity)?$/.test(rest[0] ?? '');
    case 'tail':
      return rest.includes('-f') || rest.includes('-F');
    default:
      return false;
  }
}

/** Whether the words that a container runs certainly never end by themselves. */
function neverEnds(container: RuntimeContainer): boolean {
  const words = [...(container.container.command ?? []), ...(container.container.args ?? [])].map(String);
  if (words.length === 0 || container.runsDefaultProgram) {
    return container.facts?.runs === 'forever' && !hasEndingOption(words);
  }
  if (isEndless(words)) return true;
  const script = scriptOf(words);
  if (script !== undefined && !/[;&|\n`$()]/.test(script)) return isEndless(script.trim().split(/\s+/));
  // A loop without a way out; `exec` and `exit` may end it.
  return (
    script !== undefined &&
    (/\bwhile\s+(true|:|\[\s*1\s*\])\s*;?\s*do\b/.test(script) || /\bsleep inf(inity)?\s*$/.test(script)) &&
    !/\b(exit|break|kill|exec|trap)\b/.test(script)
  );
}

/** A Job is complete when all its containers have ended. */
export const jobNeverCompletes: RuntimeRule = {
  id: 'job-never-completes',
  severity: 'warning',
  message: 'container proxy never ends, so that the Job never completes',
  why: 'A Job completes when every container of its pod has ended. A container that keeps running beside the work holds it forever; a sidecar in initContainers with restartPolicy Always is ended with the work.',
  hint: 'move it to initContainers with restartPolicy: Always',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers',
  refused: job({ containers: [work, proxy] }),
  accepted: job({ initContainers: [{ ...proxy, restartPolicy: 'Always' }], containers: [work] }),
  check: ({ containers, isJob, spec, object }, report) => {
    if (!isJob) return;
    const jobSpec = object.kind === 'CronJob' ? object.spec?.jobTemplate?.spec : object.spec;
    // A deadline ends the pod, and a success policy may complete the Job before.
    if (spec.activeDeadlineSeconds !== undefined || jobSpec?.activeDeadlineSeconds !== undefined) return;
    for (const container of containers) {
      if (container.role !== 'main' || !neverEnds(container)) continue;
      report({
        field: container.field,
        message: `container ${container.name} never ends, so that the ${object.kind === 'CronJob' ? 'Jobs never complete' : 'Job never completes'}`,
        hint:
          containers.filter(({ role }) => role === 'main').length > 1
            ? undefined
            : 'run a command that ends, or use a Deployment',
      });
    }
  },
};

/** An init container must end before the next container starts. */
export const initContainerNeverEnds: RuntimeRule = {
  id: 'init-container-never-ends',
  severity: 'warning',
  message: 'init container proxy never ends, so that the containers after it never start',
  why: 'The kubelet starts the next container when an init container has ended with status 0. One that keeps running holds the pod in Init; with restartPolicy Always it is a sidecar, and the next starts beside it.',
  hint: 'set restartPolicy: Always to make it a sidecar, or move it to containers',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/',
  refused: pod({}, { initContainers: [proxy] }),
  accepted: pod({}, { initContainers: [{ ...proxy, restartPolicy: 'Always' }] }),
  check: ({ containers }, report) => {
    for (const container of containers) {
      if (container.role !== 'init' || !neverEnds(container)) continue;
      report({
        field: container.field,
        message: `init container ${container.name} never ends, so that the containers after it never start`,
      });
    }
  },
};

/** Programs that print something and end. */
const BRIEF = ['echo', 'printf', 'true', 'date', 'env', 'printenv', 'hostname', 'ls', 'pwd', 'id', 'uname', 'whoami'];

function isBrief(word: string | undefined): boolean {
  return word !== undefined && BRIEF.includes(word.split('/').at(-1)!);
}

/** Why the program of a container ends at once; undefined when it is not certain to. */
function endsBecause(container: RuntimeContainer): string | undefined {
  const { stdin, tty, command = [], args = [] } = container.container;
  const words: string[] = [...command, ...args].map(String);
  const background = backgroundStart(container);
  if (background !== undefined)
    return `the command ${JSON.stringify(background.slice(0, 60))} starts its server in the background and ends`;
  if (words.length === 0) {
    const { facts, image } = container;
    if (facts?.runs !== 'ends' || stdin === true || tty === true) return undefined;
    return `the default program of ${image!.name} (${(facts.command ?? []).join(' ')}) ends at once without a terminal`;
  }
  // Without a command the words are arguments of an entrypoint that may not be known. A program that is missing never starts.
  if (command.length === 0 || missingIn(words, container.facts?.lacks ?? []) !== undefined) return undefined;
  const script = scriptOf(words);
  const commands = script === undefined ? [words.join(' ')] : script.split(/&&|;|\n/).map((line) => line.trim());
  const simple =
    script === undefined ? isBrief(words[0]) : !/[|&`(<]|\bdo\b|\bthen\b/.test(script.replaceAll('&&', ';'));
  const ends = simple && commands.filter((line) => line !== '').every((line) => isBrief(line.split(/\s+/)[0]));
  return ends ? `the command ${JSON.stringify(words.join(' ').slice(0, 60))} ends at once` : undefined;
}

/** A container that ends is restarted, later each time, when the pod must keep running. */
export const containerEnds: RuntimeRule = {
  id: 'container-ends',
  severity: 'warning',
  message: 'the default program of busybox (sh) ends at once without a terminal, and is restarted forever',
  why: 'With restartPolicy Always the kubelet restarts a container that ends, with a delay that grows to five minutes (CrashLoopBackOff). Images such as busybox run a shell, which ends at once without a terminal or standard input.',
  hint: 'set a command that keeps running, or use a Job',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  refused: deployment({ image: 'busybox:1.37.0' }),
  accepted: deployment({ image: 'busybox:1.37.0', command: ['sleep', 'infinity'] }),
  check: ({ containers, isJob, spec }, report) => {
    if (isJob || (spec.restartPolicy ?? 'Always') !== 'Always') return;
    for (const container of containers) {
      const reason = container.role === 'main' || container.role === 'sidecar' ? endsBecause(container) : undefined;
      if (reason === undefined) continue;
      report({
        field: container.container.command === undefined ? `${container.field}.image` : `${container.field}.command`,
        message: `${reason}, and is restarted forever (container: ${container.name})`,
      });
    }
  },
};

/** Programs that a manifest runs in a container: its command, and those of probes and hooks. */
function programsOf({ container, facts }: RuntimeContainer): { field: string; words: string[]; isCommand: boolean }[] {
  const handlers = ['startupProbe', 'livenessProbe', 'readinessProbe', 'lifecycle.postStart', 'lifecycle.preStop'];
  const own = container.command ?? (facts?.entrypoint === undefined ? container.args : undefined);
  const field = container.command === undefined ? 'args[0]' : 'command[0]';
  return [
    { field, words: own, isCommand: true },
    ...handlers.map((handler) => ({
      field: `${handler}.exec.command`,
      words: handler.split('.').reduce<any>((at, key) => at?.[key], container)?.exec?.command,
      isCommand: false,
    })),
  ].filter(({ words }) => Array.isArray(words) && words.length > 0);
}

/**
 * A whole command as one word, in place of a program. Entrypoints that run their arguments are those of images whose CMD is the
 * name of a program.
 */
function commandAsWord({ container, facts, field }: RuntimeContainer): { field: string; word: string } | undefined {
  const runsArguments = facts?.entrypoint === undefined ? false : /^[\w.-]+$/.test(facts.command?.[0] ?? '-');
  const list = container.command?.length > 0 ? 'command' : runsArguments ? 'args' : undefined;
  const word = list && container[list]?.[0];
  if (typeof word !== 'string' || !/^[\w./-]+\s+\S/.test(word) || word.startsWith('-')) return undefined;
  return { field: `${field}.${list}[0]`, word };
}

/** The container runtime cannot execute what the image does not have. */
export const imageProgramMissing: RuntimeRule = {
  id: 'image-program-missing',
  severity: 'error',
  message: 'exec: "sh": executable file not found: gcr.io/distroless/static-debian12 has no sh',
  why: 'The image does not have this program, or the program is a whole command in one word, which no shell splits. The container runtime cannot start a command that is not there (RunContainerError), and a probe or hook that runs it always fails.',
  hint: 'use a program of the image, a probe over the network, or an image that has it',
  source: 'the Dockerfile of the image, see docs/image-facts.md',
  refused: pod({ image: 'gcr.io/distroless/static-debian12:nonroot', command: ['sh', '-c', '/shop'] }),
  accepted: pod({ image: 'gcr.io/distroless/static-debian12:nonroot', command: ['/shop'] }),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const { facts, image } = container;
      const whole = commandAsWord(container);
      if (whole !== undefined) {
        report({
          field: whole.field,
          message: `exec: ${JSON.stringify(whole.word)}: executable file not found: it is a command in one word (container: ${container.name})`,
          hint: 'write each word as an item of the list, or use ["sh", "-c", "…"]',
          // Files with a space in their name are rare, but exist.
          severity: 'warning',
        });
      }
      for (const { field, words, isCommand } of facts?.lacks === undefined ? [] : programsOf(container)) {
        const missing = missingIn(words, facts!.lacks!);
        if (missing === undefined || isMounted(words[0]!, container)) continue;
        report({
          field: `${container.field}.${field}`,
          message: `exec: ${JSON.stringify(missing)}: executable file not found: ${image!.name} has no ${missing.split('/').at(-1)} (container: ${container.name})`,
          severity: isCommand && missing === words[0] ? 'error' : 'warning',
        });
      }
    }
  },
};

/** Programs that come with a shell: an image without one has none of them. */
const WITH_SHELL = [
  'cat',
  'echo',
  'env',
  'grep',
  'kill',
  'ls',
  'nc',
  'pgrep',
  'printf',
  'ps',
  'sleep',
  'test',
  'touch',
  'true',
];

/** The first program that an image lacks: the first word, or one of those of the script of a shell. */
function missingIn(words: readonly string[], lacks: readonly string[]): string | undefined {
  const absent = lacks.includes('sh') ? [...lacks, ...WITH_SHELL] : lacks;
  const isMissing = (word: string | undefined) =>
    word !== undefined && absent.includes(word.replace(/^(\/usr)?(\/local)?\/s?bin\//, ''));
  if (isMissing(words[0])) return words[0];
  const script = scriptOf(words);
  const programs = script === undefined ? [] : commandsOf(script).map((command) => command.split(/\s+/)[0]);
  return programs.find(isMissing);
}

function isMounted(program: string, container: RuntimeContainer): boolean {
  return program.startsWith('/') && container.mountOf(program) !== undefined;
}
