import { CALLS, DEFINITIONS } from './generated/shapes';
import type { Definition, ParameterShape } from './shape';

/** Shapes are stored as JSON, which costs nothing until it is parsed, and a program uses few of them. */
function shapesIn<T>(texts: Readonly<Record<string, string>>): (name: string) => T | undefined {
  const parsed = new Map<string, T>();
  return (name) => {
    let shape = parsed.get(name);
    if (shape === undefined && Object.hasOwn(texts, name)) {
      shape = JSON.parse(texts[name]!) as T;
      parsed.set(name, shape);
    }
    return shape;
  };
}

/** The type of that name. */
export const definitionShape = shapesIn<Definition>(DEFINITIONS);

/** What `WebApp` takes for a constructor, `Qos.guaranteed` for a static method, `Workload#connectTo` for a method. */
export const callShape = shapesIn<readonly ParameterShape[]>(CALLS);

/** Names of everything that takes arguments. */
export function callNames(): readonly string[] {
  return Object.keys(CALLS);
}

export function hasCallShape(name: string): boolean {
  return Object.hasOwn(CALLS, name);
}
