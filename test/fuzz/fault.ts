/** Something that must hold for every input and does not. */
export class Fault extends Error {
  /** The check that found it. */
  readonly check: string;

  constructor(check: string, message: string) {
    super(message);
    this.name = 'Fault';
    this.check = check;
  }
}

/** @throws Fault where something does not hold */
export function holds(condition: boolean, check: string, message: () => string): void {
  if (!condition) throw new Fault(check, message());
}

/** What tells one fault from another, whatever the input: the check, and for an error the line of ours that threw it. */
export function signatureOf(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  const words = error.message
    .split('\n', 1)
    .join('')
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`/g, '…')
    .replace(/\d+/g, '0')
    .slice(0, 160);
  if (error instanceof Fault) return `${error.check}: ${words}`;
  const frame = /server\/src\/[^\s:]+/.exec(error.stack ?? '')?.[0] ?? '';
  return `${error.name}: ${words} ${frame}`;
}
