import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ExitNotification, ShutdownRequest } from 'vscode-languageserver/node';
import { command, node, nowhere } from '../cli/tickmark.ts';
import { Client } from '../lsp/client.ts';
import { nothing } from '../lsp/presets.ts';

/** The built server in a process of its own, and a client that has everything published. */
export class RealServer {
  readonly client: Client;
  /** What it has written as an error. */
  complaint = '';
  readonly #process: ChildProcessWithoutNullStreams;

  constructor() {
    const env = { ...process.env, XDG_CACHE_HOME: nowhere };
    this.#process = spawn(node, [command, 'lsp', '--stdio'], { stdio: 'pipe', env });
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.complaint += text;
    });
    this.client = new Client(this.#process.stdout, this.#process.stdin);
  }

  /** @param watches whether the client says that it watches files */
  async introduce(folder: string, watches: boolean): Promise<void> {
    const capabilities = watches
      ? { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }
      : nothing;
    await this.client.introduce([folder], { capabilities });
  }

  /** Ends it at once, where it has not ended yet. */
  kill(): void {
    this.#process.kill();
    this.client.connection.dispose();
  }

  /** Ends it in order. */
  async end(): Promise<void> {
    const ended = once(this.#process, 'close');
    await this.client.connection.sendRequest(ShutdownRequest.type);
    await this.client.connection.sendNotification(ExitNotification.type);
    await ended;
  }
}
