import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { checkedFactories } from '../props';

/** Selects constructs of a tree. */
export interface IConstructSelector {
  /** The selected constructs in the scope, in tree order. */
  select(scope: IConstruct): readonly IConstruct[];
}

/** Ready-made selectors for `Mixins.of(scope, selector)`. */
export const ConstructSelector = checkedFactories('ConstructSelector', {
  /** Every construct in the scope, including the scope itself. */
  all(): IConstructSelector {
    return where(() => true);
  },

  /** Only the scope itself. */
  onlyItself(): IConstructSelector {
    return { select: (scope) => [scope] };
  },

  /**
   * Constructs by id.
   *
   * @param pattern in which `*` stands for any characters and `?` for one.
   */
  byId(pattern: string): IConstructSelector {
    const expression = glob(pattern);
    return where((construct) => expression.test(construct.node.id));
  },

  /**
   * Constructs by path, such as `shop/web/deployment`.
   *
   * @param pattern in which `**` stands for any characters, `*` for any except `/`, and `?` for one.
   */
  byPath(pattern: string): IConstructSelector {
    const expression = glob(pattern);
    return where((construct) => expression.test(construct.node.path));
  },

  /** Objects of the given kinds, such as `Deployment`. */
  byKind(...kinds: readonly string[]): IConstructSelector {
    return where((construct) => ApiObject.isApiObject(construct) && kinds.includes(construct.kind));
  },

  /** Objects with all of these labels in `metadata.labels` (not the labels of their pods). */
  byLabel(labels: Readonly<Record<string, string>>): IConstructSelector {
    return where(
      (construct) =>
        ApiObject.isApiObject(construct) &&
        Object.entries(labels).every(([key, value]) => construct.metadata.getLabel(key) === value),
    );
  },

  /** Constructs that match the predicate. */
  where(predicate: (construct: IConstruct) => boolean): IConstructSelector {
    return where(predicate);
  },
});

function where(predicate: (construct: IConstruct) => boolean): IConstructSelector {
  return { select: (scope) => scope.node.findAll().filter(predicate) };
}

function glob(pattern: string): RegExp {
  const source = pattern.replace(/\*\*|[*?]|[.+^${}()|[\]\\]/g, (found) => GLOB[found] ?? `\\${found}`);
  return new RegExp(`^${source}$`, 's');
}

const GLOB: Readonly<Record<string, string>> = { '**': '.*', '*': '[^/]*', '?': '[^/]' };
