import type { Address, Quantity, Range } from '../../values';

/** Values of the types that Kubernetes adds to CEL. */

export class QuantityValue {
  public constructor(public readonly quantity: Quantity) {}
}

export class UrlValue {
  public constructor(public readonly url: URL) {}
}

export class IpValue {
  public constructor(public readonly address: Address) {}
}

export class CidrValue {
  public constructor(public readonly range: Range) {}
}

export class SemverValue {}
export class FormatValue {}

/** Types of the authorizer, which only a running server can answer for. */
export class AuthorizerValue {}
export class PathCheckValue {}
export class GroupCheckValue {}
export class ResourceCheckValue {}
export class DecisionValue {}

/** What stands before the dot in `sets.contains(…)`. */
export class SetsNamespace {}
export class FormatNamespace {}
export class IpNamespace {}
export class ListsNamespace {}
export class StringsNamespace {}
export class JsonPatchNamespace {}

/** An expression asks for something that only a running server can tell. */
export class Undecidable extends Error {}
