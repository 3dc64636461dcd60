// One message of a chat. Only what changed is drawn again: a new note leaves the card, and what is typed in it, alone.
import { botAvatar, el } from './dom.js';
import { timeElement } from './time.js';
import { Card, renderMarkdown } from './card.js';

const cardType = 'application/vnd.microsoft.card.adaptive';

export class MessageView {
  #shown = {}; #cards = []; #body = el('div.body'); #note = el('p.note', { role: 'status' }); #head = el('p.head');
  #pressed;

  /** pressed(message id, index of the card, action); the refresher is the Teams id that automatic refreshes are for. */
  constructor(message, pressed, refresher) {
    this.#pressed = pressed;
    this.element = el(`article.message.${message.fromBot ? 'from-bot' : 'own'}`, {
      'data-message': message.id, tabindex: '-1', 'aria-label': message.fromBot ? 'OutreachBot' : 'You',
    }, message.fromBot && botAvatar(), el('div.content', {}, this.#head, this.#body, this.#note));
    this.show(message);
    if (message.fromBot) this.#refresh(message, refresher);
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

  // Once for each time the card comes into view; what the bot answers then is not refreshed again.
  #refresh({ id, activity }, refresher) {
    for (const [index, { content }] of (activity.attachments ?? []).entries()) {
      const { action, userIds } = content?.refresh ?? {};
      if (action?.type !== 'Action.Execute' || (userIds?.length && !userIds.includes(refresher))) continue;
      this.#pressed(id, index, { kind: 'refresh', action: { type: action.type, id: action.id, verb: action.verb, data: action.data ?? {} } });
    }
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
