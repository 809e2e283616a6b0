import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './lines.ts';

serve(createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)));
