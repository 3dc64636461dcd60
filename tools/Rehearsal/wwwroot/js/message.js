// One message of a chat. Only what changed is drawn again: a new note leaves the card, and what is typed in it, alone.
import { botAvatar, el } from './dom.js';
import { timeElement } from './time.js';
import { Card, renderMarkdown } from './card.js';

const cardType = 'application/vnd.microsoft.card.adaptive';

export class MessageView {
  #shown = {}; #cards = []; #body = el('div.body'); #note = el('p.note', { role: 'status' }); #head = el('p.head');
  #pressed;

  /** pressed(message id, index of the card, action) */
  constructor(message, pressed) {
    this.#pressed = pressed;
    this.element = el(`article.message.${message.fromBot ? 'from-bot' : 'own'}`, {
      'data-message': message.id, tabindex: '-1', 'aria-label': message.fromBot ? 'OutreachBot' : 'You',
    }, message.fromBot && botAvatar(), el('div.content', {}, this.#head, this.#body, this.#note));
    this.show(message);
  }

  get message() {
    return this.#shown;
  }

  show(message) {
    if (message.version === this.#shown.version) return;
    const redraw = message.cardVersion !== this.#shown.cardVersion;
    this.#shown = message;
    if (redraw) this.#drawBody(message);
    this.#head.replaceChildren(
      el('span.by', {}, message.fromBot ? 'OutreachBot' : 'You'), timeElement(message.at),
      ...(message.editedAt && !message.deleted ? [el('span.edited', {}, 'Updated')] : []));
    this.#note.textContent = message.note ?? '';
    this.#note.classList.toggle('failed', message.failed);
  }

  redrawCards() {
    for (const card of this.#cards) card.draw();
  }

  clearNote() {
    this.#note.textContent = '';
  }

  #drawBody({ id, activity, deleted }) {
    const focused = this.#body.contains(document.activeElement);
    this.#cards = [];
    this.#body.replaceChildren(...(deleted ? [el('p.bubble.deleted', {}, 'This message was deleted.')] : [
      ...this.#text(activity),
      ...(activity.attachments ?? []).map((attachment, index) => this.#attachment(id, attachment, index)),
    ]));
    if (focused) this.element.focus({ preventScroll: true });
  }

  #text({ text, textFormat, value }) {
    if (!text) return value ? [el('p.bubble.data', {}, 'Sent the card’s answers')] : [];
    if (textFormat === 'plain') return [el('p.bubble.plain', {}, text)];
    const bubble = el('div.bubble');
    bubble.innerHTML = renderMarkdown(text);
    return [bubble];
  }

  #attachment(id, { contentType, content, name }, index) {
    if (contentType !== cardType) return el('p.bubble.data', {}, `Attachment: ${name ?? contentType}`);
    const card = new Card(content, action => this.#pressed(id, index, action));
    this.#cards.push(card);
    return card.element;
  }
}
