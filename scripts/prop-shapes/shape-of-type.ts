import { join } from 'node:path';
import ts from 'typescript';
import type { Definition, InstanceShape, ObjectShape, Shape } from '../../src/props/shape';

const SOURCES = join(__dirname, '..', '..', 'src');
/** Manifests are checked against the schemas of Kubernetes, not here. */
const MANIFESTS = join(SOURCES, 'kubernetes');
/** Members that identify an instance: enough to tell it from a plain object and from other classes. */
const MEMBERS = 3;

/** Translates TypeScript types to shapes; definitions that several types share are written once. */
export class ShapeReader {
  private readonly definitions = new Map<string, Definition>();
  private readonly names = new Map<ts.Type, string>();

  public constructor(private readonly checker: ts.TypeChecker) {}

  /** All definitions so far, by name. */
  public sortedDefinitions(): Record<string, Definition> {
    return Object.fromEntries([...this.definitions].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** @param context name for a type without one of its own. */
  public shapeOf(given: ts.Type, context: string): Shape {
    // Without null and undefined, it would be an object.
    if (given.flags & ts.TypeFlags.Unknown) return 'any';
    // Without undefined, so that an optional prop of a type with a name has that name.
    const type = this.checker.getNonNullableType(given);
    const shape = type.isUnion()
      ? this.unionOf(type, context)
      : (this.primitiveOf(type) ?? this.objectOf(type, context));
    const name = type.aliasSymbol?.name;
    const isShared = name !== undefined && typeof shape === 'object' && ('oneOf' in shape || 'map' in shape);
    if (!isShared || type.aliasTypeArguments !== undefined) return shape;
    this.definitions.set(name, { alias: shape });
    return { ref: name };
  }

  private primitiveOf(type: ts.Type): Shape | undefined {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.TypeParameter)) return 'any';
    if (type.isStringLiteral() || type.isNumberLiteral()) return { literals: [type.value] };
    if (flags & ts.TypeFlags.BooleanLiteral) return { literals: [this.checker.typeToString(type) === 'true'] };
    if (flags & ts.TypeFlags.StringLike) return 'string';
    if (flags & ts.TypeFlags.NumberLike) return 'number';
    if (flags & ts.TypeFlags.BooleanLike) return 'boolean';
    return flags & ts.TypeFlags.Object || type.isIntersection() ? undefined : 'any';
  }

  private unionOf(type: ts.UnionType, context: string): Shape {
    const shapes = type.types
      .filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)))
      .map((member) => this.shapeOf(member, context));
    if (shapes.includes('any')) return 'any';
    const literals = shapes
      .flatMap((shape) => (typeof shape === 'object' && 'literals' in shape ? shape.literals : []))
      .sort((a, b) => (String(a) < String(b) ? -1 : 1));
    const isBoolean = literals.includes(true) && literals.includes(false);
    const values = isBoolean ? literals.filter((value) => typeof value !== 'boolean') : literals;
    const others = shapes.filter((shape) => typeof shape !== 'object' || !('literals' in shape));
    const all: Shape[] = [
      ...(values.length === 0 ? [] : [{ literals: values }]),
      ...(isBoolean ? (['boolean'] as const) : []),
      ...others,
    ];
    const unique = [...new Map(all.map((shape) => [JSON.stringify(shape), shape])).values()];
    return unique.length === 1 ? unique[0]! : { oneOf: unique };
  }

  private objectOf(type: ts.Type, context: string): Shape {
    const { checker } = this;
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      const [element] = checker.getTypeArguments(type as ts.TypeReference);
      return { list: element === undefined ? 'any' : this.shapeOf(element, context) };
    }
    const properties = checker.getPropertiesOfType(type);
    if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return 'function';
    if (properties.length > 0 && properties.every((property) => isDeclaredIn(property, MANIFESTS))) return 'object';
    const rest = checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type;
    if (rest !== undefined && properties.length === 0) {
      const sparse = rest.isUnion() && rest.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
      return { map: this.shapeOf(rest, context), ...(sparse && { sparse }) };
    }
    return properties.length === 0 ? 'object' : { ref: this.define(type, properties, rest, context) };
  }

  private define(type: ts.Type, properties: ts.Symbol[], rest: ts.Type | undefined, context: string): string {
    const known = this.names.get(type);
    if (known !== undefined) return known;
    const own = type.aliasSymbol?.name ?? type.symbol?.name;
    const isNamed = own !== undefined && own !== '__type' && own !== '__object' && !/^(Omit|Partial|Pick)$/.test(own);
    const name = this.unused(isNamed && !this.definitions.has(own) ? own : context);
    this.names.set(type, name);
    // Reserves the name for types that refer to themselves.
    this.definitions.set(name, { props: {} });
    this.definitions.set(name, isInstance(type) ? instanceOf(name, properties) : this.fields(properties, rest, name));
    return name;
  }

  /** Alternatives of a union without names are numbered. */
  private unused(name: string): string {
    let unused = name;
    for (let number = 2; this.definitions.has(unused); number++) unused = `${name} ${number}`;
    return unused;
  }

  private fields(properties: ts.Symbol[], rest: ts.Type | undefined, name: string): ObjectShape {
    const { checker } = this;
    // `readonly size?: undefined` in an alternative of a union means that it has no such prop.
    const named = properties.filter(
      (property) =>
        !property.name.startsWith('__@') &&
        !(checker.getTypeOfSymbol(property).flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)),
    );
    const shapes = named.map((property) => {
      const type = checker.getTypeOfSymbol(property);
      return [property.name, this.shapeOf(type, `${name}.${property.name}`)] as const;
    });
    const required = named
      .filter(
        (property) => !(property.flags & ts.SymbolFlags.Optional) && !isUndefinable(checker.getTypeOfSymbol(property)),
      )
      .map((property) => property.name);
    return {
      props: Object.fromEntries(shapes),
      ...(required.length > 0 && { required }),
      ...(rest !== undefined && { rest: this.shapeOf(rest, name) }),
    };
  }
}

function isUndefinable(type: ts.Type): boolean {
  return type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
}

function isDeclaredIn(symbol: ts.Symbol, directory: string): boolean {
  return (symbol.declarations ?? []).some((declaration) => declaration.getSourceFile().fileName.startsWith(directory));
}

/** Classes, and interfaces of other packages, which classes implement. */
function isInstance(type: ts.Type): boolean {
  const { symbol } = type;
  if (symbol === undefined) return false;
  return type.isClass() || (symbol.flags & ts.SymbolFlags.Interface) !== 0
    ? type.isClass() || !isDeclaredIn(symbol, SOURCES)
    : false;
}

function instanceOf(name: string, properties: readonly ts.Symbol[]): InstanceShape {
  const required = properties.filter(
    (property) => !(property.flags & ts.SymbolFlags.Optional) && !/^(__|#)/.test(property.name) && isPublic(property),
  );
  return { instanceOf: name, members: required.slice(0, MEMBERS).map((property) => property.name) };
}

function isPublic(symbol: ts.Symbol): boolean {
  const [declaration] = symbol.declarations ?? [];
  return (
    declaration === undefined ||
    !(ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected))
  );
}
