export { formatGithub } from './github';
export { formatJson } from './json';
export { formatJunit } from './junit';
export { formatSarif } from './sarif';
export { objectName, type Summary, sentenceOf } from './summary';
export { countFindings, formatText, type TextOptions } from './text';
export { type JudgedObject, type Verdict, verdictsOf } from './verdicts';
