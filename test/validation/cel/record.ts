/**
 * Asks a running server for its verdict on every expression and writes it down beside those of other versions:
 * `npx tsx test/validation/cel/record.ts 1.36`.
 */

import { NEWEST_VERSION } from '../../../src/facts';
import { Judge } from '../../e2e/server/ask';
import { Connection } from '../../e2e/server/connection';
import { borrowServer } from '../../e2e/server/shared';
import { minorOf } from '../../e2e/server/versions';
import { inParallel } from '../../parity/judges';
import { carrier, definition, type Question, questions, resource, ruleFor, SINCE, verdictOf } from './contexts';
import { PANIC, readRecords, type Verdicts, writeRecords } from './records';

const CONNECTIONS = 8;
const RULES_IN_A_DEFINITION = 40;

async function main(): Promise<void> {
  const [version = NEWEST_VERSION as string] = process.argv.slice(2);
  const minor = Number(minorOf(version).slice(2));
  const server = await borrowServer(version);
  const judge = await Judge.at(server.address);
  const connection = new Connection(server.address, CONNECTIONS);
  try {
    const asked = questions().filter(({ context }) => SINCE[context] <= minor);
    const verdicts = await inParallel(asked, CONNECTIONS, async (question) => {
      const { accepted, causes, code, message } = await judge.ask(carrier(question));
      if (code === 500) {
        process.stderr.write(`${JSON.stringify(question)}: ${message}\n`);
        return { question, verdict: PANIC };
      }
      if (!accepted && causes.length === 0) throw new Error(`${code} for ${JSON.stringify(question)}`);
      return { question, verdict: verdictOf(causes.map(({ reason }) => reason)) };
    });
    const runnable = verdicts.filter(({ question, verdict }) => isRunnable(question) && verdict === 'accepted');
    const results = await new Runner(connection).run(runnable.map(({ question }) => question));
    const found: Verdicts[] = verdicts.map(({ question, verdict }) => ({
      ...question,
      verdict: results.get(question) ?? verdict,
    }));
    writeRecords(minor, found, readRecords());
    process.stdout.write(`${found.length} expressions, ${runnable.length} of them evaluated\n`);
  } finally {
    judge.close();
    connection.close();
    await server.release();
  }
}

function isRunnable({ context }: Question): boolean {
  return context === 'rule' || context === 'message';
}

/** Evaluates rules and messages on an object, many in one definition. */
class Runner {
  private count = 0;
  private readonly results = new Map<Question, string>();

  public constructor(private readonly connection: Connection) {}

  public async run(asked: readonly Question[]): Promise<ReadonlyMap<Question, string>> {
    const groups = ['rule', 'message'].flatMap((context) =>
      chunks(asked.filter((question) => question.context === context)),
    );
    for (const group of groups) await this.group(group);
    return this.results;
  }

  private async group(group: readonly Question[]): Promise<void> {
    const plural = `group${this.count++}x${Date.now()}`;
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const made = await this.connection.post(path, JSON.stringify(definition(plural, group.map(ruleFor))));
    if (made.code >= 300) {
      if (group.length === 1) throw new Error(`${JSON.stringify(group[0])}: ${JSON.stringify(made.body.message)}`);
      const half = Math.ceil(group.length / 2);
      await this.group(group.slice(0, half));
      await this.group(group.slice(half));
      return;
    }
    const causes = await this.causesOf(plural);
    for (const [index, question] of group.entries()) this.results.set(question, resultOf(question, index, causes));
    await this.connection.delete(`${path}/${plural}.cel.example.com`);
  }

  /** What the server says of the object, once it serves the kind. */
  private async causesOf(plural: string): Promise<readonly any[]> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const answer = await this.connection.post(
        `/apis/cel.example.com/v1/${plural}?dryRun=All&fieldValidation=Strict`,
        JSON.stringify(resource(plural)),
      );
      if (answer.code < 300) return [];
      if (answer.code === 422) return answer.body.details.causes;
      if (answer.code !== 404) throw new Error(`${answer.code}: ${JSON.stringify(answer.body)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${plural} is never served`);
  }
}

/** A rule is known by its message; every message comes in its order. */
function resultOf({ context }: Question, index: number, causes: readonly any[]): string {
  if (context === 'message') return `says ${textOf(causes[index].message)}`;
  const cause = causes.find(({ message }) => message.includes(`#${index}#`));
  if (cause === undefined) return 'true';
  return /evaluating rule: |for rule: /.test(cause.message) ? 'error' : 'false';
}

/** Takes away what the server puts before every message. */
function textOf(message: string): string {
  return message.replace(/^Invalid value: (?:"object": )?/, '');
}

function chunks(asked: readonly Question[]): Question[][] {
  const found: Question[][] = [];
  for (let at = 0; at < asked.length; at += RULES_IN_A_DEFINITION)
    found.push(asked.slice(at, at + RULES_IN_A_DEFINITION));
  return found;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
