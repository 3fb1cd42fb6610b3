/** Fewer names are compared one by one. */
const FEWEST = 32;
const LETTERS = 3;
/** Edits that a group of letters can be changed by: an exchange of two neighbors changes one group more than it has letters. */
const GROUPS_OF_AN_EDIT = LETTERS + 1;

/** What edits of letters change: neither digits nor separators. */
function formOf(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ 0-9]/g, '');
}

function digitsOf(name: string): string {
  return name.replaceAll(/[^0-9]/g, '');
}

/** Positions of the names with one form. */
interface Family {
  readonly all: number[];
  readonly byDigits: Map<string, number[]>;
}

/** Names of objects, of which few are compared with one that does not exist. */
export class NameIndex {
  public readonly names: readonly string[];
  private forms: Map<string, Family> | undefined;
  private readonly byGroup = new Map<string, string[]>();
  private readonly byLength = new Map<number, string[]>();
  private sorted: readonly number[] | undefined;

  public constructor(names: readonly unknown[]) {
    this.names = names.filter((name) => typeof name === 'string');
  }

  /**
   * All names that are so many edits from a word, in their order; some others may be among them. Of many names that differ in
   * digits, those with the digits of the word.
   */
  public near(word: string, edits: number): readonly string[] {
    if (this.names.length < FEWEST) return this.names;
    this.forms ??= this.indexForms();
    const digits = digitsOf(word);
    return this.inOrder(
      this.formsNear(formOf(word), edits).flatMap((form) => {
        const { all, byDigits } = this.forms!.get(form)!;
        return all.length < FEWEST ? all : (byDigits.get(digits) ?? []);
      }),
    );
  }

  /** The names that begin with a word, or that a word begins with, in their order. */
  public alike(word: string): readonly string[] {
    if (this.names.length < FEWEST) return this.names.filter((one) => one.startsWith(word) || word.startsWith(one));
    this.sorted ??= this.names.map((_, index) => index).sort((a, b) => (this.names[a]! < this.names[b]! ? -1 : 1));
    const found: number[] = [];
    for (let length = 0; length <= word.length; length++) {
      const beginning = word.slice(0, length);
      for (let at = this.firstFrom(beginning); at < this.sorted.length; at++) {
        const name = this.names[this.sorted[at]!]!;
        if (length < word.length ? name !== beginning : !name.startsWith(word)) break;
        found.push(this.sorted[at]!);
      }
    }
    return this.inOrder(found);
  }

  /** Position of the first name that is not before a text. */
  private firstFrom(text: string): number {
    let [low, high] = [0, this.sorted!.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.names[this.sorted![middle]!]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private inOrder(indexes: readonly number[]): string[] {
    return [...indexes].sort((a, b) => a - b).map((index) => this.names[index]!);
  }

  private indexForms(): Map<string, Family> {
    const forms = new Map<string, Family>();
    for (const [index, name] of this.names.entries()) {
      const form = formOf(name);
      let family = forms.get(form);
      if (family === undefined) {
        family = { all: [], byDigits: new Map() };
        forms.set(form, family);
        addTo(this.byLength, form.length, form);
        for (const group of groupsOf(form)) addTo(this.byGroup, group, form);
      }
      family.all.push(index);
      addTo(family.byDigits, digitsOf(name), index);
    }
    return forms;
  }

  /** A form shares the groups of letters that no edit changes: of so many more than edits change, one at least. */
  private formsNear(form: string, edits: number): string[] {
    const groups = groupsOf(form).map((group) => this.byGroup.get(group) ?? []);
    const changed = edits * GROUPS_OF_AN_EDIT;
    if (groups.length <= changed) {
      const lengths = Array.from({ length: 2 * edits + 1 }, (_, index) => form.length - edits + index);
      return lengths.flatMap((length) => this.byLength.get(length) ?? []);
    }
    const rarest = groups.sort((a, b) => a.length - b.length).slice(0, changed + 1);
    return [...new Set(rarest.flat())].filter((one) => Math.abs(one.length - form.length) <= edits);
  }
}

function groupsOf(form: string): string[] {
  const groups = new Set<string>();
  for (let at = 0; at + LETTERS <= form.length; at++) groups.add(form.slice(at, at + LETTERS));
  return [...groups];
}

function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
