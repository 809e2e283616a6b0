import { Fault, signatureOf } from '../fault.ts';
import type { Input, InputKind } from '../input.ts';
import { forgetSurroundings } from '../surroundings.ts';
import { checkCatalog } from './catalogs.ts';
import { checkDocument } from './documents.ts';
import { checkGlobs, checkIgnores } from './patterns.ts';
import { checkProtocol } from './protocol.ts';
import { checkStdio } from './stdio.ts';

const checks: Readonly<Record<InputKind, (input: Input) => void | Promise<void>>> = {
  markdown: checkDocument,
  records: checkDocument,
  manifest: checkDocument,
  catalog: checkCatalog,
  globs: checkGlobs,
  ignore: checkIgnores,
  protocol: checkProtocol,
  stdio: checkStdio,
};

/** So much of a stack tells where an error comes from. */
const frames = 30;

/**
 * Tries an input, in a program in which others have been tried before; gives what went wrong, undefined where nothing did.
 * What goes wrong is tried again in a fresh one.
 */
export async function faultOf(input: Input): Promise<unknown> {
  // The YAML library makes an error of each complaint, and to note where it was made takes longer than all the rest.
  Error.stackTraceLimit = 0;
  const fault = await attempt(input);
  if (fault === undefined) return undefined;
  Error.stackTraceLimit = frames;
  forgetSurroundings();
  const again = await attempt(input);
  // What was thrown may have left the program half changed.
  forgetSurroundings();
  return again ?? new Fault('only after others', signatureOf(fault));
}

async function attempt(input: Input): Promise<unknown> {
  try {
    await checks[input.kind](input);
    return undefined;
  } catch (error) {
    return error;
  }
}
