import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lines.ts';

serve(createConnection(ProposedFeatures.all));
