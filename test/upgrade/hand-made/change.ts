/** A change as a user makes it: the manifest that was applied, and the one that is applied now. */
export interface Change {
  readonly title: string;
  readonly before: any;
  readonly after: any;
}

type Edits = Readonly<Record<string, unknown>>;

/** Sets fields by path, such as `spec.ports[0].port`; undefined removes. */
export function edited(object: any, edits: Edits): any {
  const copy = structuredClone(object);
  for (const [path, value] of Object.entries(edits)) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    let parent = copy;
    for (const [index, key] of keys.slice(0, -1).entries()) {
      parent[key] ??= /^\d+$/.test(keys[index + 1]!) ? [] : {};
      parent = parent[key];
    }
    const last = keys.at(-1)!;
    if (value !== undefined) parent[last] = value;
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  }
  return copy;
}

/** Changes of one object, each with what it says; the object can have other fields before. */
export function changesOf(
  object: any,
  changes: Readonly<Record<string, Edits | readonly [before: Edits, after: Edits]>>,
): Change[] {
  return Object.entries(changes).map(([title, change]) => {
    const [first, second] = (Array.isArray(change) ? change : [{}, change]) as [Edits, Edits];
    const before = edited(object, first);
    return { title: `${object.kind}: ${title}`, before, after: edited(before, second) };
  });
}

/** Each change has an object of its own, so that all can be in one namespace. */
export function numbered(changes: readonly Change[]): Change[] {
  return changes.map(({ title, before, after }, index) => {
    const rename = (object: any) => {
      const prefix = `case-${index}`;
      const fixed = /^(?:CustomResourceDefinition|APIService)$/.test(object.kind);
      const name = fixed ? object.metadata.name.replace('NN', String(index)) : prefix;
      const text = JSON.stringify({ ...object, metadata: { ...object.metadata, name } });
      return JSON.parse(text.replaceAll('NN', String(index)));
    };
    return { title, before: rename(before), after: rename(after) };
  });
}
