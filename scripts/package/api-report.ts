import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel, type ExtractorMessage } from '@microsoft/api-extractor';
import { ENTRIES, LIB, ROOT } from './layout';

/**
 * Writes etc/NAME.api.md for each entry of the package: all that users can import, with its types. A change of the public
 * API is a change of these files, which a review sees and CI compares.
 */
const REPORTS = join(ROOT, 'etc');

function writeReport(name: string, types: string): boolean {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: join(LIB, types),
      compiler: {
        overrideTsconfig: {
          compilerOptions: { module: 'node16', target: 'es2022', lib: ['es2023'], types: ['node'], strict: true },
          files: [join(LIB, types)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: REPORTS,
        reportTempFolder: join(ROOT, '.api-report'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // Docstrings are prose with @default and @example, not TSDoc; release tags are not used before 1.0.
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Warning },
          // What the types of exports name can be imported too, from this entry or another one.
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.Error },
          'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
          'ae-undocumented': { logLevel: ExtractorLogLevel.None },
        },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(ROOT, 'package.json'),
  });
  const messageCallback = (message: ExtractorMessage) => {
    const symbol = /^The symbol "(\w+?)(?:_\d+)?" needs to be exported/.exec(message.text)?.[1];
    if (symbol !== undefined && exported.has(symbol)) message.logLevel = ExtractorLogLevel.None;
  };
  const { succeeded } = Extractor.invoke(config, { localBuild: true, showVerboseMessages: false, messageCallback });
  for (const symbol of exportsOf(readFileSync(join(REPORTS, `${name}.api.md`), 'utf8'))) exported.add(symbol);
  return succeeded;
}

/** The names that the reports so far export, also in namespaces. */
const exported = new Set<string>();

function exportsOf(report: string): string[] {
  const declared = report.matchAll(/^export (?:abstract class|class|const|function|interface|type) (\w+)/gm);
  const listed = report.matchAll(/^ {8}(\w+),?$/gm);
  return [...declared, ...listed].map(([, symbol]) => symbol!);
}

mkdirSync(REPORTS, { recursive: true });
for (const { name, types } of ENTRIES) {
  if (types !== undefined && !writeReport(name, types)) process.exitCode = 1;
}
