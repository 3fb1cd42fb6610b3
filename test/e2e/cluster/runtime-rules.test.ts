import { KUBELET_CASES } from '../../runtime/kubelet';
import { apply, kubectl, list, listAll, until } from './kubectl';
import { answerOf, type KubeletAnswer, record, recorded, stateOf } from './kubelet-answers';
import { MADE } from './made';
import { isDone, podsIn } from './pods';

/** All, or those that RULE names, with commas between. */
const CASES = KUBELET_CASES.filter(({ rule }) => process.env.RULE?.split(',').includes(rule) ?? true);
const TWINS = ['refused', 'accepted'] as const;
const MINUTES = 60_000;
const answers: KubeletAnswer[] = [];

const namespaceOf = (twin: string, rule: string) => `e2e-${twin}-${rule}`;

/** All of them at once: each waits for the kubelet most of the time. */
beforeAll(async () => {
  const names = CASES.flatMap(({ rule }) => TWINS.map((twin) => namespaceOf(twin, rule)));
  const labels = { [MADE]: 'true', 'pod-security.kubernetes.io/enforce': 'privileged' };
  apply(names.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } })));
  const accounts = () => listAll('serviceaccounts').filter(({ metadata }) => metadata.name === 'default');
  const haveAccounts = () => {
    const ready = new Set(accounts().map(({ metadata }) => metadata.namespace));
    return names.every((name) => ready.has(name)) ? true : undefined;
  };
  await until('service accounts', 60, haveAccounts);
  for (const twin of TWINS) {
    const objects = CASES.flatMap((one) =>
      one[twin].map((object: any) => ({
        ...object,
        metadata: { ...object.metadata, namespace: namespaceOf(twin, one.rule) },
      })),
    );
    apply(objects);
  }
}, 5 * MINUTES);

afterAll(() => {
  if (process.env.RECORD) {
    record(
      nodeVersion(),
      KUBELET_CASES.map(({ rule }) => rule),
      answers,
    );
  }
  for (const twin of TWINS) {
    const names = CASES.map(({ rule }) => namespaceOf(twin, rule));
    kubectl(['delete', 'namespace', '--wait=false', '--ignore-not-found', ...names]);
  }
}, 5 * MINUTES);

/** A program that ends soon is seen before or after it does, and one image of a program serves where another ends. */
function outcome(state = 'not recorded'): string {
  const states = state.replaceAll('ended with 0', 'Ready').split('; ');
  return [...new Set(states)].join('; ');
}

test.each(CASES.map((one) => [one.rule, one] as const))(
  '%s',
  async (rule, one) => {
    const refused = namespaceOf('refused', rule);
    const lines = () => [stateOf(refused), ...list('events', refused).map(({ message }) => message)];
    const [answer, state] = await until(`answer: ${one.answer}`, 240, () => answerOf(refused, one), lines);
    const accepted = namespaceOf('accepted', rule);
    const runs = () => {
      const pods = podsIn(accepted);
      return pods.length > 0 && pods.every(isDone) ? true : undefined;
    };
    await until('the accepted one runs', 240, runs, () => [stateOf(accepted), podsIn(accepted)]);
    const found = { rule, refused: state, answer, accepted: stateOf(accepted) };
    answers.push(found);
    if (process.env.RECORD) return;
    expect(outcome(found.accepted)).toBe(outcome(recorded().find((other) => other.rule === rule)?.accepted));
  },
  10 * MINUTES,
);

function nodeVersion(): string {
  const [{ status }] = list('nodes') as [any];
  return `kubelet ${status.nodeInfo.kubeletVersion}, ${status.nodeInfo.containerRuntimeVersion}`;
}
