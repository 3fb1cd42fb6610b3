import { alternativesOf, objectsOf } from './alternatives';
import type { Shape } from './shape';

type Props = Readonly<Record<string, Shape>>;

/** Shorter words are too many things. */
const SHORTEST_CHOICE = 4;

/** `service: { type: "LoadBalancer" }` for `loadBalancer: true`: a choice that is passed as a switch, where one prop has it. */
export function choiceOf(word: string, value: unknown, props: Props): string | undefined {
  if (value !== true || word.length < SHORTEST_CHOICE) return undefined;
  return only(choicesIn(word, props)) ?? only(nestedChoices(word, props));
}

function nestedChoices(word: string, props: Props): string[] {
  return Object.entries(props).flatMap(([outer, shape]) =>
    objectsOf(shape).flatMap((object) => choicesIn(word, object.props).map((choice) => `${outer}: { ${choice} }`)),
  );
}

function choicesIn(word: string, props: Props): string[] {
  return Object.entries(props).flatMap(([name, shape]) => {
    const literal = alternativesOf(shape)
      .flatMap((kind) => (typeof kind === 'object' && 'literals' in kind ? kind.literals : []))
      .find((one) => typeof one === 'string' && plain(one) === plain(word));
    return literal === undefined ? [] : [`${name}: ${JSON.stringify(literal)}`];
  });
}

function only(found: readonly string[]): string | undefined {
  const different = [...new Set(found)];
  return different.length === 1 ? different[0] : undefined;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[_ -]/g, '');
}
