/** The command could not do what it was asked; the message says why and what to do. It ends with exit code 2. */
export class CouldNotRun extends Error {}
