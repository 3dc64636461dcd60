// One chat: header, messages, panels (notifications, raw activities) and compose box, at desktop or phone width.
import * as api from './api.js';
import { avatar, botAvatar, el, iconButton } from './dom.js';
import { about } from './people.js';
import { Compose } from './compose.js';
import { Log } from './log.js';
import { feed } from './notifications.js';
import { Raw } from './raw.js';

export class Pane {
  #person; #log; #panel = el('div.panels'); #raw = null; #feed = false; #busy = 0; #buttons = {}; #compose;

  /** close() and phone(on) tell the page what was asked for. */
  constructor(person, commands, { phone, onclose, onphone }) {
    this.#person = person;
    this.#log = new Log(person, (...press) => this.#press(...press));
    this.#compose = new Compose(person, commands, text => this.#asking(() => api.send(person.id, text)));
    this.#buttons = {
      phone: iconButton('phone', 'Phone width', () => onphone(!this.phone), { 'aria-pressed': phone }),
      feed: iconButton('bell', 'Notifications', () => this.#toggleFeed(), { 'aria-pressed': false }),
      raw: iconButton('braces', 'Raw activities', () => this.#toggleRaw(), { 'aria-pressed': false }),
    };
    this.element = el('section.pane', { 'data-chat': person.id, 'data-state': 'busy', 'aria-label': `Chat of ${person.name}` },
      el('header', {}, avatar(person), el('div.who', {}, el('h2', {}, person.name), el('p', {}, about(person))),
        this.#buttons.phone, this.#buttons.feed, this.#buttons.raw, iconButton('close', 'Close chat', onclose)),
      el('div.stage', {}, el('div.device', {},
        el('div.device-bar', { 'aria-hidden': 'true' }, botAvatar(), 'OutreachBot'),
        this.#log.element, this.#compose.element), this.#panel));
    this.phone = phone;
    this.#asking(() => api.open(person.id));
  }

  get person() { return this.#person; }

  get phone() { return this.element.classList.contains('phone'); }

  set phone(on) {
    this.element.classList.toggle('phone', on);
    this.#buttons.phone.setAttribute('aria-pressed', on);
    this.#log.toNewest();
  }

  focus() { this.#compose.focus(); }

  redrawCards() { this.#log.redrawCards(); }

  typing() { this.#log.typing(true); }

  show(message) {
    this.#log.show(message);
    this.#drawPanels();
    this.markSeen();
  }

  async refresh() {
    for (const message of await api.chat(this.#person.id)) this.#log.show(message);
    this.#drawPanels();
    this.markSeen();
  }

  markSeen() {
    const newest = this.#log.messages.findLast(message => message.fromBot)?.id;
    if (newest && document.visibilityState === 'visible' && this.#person.unread) api.seen(this.#person.id, newest);
  }

  // Idle again means: everything the bot did before it answered is on the page.
  async #during(act) {
    this.#state(+1);
    try {
      await this.refresh();
      await act();
      await this.refresh();
    } finally {
      this.#state(-1);
    }
  }

  async #asking(act) {
    this.#log.typing(true);
    try {
      await this.#during(act);
    } finally {
      this.#log.typing(false);
    }
  }

  #state(change) {
    this.#busy += change;
    this.element.dataset.state = this.#busy ? 'busy' : 'idle';
  }

  #press(message, card, { kind, action, data }) {
    return this.#during(() => kind === 'submit'
      ? api.submit(this.#person.id, message, data)
      : api.press(this.#person.id, message, card, action, kind === 'refresh' ? 'automatic' : 'manual'));
  }

  #toggleFeed() {
    this.#feed = !this.#feed;
    this.#raw = null;
    this.#drawPanels();
  }

  #toggleRaw() {
    this.#raw = this.#raw ? null : new Raw();
    this.#feed = false;
    this.#drawPanels();
  }

  async #drawPanels() {
    this.#buttons.feed.setAttribute('aria-pressed', this.#feed);
    this.#buttons.raw.setAttribute('aria-pressed', this.#raw !== null);
    const raw = this.#raw;
    if (raw) raw.show(await api.raw(this.#person.id));
    this.#panel.replaceChildren(...(this.#feed ? [feed(this.#log.messages)] : this.#raw ? [this.#raw.element] : []));
  }
}
