import { existsSync, readFileSync } from 'node:fs';
import { didYouMean } from '../../values';
import { CommandError } from '../command-error';

const FILE = 'cdk8s.yaml';

/** What `synth` reads from cdk8s.yaml. */
export interface Configuration {
  /** Command that runs the program. */
  readonly app?: string;
  readonly output?: string;
}

/** All fields of the file. Others are ignored, as cdk8s-cli does, but not when they look like one of these. */
const FIELDS = [
  'app',
  'importDirectory',
  'imports',
  'language',
  'output',
  'pluginsDirectory',
  'synthConfig',
  'validations',
];

/** Fields that ask for what only cdk8s-cli does. */
const OF_CDK8S_CLI = ['validations', 'synthConfig'];

/**
 * The configuration of the project in the working directory; empty without a cdk8s.yaml.
 *
 * @throws CommandError for a file that cannot be read, for a misspelled key, and for one that asks for what only cdk8s-cli does.
 */
export function readConfiguration(): Configuration {
  if (!existsSync(FILE)) return {};
  const { parse } = require('yaml') as typeof import('yaml');
  let read: Record<string, unknown>;
  try {
    read = Object(parse(readFileSync(FILE, 'utf8')));
  } catch (error) {
    throw new CommandError(`${FILE}: ${(error as Error).message}`);
  }
  for (const field of Object.keys(read).filter((key) => !FIELDS.includes(key))) {
    const hint = didYouMean(field, FIELDS);
    if (hint !== undefined) throw new CommandError(`${FILE}: unknown key ${JSON.stringify(field)}: ${hint}`);
  }
  for (const field of OF_CDK8S_CLI) {
    if (read[field] !== undefined) {
      throw new CommandError(
        `${FILE}: ${field} is a field of cdk8s-cli; run "cdk8s synth", which also runs the checks`,
      );
    }
  }
  for (const field of ['app', 'output']) {
    if (read[field] !== undefined && typeof read[field] !== 'string') {
      throw new CommandError(`${FILE}: ${field} must be a string`);
    }
  }
  return read;
}
