/** Writes src/props/generated/shapes.ts from the types of the public API: `npm run props:shapes`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';
import type { Definition, ParameterShape } from '../../src/props/shape';
import { ShapeReader } from './shape-of-type';

const ROOT = join(__dirname, '..', '..');
const TARGET = join(ROOT, 'src', 'props', 'generated', 'shapes.ts');

/** Errors, and an overlay, which is checked against the schema of its kind. */
const NOT_CHECKED = new Set(['CheckFailed', 'Overlay', 'PropsError', 'ValuesError']);

/** Shapes of everything that programs pass to the package. */
interface Shapes {
  readonly definitions: Readonly<Record<string, Definition>>;
  /** `WebApp` for a constructor, `Qos.guaranteed` for a static method, `Workload#connectTo` for a method. */
  readonly calls: Readonly<Record<string, readonly ParameterShape[]>>;
}

/** Shapes of the parameters of all exported constructors, factories and methods. */
function readShapes(): Shapes {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram([join(ROOT, 'src', 'index.ts')], options);
  const checker = program.getTypeChecker();
  const reader = new ShapeReader(checker);
  const calls = new Map<string, readonly ParameterShape[]>();

  const add = (name: string, signature: ts.Signature | undefined) => {
    const declaration = signature?.getDeclaration();
    if (signature === undefined || declaration === undefined || isHidden(declaration)) return;
    const parameters = signature.getParameters();
    if (parameters.length > 0)
      calls.set(
        name,
        parameters.map((parameter) => parameterShape(name, parameter)),
      );
  };
  const parameterShape = (call: string, parameter: ts.Symbol): ParameterShape => {
    const declaration = parameter.valueDeclaration as ts.ParameterDeclaration;
    const type = checker.getTypeOfSymbol(parameter);
    const isNamed = ts.isIdentifier(declaration.name);
    const label = isNamed ? parameter.name : 'props';
    const shape = reader.shapeOf(type, `${call}.${label}`);
    const holdsProps = !isNamed || /^(props|options|resources|bounds)$/.test(label);
    const optional = checker.isOptionalParameter(declaration);
    if (declaration.dotDotDotToken !== undefined && typeof shape === 'object' && 'list' in shape) {
      return { name: label, shape: shape.list, rest: true };
    }
    return { name: holdsProps ? '' : label, shape, ...(optional && { optional }) };
  };
  const addMethods = (type: ts.Type, name: (method: string) => string) => {
    for (const member of checker.getPropertiesOfType(type)) {
      if (!(member.flags & ts.SymbolFlags.Method) || !isOurs(member) || !isOwn(member, type)) continue;
      add(name(member.name), checker.getTypeOfSymbol(member).getCallSignatures()[0]);
    }
  };

  const entry = checker.getSymbolAtLocation(program.getSourceFile(join(ROOT, 'src', 'index.ts'))!)!;
  for (const exported of checker.getExportsOfModule(entry)) {
    if (isTypeOnly(exported)) continue;
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!(symbol.flags & ts.SymbolFlags.Value) || !isOurs(symbol) || NOT_CHECKED.has(symbol.name)) continue;
    const type = checker.getTypeOfSymbol(symbol);
    if (symbol.flags & ts.SymbolFlags.Class) {
      add(symbol.name, type.getConstructSignatures()[0]);
      addMethods(checker.getDeclaredTypeOfSymbol(symbol), (method) => `${symbol.name}#${method}`);
    }
    if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Variable)) {
      addMethods(type, (method) => `${symbol.name}.${method}`);
    }
  }
  const sorted = [...calls].sort(([a], [b]) => (a < b ? -1 : 1));
  return { definitions: reader.sortedDefinitions(), calls: Object.fromEntries(sorted) };
}

/** `export type { … }`: programs cannot call it. */
function isTypeOnly(exported: ts.Symbol): boolean {
  const [specifier] = exported.declarations ?? [];
  return (
    specifier !== undefined &&
    ts.isExportSpecifier(specifier) &&
    (specifier.isTypeOnly || specifier.parent.parent.isTypeOnly)
  );
}

/** Not inherited: a method is checked where its class declares it. */
function isOwn(member: ts.Symbol, type: ts.Type): boolean {
  const parent = member.valueDeclaration?.parent;
  return parent === undefined || (type.symbol?.declarations ?? []).some((declaration) => declaration === parent);
}

/** Public members declared in src/. */
function isOurs(symbol: ts.Symbol): boolean {
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined || symbol.name.startsWith('__@')) return false;
  const { fileName } = declaration.getSourceFile();
  return (
    !isHidden(declaration) && fileName.split(sep).join('/').includes('/src/') && !fileName.includes('node_modules')
  );
}

function isHidden(declaration: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
}

const { definitions, calls } = readShapes();
const rows = (record: object) =>
  Object.entries(record)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${quoted(JSON.stringify(value))},\n`)
    .join('');
const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
writeFileSync(
  TARGET,
  `// Generated from the types of the public API by \`npm run props:shapes\`. Do not edit.

/** Shapes of what constructors, factories and methods of the package accept, as JSON. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
${rows(definitions)}};

/** Shapes of the parameters of constructors, factories and methods, as JSON. */
export const CALLS: Readonly<Record<string, string>> = {
${rows(calls)}};
`,
);
