import * as vscode from 'vscode';
import type { ReferencesCommand } from '../../../protocol/lenses.ts';
import type { Location, Position } from '../../../protocol/place.ts';

/**
 * Lists the places that refer to a record, when a person clicks the lens that counts them.
 * @param argument what the lens gives
 * @throws {Error} where it is nothing of the kind
 */
export async function showReferences(argument: unknown): Promise<void> {
  if (!isCommand(argument)) throw new Error('This command lists the places that a lens counts.');
  const { uri, position, locations } = argument;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    positionOf(position),
    locations.map(
      ({ uri: other, range: { start, end } }) =>
        new vscode.Location(vscode.Uri.parse(other), new vscode.Range(positionOf(start), positionOf(end))),
    ),
  );
}

function positionOf({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}

function isCommand(value: unknown): value is ReferencesCommand {
  if (!isObject(value) || !('uri' in value && 'position' in value && 'locations' in value)) return false;
  const { uri, position, locations } = value;
  return (
    typeof uri === 'string' &&
    isPosition(position) &&
    Array.isArray(locations) &&
    locations.every((location: unknown): location is Location => isLocation(location))
  );
}

function isLocation(value: unknown): boolean {
  if (!isObject(value) || !('uri' in value && 'range' in value)) return false;
  const { uri, range } = value;
  if (typeof uri !== 'string' || !isObject(range) || !('start' in range && 'end' in range)) return false;
  return isPosition(range.start) && isPosition(range.end);
}

function isPosition(value: unknown): boolean {
  if (!isObject(value) || !('line' in value && 'character' in value)) return false;
  return typeof value.line === 'number' && typeof value.character === 'number';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
