import { kubectl } from './kubectl';
import { MADE } from './made';
import { notes } from './report';

/** After the last test: removes what the set-up and the prerequisites added, and prints what was not tested. */
export default function tearDown(): void {
  for (const kind of ['customresourcedefinitions', 'storageclasses', 'namespaces']) {
    kubectl(['delete', kind, '-l', `${MADE}=true`, '--wait=false']);
  }
  const noted = notes();
  if (noted !== '') process.stderr.write(`\nNot tested on this cluster:\n${noted}\n`);
}
