import type { NewRecordChoice } from '../../../protocol/newRecord.ts';

/** About so many characters fit on a line of VS Code's lists, which cut off the others. */
const mostOnLine = 80;

/** What is chosen from a list, as one or two lines show it. */
export interface ListItem {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/** A choice as a list shows it whole: what does not fit on its line stands on the line below. */
export function listItem({ value: id, label, description = '' }: NewRecordChoice): ListItem {
  if (label.length > mostOnLine)
    return {
      id,
      label: beginningOf(label),
      detail: description === '' ? label : `${label} · ${description}`,
    };
  if (description === '') return { id, label };
  return label.length + description.length > mostOnLine
    ? { id, label, detail: description }
    : { id, label, description };
}

/** As many of the first words as fit on a line. */
function beginningOf(label: string): string {
  const end = label.lastIndexOf(' ', mostOnLine - 1);
  // A word as long as the line is cut, but never inside a character.
  const words = end > 0 ? label.slice(0, end) : [...label].slice(0, mostOnLine - 1).join('');
  return `${words.replace(/[,;:.]$/, '')}…`;
}
