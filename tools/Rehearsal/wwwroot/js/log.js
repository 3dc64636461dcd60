// The messages of a chat in order, with the days between them and the newest in view.
import { botAvatar, el, iconButton } from './dom.js';
import { day } from './time.js';
import { MessageView } from './message.js';

const nearEnough = 160;

export class Log {
  #views = new Map(); #person; #pressed; #list; #typing; #newer; #scroll; #lastDay;

  constructor(person, pressed) {
    this.#person = person;
    this.#pressed = (id, card, action) => {
      this.#views.get(id)?.clearNote();
      return pressed(id, card, action);
    };
    this.#list = el('div.messages', { role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': `Messages of ${person.name}` });
    this.#typing = el('div.typing', { hidden: true }, botAvatar(), el('span.dots', { role: 'img', 'aria-label': 'OutreachBot is typing' }, el('i'), el('i'), el('i')));
    this.#scroll = el('div.log', { tabindex: '0', role: 'region', 'aria-label': `Conversation of ${person.name}`, onscroll: () => this.#settle() }, this.#list, this.#typing);
    this.#newer = iconButton('down', 'Newest messages', () => this.toNewest(), { hidden: true, class: 'icon-button newer' });
    this.element = el('div.log-frame', {}, this.#scroll, this.#newer);
  }

  get messages() {
    return [...this.#views.values()].map(view => view.message);
  }

  typing(on) {
    this.#typing.hidden = !on;
    if (on && this.#atEnd()) this.#scroll.scrollTop = this.#scroll.scrollHeight;
  }

  show(message) {
    const known = this.#views.get(message.id);
    if (known) {
      if (message.version > known.message.version) known.show(message);
      return;
    }
    const follow = this.#atEnd() || !message.fromBot;
    const view = new MessageView(message, this.#pressed, `29:${this.#person.id}`);
    this.#views.set(message.id, view);
    this.#list.append(...this.#dayBefore(message), view.element);
    if (message.fromBot) this.#typing.hidden = true;
    if (follow) this.#reveal(view.element);
    else this.#newer.hidden = false;
  }

  toNewest() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
  }

  redrawCards() {
    for (const view of this.#views.values()) view.redrawCards();
  }

  #dayBefore({ at }) {
    const name = day(at);
    if (name === this.#lastDay) return [];
    this.#lastDay = name;
    return [el('h3.day', {}, name)];
  }

  // A message taller than the view is shown from its beginning.
  #reveal(element) {
    const end = this.#scroll.scrollHeight - this.#scroll.clientHeight;
    this.#scroll.scrollTop = Math.min(end, element.offsetTop - 12);
  }

  #atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    const newest = this.#list.lastElementChild;
    return scrollHeight - scrollTop - clientHeight < nearEnough
      || (newest && scrollTop + nearEnough >= newest.offsetTop - 12);
  }

  #settle() {
    if (this.#atEnd()) this.#newer.hidden = true;
  }
}
