import { CompletionRequest } from 'vscode-languageserver';
import { completionsAt } from '../../core/features/completion/completion.ts';
import { shortlist } from '../../core/features/completion/shortlist.ts';
import { toItem } from '../rendering.ts';
import { type Feature, positionRequest } from './feature.ts';

export const completion: Feature = {
  announces: () => ({ completionProvider: { triggerCharacters: ['[', ',', ' ', '.', '-'] } }),
  answers: [
    positionRequest(CompletionRequest.type, null, ({ editing, offset, buffer }, { abilities }) => {
      const all = completionsAt(editing, offset);
      // An empty list says that nothing fits; where the place is not ours, others may offer what they have.
      if (!all) return null;
      const { completions, isIncomplete } = shortlist(all, editing.facts.text, offset);
      const items = completions.map(item => toItem(item, buffer, abilities));
      return isIncomplete ? { isIncomplete, items } : items;
    }),
  ],
};
