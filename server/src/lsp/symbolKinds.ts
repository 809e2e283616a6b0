import { SymbolKind } from 'vscode-languageserver';
import type { SymbolSort } from '../core/features/symbolSort.ts';

/** The kinds that every client knows go up to `Array`, so these are among them; by them a client chooses an icon. */
const kinds: Readonly<Partial<Record<SymbolSort, SymbolKind>>> = {
  criterion: SymbolKind.Interface,
  control: SymbolKind.Class,
  procedure: SymbolKind.Method,
  policy: SymbolKind.Module,
  narrative: SymbolKind.Module,
  document: SymbolKind.Module,
  evidence: SymbolKind.Constant,
  file: SymbolKind.File,
  section: SymbolKind.String,
  vendor: SymbolKind.Package,
  system: SymbolKind.Namespace,
  person: SymbolKind.Variable,
};

/** The protocol's kind for a symbol. */
export function symbolKind(sort: SymbolSort): SymbolKind {
  return kinds[sort] ?? SymbolKind.Field;
}
