import { join } from 'node:path';
import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content } from 'cdk8s-patterns';

/**
 * ConfigMaps from one file, several files, literals and an env file.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'config-map');
  const files = join(__dirname, 'files');
  new ConfigMap(chart, 'ui-config', { from: [Content.file(join(files, 'ui.properties'))] });
  new ConfigMap(chart, 'game-config', {
    from: [Content.file(join(files, 'game.properties')), Content.file(join(files, 'ui.properties'), 'ui')],
  });
  new ConfigMap(chart, 'special-config', {
    from: [Content.literals({ 'special.how': 'very', 'special.type': 'charm' })],
  });
  new ConfigMap(chart, 'env-config', { from: [Content.envFile(join(files, 'app.env'))] });
}
