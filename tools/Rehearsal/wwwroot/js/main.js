// The rehearsal page. Hooks for browser tests, kept stable:
//   [data-person=<object id>]   a person in the list
//   [data-chat=<object id>]     an open chat; its data-state is busy while the bot is asked, then idle
//   [data-message=<activity id>] a message in it
//   [data-compose]              its compose box
//   "Next school morning"       moves the bot's clock
//   "Phone width", "Notifications", "Raw activities", "Close chat", "Light", "Dark", "High contrast": accessible names
import * as address from './address.js';
import * as api from './api.js';
import * as clock from './clock.js';
import * as themes from './themes.js';
import { el } from './dom.js';
import { toast } from './notifications.js';
import { Pane } from './pane.js';
import { PeopleList } from './people.js';

const mostPanes = 3;
const find = id => document.getElementById(id);
const [chats, link] = [find('chats'), find('link')];
const state = address.read();
const panes = [];
let lastFocus = null;
let greeted = false;

themes.show(state.theme);
const [{ people: everybody, commands }] = await Promise.all([api.start(), themes.load()]);
const people = new Map(everybody.map(person => [person.id, person]));
const list = new PeopleList(find('people'), people, choose);

const moved = await clock.controls(find('clock'));

themes.controls(find('themes'), state.theme, theme => {
  state.theme = theme;
  themes.show(theme);
  for (const pane of panes) pane.redrawCards();
  address.write(state);
});

for (const id of state.people.slice(0, mostPanes)) if (people.has(id)) open(id);
arrange();
api.listen(happened, linked);
document.addEventListener('visibilitychange', () => panes.forEach(pane => pane.markSeen()));
document.addEventListener('keydown', event => {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    list.focus();
  }
});

/** Shows a person's chat: beside the others, or in the place of the one used last. */
function choose(id, beside = false) {
  const already = panes.find(pane => pane.person.id === id);
  if (!already) {
    const used = panes.findIndex(pane => pane.element.contains(lastFocus));
    const place = used < 0 ? panes.length - 1 : used;
    if (beside && panes.length < mostPanes) open(id);
    else open(id, Math.max(place, 0));
    arrange();
  }
  (already ?? panes.find(pane => pane.person.id === id)).focus();
}

function open(id, place = panes.length) {
  const pane = new Pane(people.get(id), commands, {
    phone: state.phone === 'all' || state.phone.has(id),
    onclose: () => { panes.splice(panes.indexOf(pane), 1); arrange(); },
    onphone: on => setPhone(pane, on),
  });
  panes.splice(place, 1, pane);
}

function setPhone(pane, on) {
  if (state.phone === 'all') state.phone = new Set(panes.map(({ person }) => person.id));
  state.phone[on ? 'add' : 'delete'](pane.person.id);
  pane.phone = on;
  arrange();
}

function arrange() {
  state.people = panes.map(({ person }) => person.id);
  const elements = panes.length ? panes.map(pane => pane.element) : [welcome()];
  for (const child of [...chats.children]) if (!elements.includes(child)) child.remove();
  elements.forEach((element, index) => { if (chats.children[index] !== element) chats.insertBefore(element, chats.children[index] ?? null); });
  list.opened(state.people);
  address.write(state);
}

function welcome() {
  return el('div.welcome', {}, el('img', { src: 'icon.svg', alt: '' }), el('h2', {}, 'Whose Teams would you like to see?'),
    el('p', {}, 'Choose a person on the left. Up to three chats stand side by side: use the small button beside a name, or Ctrl and click.'));
}

chats.addEventListener('focusin', event => { lastFocus = event.target; });

function happened({ kind, person: id, message, unread, now: at }) {
  if (kind === 'hello') return greeted ? catchUp() : (greeted = true);
  if (kind === 'clock') return moved(at);
  const person = people.get(id);
  const pane = panes.find(open => open.person.id === id);
  if (kind === 'typing') return pane?.typing();
  person.unread = unread;
  if (message) {
    if (message.version === 1 || person.last?.id === message.id)
      person.last = { id: message.id, at: message.at, preview: message.preview, fromBot: message.fromBot };
    pane?.show(message);
    if (!pane && message.fromBot && message.version === 1) toast(find('toasts'), person, message, () => choose(id));
  }
  list.draw();
}

/** After the line was lost, everything is read again. */
async function catchUp() {
  for (const fresh of (await api.start()).people) Object.assign(people.get(fresh.id), { last: null }, fresh);
  list.draw();
  for (const pane of panes) pane.refresh();
}

function linked(on) {
  link.textContent = on ? '' : 'The bot’s process is not running. Waiting for it …';
}
