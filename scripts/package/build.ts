import { rmSync } from 'node:fs';
import { bundle } from './bundle';
import { writeDeclarations } from './declarations';
import { writeImports } from './imports';
import { LIB } from './layout';

/** Writes lib/, all that is published besides README, CHANGELOG and LICENSE (`npm run compile`). */
async function build(): Promise<void> {
  rmSync(LIB, { recursive: true, force: true });
  await bundle();
  writeImports();
  writeDeclarations();
}

void build();
