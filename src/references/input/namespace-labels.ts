import { DEFAULT_NAMESPACE } from '../../facts';
import { selectorMatches } from '../../values';
import { Index } from './cluster-index';

/** The label with its name that every namespace has. @see https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
export const NAME_LABEL = 'kubernetes.io/metadata.name';

type Labels = Readonly<Record<string, string>>;

/** Labels of namespaces, and the namespaces with them: each policy and monitor of an input may select some of thousands. */
export class NamespaceLabels {
  private readonly known = new Map<string, Labels>();
  private readonly byLabel = new Index<string>();

  private readonly names: readonly string[];

  /**
   * @param names of namespaces, in the order in which they are listed.
   * @param find the Namespace of a name, if there is one.
   */
  public constructor(
    names: Iterable<string>,
    private readonly find: (name: string) => any,
  ) {
    this.names = [...names];
    for (const name of this.names) {
      for (const [key, value] of Object.entries(this.of(name))) this.byLabel.add(name, `${key}\0${value}`);
    }
  }

  /** Labels of a namespace, listed or not. */
  public of(name: string): Labels {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const shown = name || DEFAULT_NAMESPACE;
    const labels: Labels = { ...this.find(shown)?.metadata?.labels, [NAME_LABEL]: shown };
    this.known.set(name, labels);
    return labels;
  }

  /** The listed namespaces that a selector selects, in their order. */
  public selected(selector: any): readonly string[] {
    let candidates = this.names;
    for (const [key, value] of Object.entries(selector?.matchLabels ?? {})) {
      const labeled = this.byLabel.get(`${key}\0${value ?? ''}`);
      if (labeled.length < candidates.length) candidates = labeled;
    }
    return candidates.filter((name) => selectorMatches(selector, this.of(name)));
  }
}
