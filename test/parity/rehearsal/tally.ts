import type { Compared, Difference } from './compare-stack';

/** Most differences of words that a report shows. */
const MOST_MESSAGES = 20;

/** Adds up how stacks compare with a server. */
export class Tally {
  public stacks = 0;
  public verdictsDiffer = 0;
  private objects = 0;
  private refused = 0;
  private sameMessage = 0;
  private sameDryRun = 0;
  private readonly differences: Difference[] = [];

  public constructor(private readonly version: string) {}

  public add(compared: Compared): void {
    this.stacks++;
    this.objects += compared.objects;
    this.refused += compared.refused;
    this.sameMessage += compared.sameMessage;
    this.sameDryRun += compared.sameDryRun;
    this.differences.push(...compared.differences);
    this.verdictsDiffer = this.differences.filter(isOfVerdict).length;
  }

  /** One line of figures. */
  public summary(): string {
    const falseRefusals = this.differences.filter(({ kind }) => kind === 'false refusal').length;
    return [
      `${this.stacks} stacks, ${this.objects} objects on ${this.version}`,
      `${this.verdictsDiffer} verdicts differ, ${falseRefusals} of them false refusals`,
      `${this.sameMessage} of ${this.refused} refusals in the same words`,
      `--dry-run=server answers ${this.sameDryRun} as the apply does`,
    ].join('; ');
  }

  /** The differences, verdicts first, and the summary. */
  public report(): string {
    const ofMessages = this.differences.filter((one) => !isOfVerdict(one)).slice(0, MOST_MESSAGES);
    const lines = [...this.differences.filter(isOfVerdict), ...ofMessages].map(
      ({ kind, namespace, object, server, ours }) =>
        `${kind} in ${namespace}: ${JSON.stringify(object)}\n  server: ${server}\n  ours:   ${ours}`,
    );
    return [...lines, this.summary()].join('\n');
  }
}

function isOfVerdict({ kind }: Difference): boolean {
  return kind !== 'message';
}
