import { validate } from '../../../../src/validation/validate';

/** The host name of the last pod, NAME-INDEX, has at most 63 characters: ValidateJob of pkg/apis/batch/validation. */
const job = (length: number, completionMode: string, completions: number) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'a'.repeat(length) },
  spec: {
    completionMode,
    completions,
    template: { spec: { restartPolicy: 'Never', containers: [{ name: 'work', image: 'work:1' }] } },
  },
});

test.each<[length: number, mode: string, completions: number, isRefused: boolean]>([
  [61, 'Indexed', 10, false],
  [61, 'Indexed', 11, true],
  [62, 'Indexed', 1, true],
  // No pod, no host name.
  [63, 'Indexed', 0, false],
  [63, 'NonIndexed', 11, false],
])('a name of %i characters, %s with %i completions', (length, mode, completions, isRefused) => {
  const rules = validate([job(length, mode, completions)], { kubernetesVersion: '1.36' }).map(({ rule }) => rule);
  expect(rules.filter((rule) => rule === 'job-indexed-name')).toHaveLength(isRefused ? 1 : 0);
});
