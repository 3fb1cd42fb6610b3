/**
 * The only place outside of the command line that looks at the environment. Nothing here may change what is written.
 *
 * @see https://no-color.org
 */
export function isColored(): boolean {
  return process.stderr.isTTY === true && !process.env.NO_COLOR;
}

/** Whether cdk8s-cli runs the program; it has emptied the output directory then. */
export function runsUnderCli(): boolean {
  return process.env.CDK8S_OUTDIR !== undefined;
}
