/**
 * The path, relative to a program's root and in its plainest form, that a file of the program names; undefined where it
 * does not surely stay inside: an absolute path, another machine's, one with a scheme or a drive, one that leads out. It is
 * judged by its letters alone, so nothing outside is even looked at.
 * @param name as it is written, with `/`
 * @param folder where it is written, relative to the root; '' for the root itself
 */
export function pathInside(name: string, folder: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a path with a control character names no file of ours.
  if (name === '' || name.length > 1000 || /^[/~]|[\\:\u0000-\u001f]/.test(name)) return undefined;
  // Most lead up some folders and then plainly down.
  let around = folder;
  let at = 0;
  for (; name.startsWith('../', at); at += 3) {
    if (around === '') return undefined;
    around = around.slice(0, Math.max(0, around.lastIndexOf('/')));
  }
  const rest = name.slice(at);
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(rest)) return around === '' ? rest : `${around}/${rest}`;
  const steps = around === '' ? [] : around.split('/');
  for (const step of rest.split('/')) {
    if (step === '..' && steps.length === 0) return undefined;
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.length === 0 ? undefined : steps.join('/');
}
