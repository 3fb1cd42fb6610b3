import { Command, CommanderError } from 'commander';
import { packageVersion } from '../package-info';
import { CommandError, EXIT, printed } from './command-error';

/**
 * Every command, in the order of the help text. A command is a file with its options and one call into a room; it is
 * loaded when it is asked for, so that one command does not wait for the rooms of another (import() needs the .js).
 */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./import/import-command.js')).importCommand(),
  validate: async () => (await import('./validate/validate-command.js')).validateCommand(),
  synth: async () => (await import('./synth/synth-command.js')).synthCommand(),
  diff: async () => (await import('./diff/diff-command.js')).diffCommand(),
  graph: async () => (await import('./graph/graph-command.js')).graphCommand(),
  explain: async () => (await import('./explain/explain-command.js')).explainCommand(),
};

/** Runs the command line and tells the exit code; all failures end here, as one line on standard error. */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command('cdk8s-patterns')
    .description('Production patterns for Kubernetes manifests, checked offline as kube-apiserver checks them')
    .version(packageVersion())
    .showHelpAfterError('(add --help for what the command takes)')
    .exitOverride();
  try {
    for (const load of commandsFor(args)) program.addCommand(inheriting(await load(), program));
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? EXIT.fine);
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** The command that is named; all of them for help and for names that are none. */
function commandsFor([name = '']: readonly string[]): readonly (() => Promise<Command>)[] {
  return Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]!] : Object.values(COMMANDS);
}

/** Commands that are added as objects do not inherit what the program was configured about errors. */
function inheriting(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inheriting(child, command);
  return command;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.unusable;
  if (error instanceof CommandError) return printed(error);
  process.stderr.write(`error: ${(error as Error).stack ?? String(error)}\n`);
  return EXIT.unusable;
}
