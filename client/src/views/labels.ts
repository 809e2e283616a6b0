/** Text as VS Code is to show it where `$(name)` would be an icon: in lists, in the status bar and beside completions. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, '\\$&');
}

/** Text as VS Code is to show it where `[words](address)` would be a link, which may run a command: in messages. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
