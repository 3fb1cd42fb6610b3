import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** Chooses constructs of a tree. */
export interface IConstructSelector {
  /** Those at and below the scope that are meant, in tree order. */
  select(scope: IConstruct): readonly IConstruct[];
}

/** Ready-made selectors for `Mixins.of(scope, selector)`. */
export const ConstructSelector = {
  /** Every construct at and below the scope. */
  all(): IConstructSelector {
    return where(() => true);
  },

  /** The scope alone. */
  onlyItself(): IConstructSelector {
    return { select: (scope) => [scope] };
  },

  /**
   * Constructs by their id.
   *
   * @param pattern in which `*` stands for any characters and `?` for one.
   */
  byId(pattern: string): IConstructSelector {
    const expression = glob(pattern);
    return where((construct) => expression.test(construct.node.id));
  },

  /**
   * Constructs by their path, such as `shop/web/deployment`.
   *
   * @param pattern in which `**` stands for any characters, `*` for any but `/`, and `?` for one.
   */
  byPath(pattern: string): IConstructSelector {
    const expression = glob(pattern);
    return where((construct) => expression.test(construct.node.path));
  },

  /** Objects of these kinds, such as `Deployment`. */
  byKind(...kinds: readonly string[]): IConstructSelector {
    return where((construct) => ApiObject.isApiObject(construct) && kinds.includes(construct.kind));
  },

  /** Objects whose own labels (`metadata.labels`, not those of their pods) have all of these values. */
  byLabel(labels: Readonly<Record<string, string>>): IConstructSelector {
    return where(
      (construct) =>
        ApiObject.isApiObject(construct) &&
        Object.entries(labels).every(([key, value]) => construct.metadata.getLabel(key) === value),
    );
  },

  /** Constructs that the predicate wants. */
  where(predicate: (construct: IConstruct) => boolean): IConstructSelector {
    return where(predicate);
  },
} as const;

function where(predicate: (construct: IConstruct) => boolean): IConstructSelector {
  return { select: (scope) => scope.node.findAll().filter(predicate) };
}

function glob(pattern: string): RegExp {
  const source = pattern.replace(/\*\*|[*?]|[.+^${}()|[\]\\]/g, (found) => GLOB[found] ?? `\\${found}`);
  return new RegExp(`^${source}$`, 's');
}

const GLOB: Readonly<Record<string, string>> = { '**': '.*', '*': '[^/]*', '?': '[^/]' };
