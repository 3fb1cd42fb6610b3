import type { KubernetesVersion } from '../../src/facts/versions';
import { allRules } from '../../src/validation/groups';
import { Judge } from '../e2e/server/ask';
import type { Address } from '../e2e/server/connection';
import { minorOf } from '../e2e/server/versions';
import { bothJudges, inParallel } from './judges';
import { MessageTally } from './messages';

const CONNECTIONS = 8;

/** Compares the messages of a server and of our check for the refused example of every rule that its version has. */
export async function proveExamples(server: Address): Promise<MessageTally> {
  const version: KubernetesVersion = minorOf(server.release);
  const judge = await Judge.at(server, CONNECTIONS);
  try {
    const attempt = bothJudges(judge, version);
    const examples = new Map(
      allRules()
        .flatMap(({ texts }) => Object.values(texts))
        .map(({ refused }) => [JSON.stringify(refused), refused]),
    );
    const trials = await inParallel([...examples.values()], CONNECTIONS, attempt);
    const tally = new MessageTally();
    for (const { known, messages } of trials) if (known === undefined) tally.add(messages);
    return tally;
  } finally {
    judge.close();
  }
}
