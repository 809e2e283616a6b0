// Moving pictures of the extension: the window as it was after each step, joined to a GIF.
import sharp from 'sharp';

/** The shortest time a picture is shown for, in milliseconds: that of a letter typed. */
const letter = 90;

/** What a person sees in an editor over some steps. */
export class Animation {
  #editor;
  #size;
  /** The pictures as PNG, each with the milliseconds for which it is shown. */
  #frames = [];

  /**
   * @param {{ page: import('playwright-core').Page, picture: () => Promise<Buffer> }} editor
   * @param {{ width: number, height: number }} size in pixels
   */
  constructor(editor, size) {
    this.#editor = editor;
    this.#size = size;
  }

  /** Keeps what is seen now, to be shown for so many milliseconds. */
  async show(milliseconds) {
    this.#frames.push({ picture: await this.#editor.picture(), milliseconds });
  }

  /** Types a text letter by letter. */
  async type(text) {
    for (const sign of text) {
      await this.#editor.page.keyboard.type(sign);
      await this.show(letter);
    }
  }

  /** Writes all that was shown as a GIF that repeats for ever. */
  async save(file) {
    const { width, height } = this.#size;
    const small = await Promise.all(
      this.#frames.map(({ picture }) => sharp(picture).resize(width, height).png().toBuffer()),
    );
    await sharp(small, { join: { animated: true } })
      .gif({
        delay: this.#frames.map(({ milliseconds }) => milliseconds),
        loop: 0,
        effort: 10,
        colors: 128,
        dither: 0,
      })
      .toFile(file);
  }
}
