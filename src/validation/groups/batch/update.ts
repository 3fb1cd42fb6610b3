import { gatesOf } from '../../../facts';
import { IMMUTABLE, immutable, type Report, type UpdateNode, updateRules, updateTextsFor } from '../../rule';
import { indexedJob, job } from './examples';
import { JOB_LABELS } from './job-labels';

const NEW_JOB =
  'a Job is immutable: give it a new name, for example with a hash of its content, and ttlSecondsAfterFinished';
const WHY = 'The pods of a Job are made from what it said first, and what they did is counted by it.';
const text = updateTextsFor('ValidateJobSpecUpdate (pkg/apis/batch/validation)', job());
const indexed = updateTextsFor('validateCompletions (pkg/apis/batch/validation)', indexedJob());

/** Fields of a Job that never change, beside its template and completions. */
const FROZEN = ['completionMode', 'podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'];

const TEXTS = {
  'job-template-immutable': text.invalid(IMMUTABLE, WHY, NEW_JOB, {
    'spec.template.spec.containers[0].image': 'report:2',
  }),
  'job-completions-immutable': text.invalid(IMMUTABLE, WHY, NEW_JOB, { 'spec.completions': 3 }),
  'job-selector-immutable': text.invalid(
    IMMUTABLE,
    'The server sets the selector of a Job, and the Job finds its pods by it.',
    'remove spec.selector and spec.manualSelector, and give the Job a new name',
    {
      'spec.selector': { matchLabels: { tier: 'other' } },
      'spec.template.metadata': { labels: { app: 'report', tier: 'other' } },
    },
    {
      before: {
        'spec.manualSelector': true,
        'spec.selector': { matchLabels: { app: 'report' } },
        'spec.template.metadata': { labels: { app: 'report', tier: 'other' } },
      },
    },
  ),
  'job-field-immutable': text.invalid(
    IMMUTABLE,
    WHY,
    NEW_JOB,
    { 'spec.podFailurePolicy': failurePolicy(43) },
    { before: { 'spec.podFailurePolicy': failurePolicy(42) } },
  ),
  'job-template-label-required': text.required(
    'must be {expected}',
    'The server marks the pods of a Job with its name and uid. An update that takes the labels away is rejected.',
    'keep the template, and give a changed Job a new name',
    { 'spec.template.metadata': { labels: { 'job-name': null } } },
    { alongside: ['job-template-immutable'] },
  ),
  'job-completions-in-tandem': indexed.invalid(
    'can only be modified in tandem with spec.parallelism',
    'An indexed Job is elastic: its completions can change when parallelism changes with them to the same number.',
    'set completions and parallelism to the same number',
    { 'spec.completions': 5 },
    { accepts: { 'spec.completions': 5, 'spec.parallelism': 5 }, since: '1.28' },
  ),
} as const;

type ReportRule = Report<keyof typeof TEXTS>;

export const jobUpdateRules = updateRules('io.k8s.api.batch.v1.Job', TEXTS, (node, report) => {
  checkCompletions(node, report);
  immutable(node, report, 'job-selector-immutable', 'spec.selector');
  checkTemplate(node, report);
  checkLabels(node, report);
  for (const field of FROZEN) immutable(node, report, 'job-field-immutable', `spec.${field}`);
});

function checkCompletions(node: UpdateNode, report: ReportRule): void {
  const { spec } = node.after;
  if (spec.completionMode !== 'Indexed') {
    immutable(node, report, 'job-completions-immutable', 'spec.completions');
  } else if (
    !node.same('spec.completions') &&
    spec.completions !== undefined &&
    spec.completions !== spec.parallelism
  ) {
    report('job-completions-in-tandem', 'spec.completions');
  }
}

function checkLabels({ after }: UpdateNode, report: ReportRule): void {
  const { metadata, spec } = after;
  if (spec.manualSelector === true || spec.selector === undefined) return;
  const labels = spec.template?.metadata?.labels ?? {};
  for (const [key, from] of Object.entries(JOB_LABELS)) {
    const expected = from === 'uid' ? 'the uid of the Job' : `'${metadata.name}'`;
    if (labels[key] === undefined)
      report('job-template-label-required', `spec.template.metadata.labels[${key}]`, { expected });
  }
}

/** Where pods of the Job are scheduled can change while it is suspended and has not started. */
function checkTemplate({ before, after, minor, equal }: UpdateNode, report: ReportRule): void {
  const suspended = before.spec.suspend === true;
  const notStarted = before.status?.startTime === undefined;
  const old = structuredClone(before.spec.template);
  const { template } = after.spec;
  if (suspended && notStarted) allowScheduling(old, template);
  if (!suspended || !gatesOf(minor).has('MutablePodResourcesForSuspendedJobs')) {
    if (!equal('spec.template', old, template)) report('job-template-immutable', 'spec.template');
    return;
  }
  for (const list of ['containers', 'initContainers']) {
    const [now, then] = [template.spec?.[list] ?? [], old.spec?.[list] ?? []];
    if (now.length !== then.length) continue;
    for (const [index, container] of now.entries()) {
      if (container.name === then[index].name) then[index].resources = container.resources;
    }
  }
  if (!equal('spec.template.spec', old.spec, template.spec)) report('job-template-immutable', 'spec.template.spec');
}

function allowScheduling(old: any, template: any): void {
  const nodeAffinity = template.spec.affinity?.nodeAffinity;
  if (template.spec.affinity === undefined) {
    delete old.spec.affinity?.nodeAffinity;
    if (Object.keys(old.spec.affinity ?? {}).length === 0) delete old.spec.affinity;
  } else {
    old.spec.affinity = { ...old.spec.affinity, nodeAffinity };
    if (nodeAffinity === undefined) delete old.spec.affinity.nodeAffinity;
  }
  for (const field of ['nodeSelector', 'tolerations', 'schedulingGates']) old.spec[field] = template.spec[field];
  old.metadata = { ...old.metadata, labels: template.metadata?.labels, annotations: template.metadata?.annotations };
}

function failurePolicy(exitCode: number): object {
  return { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [exitCode] } }] };
}
