#!/usr/bin/env node
const { keepCodeOfCommand } = require('../code-cache') as typeof import('../code-cache');

keepCodeOfCommand(process.argv[2] ?? '');

// Behind the line above, so that its code is kept as well.
const { run } = require('./program') as typeof import('./program');

// A reader that needs no more input (`| head`) closes the pipe, which is not a failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
