import { subjectNames, subjectOf } from '../upgrade/props/constructs';
import { badValuesIn, isAbout, issuesOf, type Mistake } from './mistakes';

/** So many props of each construct, and so many values of each, so that the test stays short. */
const PROPS = 8;
const VALUES = 3;

/** One value that is refused of some props, spread over all: by itself each is reported where it is. */
function mistakesOf(name: string): Mistake[] {
  const subject = subjectOf(name);
  const byProp = new Map<string, Mistake[]>();
  for (const mistake of badValuesIn(name)) byProp.set(mistake.prop, [...(byProp.get(mistake.prop) ?? []), mistake]);
  const props = [...byProp.values()];
  const step = Math.max(1, Math.floor(props.length / PROPS));
  return props
    .filter((_, index) => index % step === 0)
    .flatMap((mistakes, index) => {
      // Some at the top, some in objects.
      const stride = Math.max(1, Math.floor(mistakes.length / VALUES));
      const some = Array.from({ length: VALUES }, (_, at) => mistakes[(index + at * stride) % mistakes.length]!);
      return some
        .filter((mistake) => issuesOf(subject, [mistake])?.some((issue) => isAbout(issue, mistake.prop)))
        .slice(0, 1);
    });
}

test.each(subjectNames())('%s: a mistake in one prop does not hide one in another', (name) => {
  const subject = subjectOf(name);
  const mistakes = mistakesOf(name);
  const hidden = (group: readonly Mistake[]) => {
    const issues = issuesOf(subject, group) ?? [];
    const missing = group.filter(({ prop }) => !issues.some((issue) => isAbout(issue, prop)));
    return missing.map(({ path }) => `${path} beside ${group.map((one) => one.path).join(', ')}`);
  };
  const pairs = mistakes.slice(1).map((mistake, index) => [mistakes[index]!, mistake]);
  expect([...pairs, mistakes].flatMap(hidden)).toEqual([]);
});
