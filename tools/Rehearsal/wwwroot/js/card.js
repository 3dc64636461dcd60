// Draws an Adaptive Card with Microsoft's renderer, as Teams would.
import { hostConfig } from './themes.js';

let markdown;

function prepare() {
  markdown = globalThis.markdownit({ html: false, linkify: false, breaks: true });
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
}

export function renderMarkdown(text) {
  if (!markdown) prepare();
  return markdown.render(text);
}

export class Card {
  #card; #content; #host; #pressed;

  /** pressed(action) answers when the bot has: { kind: 'execute' | 'submit', … } */
  constructor(content, pressed) {
    if (!markdown) prepare();
    [this.#content, this.#pressed] = [content, pressed];
    this.#host = document.createElement('div');
    this.#host.className = 'card';
    this.draw();
  }

  get element() {
    return this.#host;
  }

  /** Drawn again (another theme), a card keeps what was typed into it. */
  draw() {
    const typed = this.#card?.getAllInputs().map(input => [input.id, input.value]) ?? [];
    this.#card = new AdaptiveCards.AdaptiveCard();
    this.#card.hostConfig = hostConfig();
    this.#card.onExecuteAction = action => this.#act(action);
    this.#card.onAnchorClicked = (_, anchor) => { anchor.target = '_blank'; anchor.rel = 'noopener'; return false; };
    const content = structuredClone(this.#content);
    for (const [id, value] of typed) setInput(content, id, value);
    this.#card.parse(content);
    const drawn = this.#card.render();
    this.#card.getAllInputs().forEach(amendFilteredChoices);
    this.#host.replaceChildren(...(drawn ? [drawn] : [document.createTextNode(content.fallbackText ?? 'This card cannot be shown.')]));
  }

  async #act(action) {
    if (action instanceof AdaptiveCards.OpenUrlAction) {
      window.open(action.url, '_blank', 'noopener');
      return;
    }
    const execute = action instanceof AdaptiveCards.ExecuteAction;
    if (!execute && !(action instanceof AdaptiveCards.SubmitAction)) return;
    this.#busy(true);
    try {
      await this.#pressed(execute
        ? { kind: 'execute', action: { type: 'Action.Execute', id: action.id, verb: action.verb, data: action.data ?? {} } }
        : { kind: 'submit', data: action.data ?? {} });
    } finally {
      this.#busy(false);
    }
  }

  #busy(busy) {
    this.#host.setAttribute('aria-busy', busy);
    for (const button of this.#host.querySelectorAll('.ac-pushButton')) button.disabled = busy;
  }
}

// The renderer labels the frame of a filtered choice set, not its text box, and shows a value in place of its title.
function amendFilteredChoices(input) {
  const box = input.renderedElement?.querySelector('.ac-choiceSetInput-filtered, .ac-choiceSetInput-filtered-textbox');
  if (!box) return;
  const label = input.updateInputControlAriaLabelledBy;
  input.updateInputControlAriaLabelledBy = () => {
    label.call(input);
    const frame = box.parentElement.closest('[aria-labelledby]');
    if (frame) box.setAttribute('aria-labelledby', frame.getAttribute('aria-labelledby'));
    frame?.removeAttribute('aria-labelledby');
  };
  input.updateInputControlAriaLabelledBy();
  box.value = input.choices.find(({ value }) => value === box.value)?.title ?? box.value;
}

function setInput(json, id, value) {
  if (Array.isArray(json)) return json.forEach(item => setInput(item, id, value));
  if (!json || typeof json !== 'object') return;
  if (json.id === id && String(json.type).startsWith('Input.')) json.value = value;
  Object.values(json).forEach(item => setInput(item, id, value));
}
