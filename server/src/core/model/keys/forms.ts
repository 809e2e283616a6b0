// Keys that several kinds of records have, each with a meaning of its own.
import type { Key } from '../key.ts';

/** The status of a record that has words of its own for it. */
export function status(words: readonly string[], description: string): Key {
  return { name: 'status', type: 'word', words, description };
}

/** A key that names one control. */
export function control(description: string): Key {
  return { name: 'control', type: 'reference', refersTo: 'control', description };
}

/** A key that names controls. */
export function controls(description: string): Key {
  return { name: 'controls', type: 'reference', refersTo: 'control', list: true, description };
}

/** A key that holds a first and a last day. */
export function period(name: string, description: string): Key {
  return {
    name,
    type: 'mapping',
    description,
    keys: [
      { name: 'start', type: 'date', description: 'Its first day.' },
      { name: 'end', type: 'date', description: 'Its last day.' },
    ],
  };
}
