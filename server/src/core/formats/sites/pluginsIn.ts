/**
 * The names of the plugins that settings in YAML list below a key: items in brackets or in lines, each a name, or a name with
 * settings of its own. What is in another form is a name that nobody knows.
 * @param key finds the key at the beginning of a line, with its colon
 */
export function pluginsIn(settings: string, key: RegExp): readonly string[] {
  const found = key.exec(settings);
  if (!found) return [];
  const [first = '', ...lines] = settings.slice(found.index + found[0].length).split(/\r\n?|\n/);
  const inLine = first.replace(/(?:^|[ \t])#.*$/, '').trim();
  if (inLine !== '')
    return inLine
      .replace(/^\[|\]$/g, '')
      .split(',')
      .flatMap(nameOf);
  const end = lines.findIndex(line => /^[^\s#-]/.test(line));
  const block = end < 0 ? lines : lines.slice(0, end);
  // The settings of a plugin can hold lists too, which stand deeper.
  const depth =
    block.flatMap(line => /^([ \t]*)-[ \t]/.exec(line)?.[1]?.length ?? []).sort((a, b) => a - b)[0] ?? 0;
  const items = block.filter(line => line.slice(depth).startsWith('-'));
  return items.flatMap(line => nameOf(line.slice(depth + 1).replace(/[ \t]#.*$/, '')));
}

function nameOf(item: string): readonly string[] {
  const name = item
    .trim()
    .replace(/:(?:[ \t].*)?$/, '')
    .trim()
    .replace(/^["']|["']$/g, '');
  return name === '' ? [] : [name];
}
