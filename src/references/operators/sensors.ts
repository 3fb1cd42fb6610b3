import { didYouMean } from '../../values';
import { valuesAt } from '../edges';
import { customList } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';
import { namesIn, textsIn } from './expressions';

/** Parameters of a Sensor that are never set: of a dependency that it does not have. */
export function unknownDependencies(object: any): Dangling[] {
  const names = namesIn(object, 'spec.dependencies');
  return valuesAt(object, 'spec.triggers[]').flatMap(({ value, field: at }) => {
    // An event may set the name.
    const isSet = customList(value?.parameters).some((one) => String(one?.dest).includes('dependencyName'));
    return textsIn(value, at).flatMap(([name, field]): Dangling[] => {
      // A Sensor may create another one.
      const isName = /^(?!.*\.resource\.).*\.src\.dependencyName$/.test(field);
      if (isSet || !isName || names.includes(name)) return [];
      const message = `spec.dependencies has no ${JSON.stringify(name)}`;
      const hint = didYouMean(name, names) ?? `the names are ${names.join(', ') || 'none'}`;
      return [{ field, message, hint, certainty: 'likely' }];
    });
  });
}
