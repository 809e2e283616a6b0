// The types of install.mjs.
export function installNeovim(): string;
