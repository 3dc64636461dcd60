// What the page asks of the process that hosts it.

async function ask(path, options) {
  const response = await fetch(`/rehearsal/api/${path}`, options);
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.status === 204 ? null : response.json();
}

const get = path => ask(path);
const post = (path, body) => ask(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

export const start = () => get('start');
export const chat = person => get(`chat?person=${encodeURIComponent(person)}`);
export const raw = person => get(`raw?person=${encodeURIComponent(person)}`);

// Each of these answers when the bot has.
export const open = person => post('open', { person });
export const send = (person, text) => post('send', { person, text });
export const press = (person, message, card, action, trigger) => post('press', { person, message, card, action, trigger });
export const submit = (person, message, value) => post('submit', { person, message, value });
export const clock = () => get('../clock');
export const morning = () => ask('../clock/morning', { method: 'POST' });
export const seen = (person, message) => post('seen', { person, message });

/** Calls `happened` for each live event, `linked(true|false)` as the line comes and goes. */
export function listen(happened, linked) {
  const events = new EventSource('/rehearsal/api/events');
  events.onmessage = event => happened(JSON.parse(event.data));
  events.onopen = () => linked(true);
  events.onerror = () => linked(false);
}
