/** The VS Code face starts here; it does nothing yet. */
export function activate(): void {}
