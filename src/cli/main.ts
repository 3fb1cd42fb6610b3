#!/usr/bin/env node
import { run } from './program';

// A reader that needs no more input (`| head`) closes the pipe, which is not a failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
