import { MAXIMUM_DEPTH, TOO_DEEP } from '../reader-error';
import type { Source } from './source';

/** A place where a key without `?` may have begun, until the `:` behind it is found. */
export interface SimpleKey {
  /** Number of its first token. */
  readonly token: number;
  /** Whether nothing but a key may stand there. */
  readonly required: boolean;
  readonly start: number;
  readonly lineStart: number;
  readonly column: number;
}

/** Characters that a key without `?` may have. */
const LONGEST_KEY = 1024;

/** The possible keys of the open brackets and of the block around them; one each. */
export class SimpleKeys {
  /** Whether a key may begin at the current position. */
  public allowed = true;
  public flowLevel = 0;
  private readonly levels: (SimpleKey | undefined)[] = [undefined];
  /** Level of the key that begins with the token of that number. */
  private readonly levelOfToken = new Map<number, number>();
  /** Number of the token that each level was opened with, or that its last key began with. */
  private readonly lastToken: number[] = [0];

  public constructor(private readonly source: Source) {}

  /** Whether the token of that number could still become a key. */
  public mayBegin(token: number): boolean {
    const level = this.levelOfToken.get(token);
    return level !== undefined && this.valid(level) !== undefined;
  }

  /** Notes that a key may begin at the current position, with the token of that number. */
  public save(token: number, required: boolean): void {
    if (!this.allowed) {
      return;
    }
    const { position: start, lineStart, column } = this.source;
    this.remove();
    this.levels[this.flowLevel] = { token, required, start, lineStart, column };
    this.lastToken[this.flowLevel] = token;
    this.levelOfToken.set(token, this.flowLevel);
  }

  /** Gives up the possible key of the current level: no `:` can follow any more. */
  public remove(): void {
    const key = this.levels[this.flowLevel];
    if (key !== undefined) {
      this.refuseIfRequired(key);
      this.forget(this.flowLevel, key);
    }
  }

  /** The key that ends at the current position, where a `:` stands. */
  public take(): SimpleKey | undefined {
    const key = this.valid(this.flowLevel);
    if (key !== undefined) {
      this.forget(this.flowLevel, key);
    }
    return key;
  }

  /** @param token number of the bracket. */
  public enterFlow(token: number): void {
    this.flowLevel++;
    this.levels.push(undefined);
    this.lastToken.push(token);
    if (this.flowLevel > MAXIMUM_DEPTH) {
      throw this.source.error(TOO_DEEP);
    }
  }

  public leaveFlow(): void {
    if (this.flowLevel === 0) {
      return;
    }
    this.flowLevel--;
    this.levels.pop();
    // libyaml forgets the key that begins with an empty pair of brackets here, so the parser gets the brackets at once.
    this.levelOfToken.delete(this.lastToken.pop() as number);
  }

  private valid(level: number): SimpleKey | undefined {
    const key = this.levels[level];
    if (key === undefined) {
      return undefined;
    }
    const { position, lineStart } = this.source;
    if (key.lineStart === lineStart && !this.isTooLong(key.start, position)) {
      return key;
    }
    this.refuseIfRequired(key);
    this.levels[level] = undefined;
    return undefined;
  }

  private isTooLong(from: number, to: number): boolean {
    return to - from > LONGEST_KEY && [...this.source.text.slice(from, to)].length > LONGEST_KEY;
  }

  private refuseIfRequired(key: SimpleKey): void {
    if (key.required) {
      throw this.source.error("could not find expected ':'", key.start);
    }
  }

  private forget(level: number, key: SimpleKey): void {
    this.levels[level] = undefined;
    this.levelOfToken.delete(key.token);
  }
}
