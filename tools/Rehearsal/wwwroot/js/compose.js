// The compose box, with the bot's commands as suggestions that narrow while one types.
import { el, iconButton } from './dom.js';

export class Compose {
  #text; #chips; #commands; #send;

  constructor(person, commands, send) {
    [this.#commands, this.#send] = [commands, send];
    this.#text = el('textarea', {
      rows: '1', 'data-compose': '', 'aria-label': `Message as ${person.name}`, placeholder: 'Type a message',
      oninput: () => this.#typed(), onkeydown: event => this.#key(event),
    });
    this.#chips = el('div.chips', { role: 'group', 'aria-label': 'Suggested commands' });
    this.element = el('div.compose', {}, this.#chips,
      el('div.box', {}, this.#text, iconButton('send', 'Send', () => this.#submit(this.#text.value))));
    this.#typed();
  }

  focus() {
    this.#text.focus();
  }

  #typed() {
    this.#text.style.height = 'auto';
    if (this.#text.isConnected) this.#text.style.height = `${Math.min(this.#text.scrollHeight, 132)}px`;
    const typed = this.#text.value.trim().toLowerCase();
    this.#chips.replaceChildren(...this.#commands
      .filter(({ title }) => title.toLowerCase().startsWith(typed))
      .map(({ title, description }) =>
        el('button.chip', { type: 'button', title: description, onclick: () => this.#submit(title) }, title)));
  }

  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit(this.#text.value);
  }

  #submit(text) {
    if (!text.trim()) return;
    this.#text.value = '';
    this.#typed();
    this.#text.focus();
    this.#send(text.trim());
  }
}
