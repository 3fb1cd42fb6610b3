import { GENERATED_UID } from '../../../facts';
import { labelSelectorProblems, selectorMatches } from '../../../values';
import { GoValue } from '../../printing';
import { rules } from '../../rule';
import { job, template } from './examples';
import { JOB_LABELS } from './job-labels';

const labels = { app: 'report' };

/** Jobs find their pods by labels that the server makes, unless told otherwise. */
export const jobSelectorRules = rules(
  'io.k8s.api.batch.v1.Job',
  {
    'job-selector-not-generated': {
      reason: 'FieldValueInvalid',
      message: '`selector` not auto-generated',
      why: 'The server gives every Job a selector of its own, so that no Job takes the pods of another. Remove spec.selector; if you must name one, set manualSelector: true and see to its uniqueness.',
      source: 'validateGeneratedSelector (pkg/apis/batch/validation)',
      refused: job({ selector: { matchLabels: labels }, template: template({}, { labels }) }),
      accepted: job({ manualSelector: true, selector: { matchLabels: labels }, template: template({}, { labels }) }),
    },
    'job-template-label': {
      reason: 'FieldValueInvalid',
      message: 'must be {expected}',
      why: 'The server marks the pods of a Job with the name and uid of the Job. A template that has other values under those keys would hide its pods from the Job. Remove the labels.',
      source: 'validateGeneratedSelector (pkg/apis/batch/validation)',
      refused: job({ template: template({}, { labels: { 'job-name': 'other' } }) }),
      accepted: job({ template: template({}, { labels: { 'job-name': 'report' } }) }),
    },
    'job-selector-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'With manualSelector: true the server sets no selector, so spec.selector is required. In most cases, remove manualSelector.',
      source: 'ValidateJobSpec (pkg/apis/batch/validation)',
      refused: job({ manualSelector: true }),
      alongside: ['job-selector-mismatch'],
      accepted: job(),
    },
    'job-selector-mismatch': {
      reason: 'FieldValueInvalid',
      message: '`selector` does not match template `labels`',
      why: 'The Job would not find the pods that it creates. Give the template every label that the selector asks for.',
      source: 'ValidateJobSpec (pkg/apis/batch/validation)',
      refused: job({ manualSelector: true, selector: { matchLabels: labels } }),
      accepted: job({ manualSelector: true, selector: { matchLabels: labels }, template: template({}, { labels }) }),
    },
  },
  (node, report) => {
    const { metadata, spec = {} } = node.value;
    const { selector, manualSelector, template: podTemplate } = spec;
    const podLabels = podTemplate?.metadata?.labels ?? {};
    const usable = selector === undefined || labelSelectorProblems(selector).length === 0;
    if (manualSelector !== true) {
      const expected: Record<string, string> = {};
      for (const [key, from] of Object.entries(JOB_LABELS)) {
        expected[key] = from === 'uid' ? (metadata?.uid ?? GENERATED_UID) : (metadata?.name ?? '');
        if (podLabels[key] !== undefined && podLabels[key] !== expected[key]) {
          report('job-template-label', `spec.template.metadata.labels[${key}]`, {
            expected: from === 'uid' ? 'the uid of the Job' : `'${expected[key]}'`,
            value: new GoValue('map[string]string', podLabels),
          });
        }
      }
      if (usable && !selectorMatches(selector ?? {}, expected)) report('job-selector-not-generated', 'spec.selector');
    }
    if (selector === undefined) report('job-selector-required', 'spec.selector');
    if (usable && (selector === undefined || !selectorMatches(selector, podLabels))) {
      report('job-selector-mismatch', 'spec.template.metadata.labels');
    }
  },
);
