import { ConfigurationRequest, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { sameShape } from '../core/model/shape.ts';
import type { ServerContext } from './context.ts';
import { section, sectionIn, settingsIn } from './settings.ts';
import { unawaited } from './unawaited.ts';

/** Keeps up with the settings of a client: those that it pushes, and where it pushes none, those that it gives. */
export class Configuration {
  readonly #context: ServerContext;
  readonly #changed: () => void;

  /** @param changed called once settings have been taken up */
  constructor(context: ServerContext, changed: () => void) {
    this.#context = context;
    this.#changed = changed;
  }

  /** Asks the client for its settings and to tell of changes, as far as it can be asked. */
  register(): void {
    const { abilities, connection } = this.#context;
    if (abilities.tellsSettings)
      unawaited(() => connection.client.register(DidChangeConfigurationNotification.type, { section }));
    if (abilities.givesSettings) unawaited(() => this.#ask());
  }

  /** Takes up what a client tells of its settings: many tell only that they have changed. */
  async changed(settings: unknown): Promise<void> {
    const said = sectionIn(settings);
    if (said !== undefined) this.#takeUp(said);
    else if (this.#context.abilities.givesSettings) await this.#ask();
  }

  async #ask(): Promise<void> {
    const items = [{ section }];
    const given: unknown = await this.#context.connection.sendRequest(ConfigurationRequest.method, { items });
    const [said] = Array.isArray(given) ? given : [];
    // A client that has nothing under our name has not changed what it said in the beginning.
    if (typeof said === 'object' && said !== null) this.#takeUp(said);
  }

  #takeUp(said: unknown): void {
    const settings = settingsIn(said);
    if (sameShape(settings, this.#context.settings)) return;
    this.#context.settings = settings;
    this.#changed();
  }
}
