import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a command line says, or what is wrong with it. */
export function argumentsOf<Options extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
