import { subjectNames, subjectOf } from '../upgrade/props/constructs';
import { issuesOf, unknownKeysIn } from './mistakes';

test.each(subjectNames())('%s: an unknown key in each object is reported with its path from the props', (name) => {
  const subject = subjectOf(name);
  const missed = unknownKeysIn(name).flatMap((mistake) => {
    const issues = issuesOf(subject, [mistake]);
    if (issues?.some(({ prop, message }) => prop === mistake.path && message === 'unknown prop')) return [];
    return [`${mistake.path}: ${issues?.map(({ prop, message }) => `${prop}: ${message}`).join('; ')}`];
  });
  expect(missed).toEqual([]);
});
