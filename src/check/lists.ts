import { takeListApart } from '../reading';
import type { ManifestInput } from './check-options';

/** Lists taken apart as kubectl does, so that programs may pass what they have parsed. Items keep the position of their list. */
export function withoutLists(inputs: readonly ManifestInput[]): readonly ManifestInput[] {
  if (!inputs.some(({ object }) => isList(object))) return inputs;
  return inputs.flatMap((input, index): ManifestInput[] => {
    const document = input.document ?? index;
    const { object: list, reading } = input;
    if (!isList(list)) return [new Placed(input, list, document, '', reading)];
    return takeListApart(list).map(({ object, path }, at) => {
      const before = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
      return new Placed(input, object, document, before.slice(1), at === 0 ? reading : undefined);
    });
  });
}

function isList(object: unknown): object is Record<string, unknown> {
  return typeof object === 'object' && object !== null && Array.isArray((object as { items?: unknown }).items);
}

/** An input, or an item of it, at the position that it has in what was passed. */
class Placed implements ManifestInput {
  public constructor(
    private readonly input: ManifestInput,
    public readonly object: unknown,
    public readonly document: number,
    private readonly before: string,
    public readonly reading: ManifestInput['reading'],
  ) {}

  public get origin() {
    return this.input.origin;
  }

  public locate(path: string) {
    return this.input.locate?.([this.before, path].filter((part) => part !== '').join('.'));
  }
}
