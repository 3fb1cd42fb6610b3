import { ReaderError } from '../reader-error';
import type { Token } from './token';

/** What `!`, `!!` and the handles of `%TAG` lines stand for. */
export class TagHandles {
  private readonly prefixes = new Map<string, string>();

  public add(directive: Token): void {
    if (this.prefixes.has(directive.value)) {
      throw new ReaderError('found duplicate %TAG directive', directive.start);
    }
    this.prefixes.set(directive.value, directive.suffix);
  }

  /** Full tag of a tag token. */
  public resolve(tag: Token): string {
    if (tag.value === '') {
      return tag.suffix;
    }
    const full = `${this.prefixes.get(tag.value) ?? STANDARD.get(tag.value) ?? ''}${tag.suffix}`;
    if (!this.prefixes.has(tag.value) && !STANDARD.has(tag.value)) {
      throw new ReaderError('found undefined tag handle', tag.start);
    }
    return full;
  }
}

const STANDARD: ReadonlyMap<string, string> = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);
